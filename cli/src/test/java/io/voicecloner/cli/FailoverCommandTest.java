package io.voicecloner.cli;

import static io.voicecloner.cli.Ran.SPEECH;
import static io.voicecloner.cli.Ran.onTerminal;
import static io.voicecloner.cli.Ran.voicecloner;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.voicecloner.emulator.EmulatedVoice;
import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is asked after the first provider, and what is told of it. */
class FailoverCommandTest {
    private static final String TEXT = "A gentle breeze passes over the soft grass.";

    @TempDir
    Path folder;

    private final Emulator emulator = Emulator.start();

    @AfterEach
    void stopEmulator() {
        emulator.close();
    }

    @Test
    void the_next_provider_makes_the_voice_and_json_says_who_did_not() throws IOException {
        minimaxIsDown();

        Ran ran = voicecloner("clone", SPEECH, "--config", config(), "--fallback", "novita", "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonObject voice = ran.object();
        assertThat(voice.get("provider").getAsString()).isEqualTo("novita");
        JsonObject other = passedOver(voice).get(0).getAsJsonObject();
        assertThat(other.keySet()).containsExactly("provider", "category", "reason", "message");
        assertThat(other.get("provider").getAsString()).isEqualTo("minimax");
        assertThat(other.get("category").getAsString()).isEqualTo("provider-unavailable");
        assertThat(other.get("reason").getAsString()).isEqualTo("provider-fault");
        assertThat(passedOver(voice)).hasSize(1);
        assertThat(voicesAt()).containsExactly("novita");
    }

    @Test
    void a_person_reads_who_did_not_make_it_beside_the_voice() throws IOException {
        minimaxIsDown();

        Ran ran = voicecloner("clone", SPEECH, "--config", config(), "--fallback", "proxy");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("proxy:vc-").hasLineCount(1);
        assertThat(ran.err()).contains("voicecloner: Not made by minimax: ");
    }

    @Test
    void who_is_named_in_the_file_is_asked_without_a_flag() throws IOException {
        minimaxIsDown();

        Ran ran = voicecloner("clone", SPEECH, "--config", config("voicecloner.fallbacks = [proxy]"));

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("proxy:");
    }

    @Test
    void a_provider_named_alone_is_asked_alone_whatever_the_file_says() throws IOException {
        minimaxIsDown();

        Ran ran = voicecloner(
                "clone",
                SPEECH,
                "--config",
                config("voicecloner.fallbacks = [proxy]"),
                "--provider",
                "minimax",
                "--json");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(8);
        assertThat(passedOver(ran.error())).isEmpty();
        assertThat(emulator.voices()).isEmpty();
    }

    @Test
    void fallbacks_of_the_command_line_take_the_place_of_those_in_the_file() throws IOException {
        minimaxIsDown();

        Ran ran = voicecloner(
                "clone", SPEECH, "--config", config("voicecloner.fallbacks = [proxy]"), "--fallback", "highway");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("highway:");
    }

    @Test
    void several_are_asked_in_the_order_of_the_command_line() throws IOException {
        minimaxIsDown();
        emulator.script("proxy", "files/upload", Fault.status(503));

        Ran ran = voicecloner(
                "clone", SPEECH, "--config", config(), "--fallback", "proxy", "--fallback", "novita", "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.object().get("provider").getAsString()).isEqualTo("novita");
        assertThat(passedOver(ran.object()))
                .extracting(each -> each.getAsJsonObject().get("provider").getAsString())
                .containsExactly("minimax", "proxy");
    }

    @Test
    void where_nobody_made_it_the_error_is_the_last_ones_and_names_the_others() throws IOException {
        minimaxIsDown();
        emulator.script("proxy", "files/upload", Fault.status(503));

        Ran ran = voicecloner("clone", SPEECH, "--config", config(), "--fallback", "proxy", "--json");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(8);
        assertThat(ran.error().get("provider").getAsString()).isEqualTo("proxy");
        assertThat(passedOver(ran.error()))
                .extracting(each -> each.getAsJsonObject().get("provider").getAsString())
                .containsExactly("minimax");
        assertThat(ran.err()).contains("Not made elsewhere either: minimax");
    }

    @Test
    void content_that_was_rejected_is_not_taken_to_the_next() throws IOException {
        emulator.script("minimax", "voice_clone", Fault.code(1026, "input new_sensitive"));

        Ran ran = voicecloner("clone", SPEECH, "--config", config(), "--fallback", "proxy", "--json");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(6);
        assertThat(passedOver(ran.error())).isEmpty();
        assertThat(emulator.voices()).isEmpty();
    }

    @Test
    void who_lacks_what_is_asked_for_is_passed_over_with_the_reason() {
        Ran ran = voicecloner("clone", SPEECH, "--emulator", "--fallback", "novita", "--accuracy", "0.8", "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.object().get("provider").getAsString()).isEqualTo("novita");
        JsonObject other = passedOver(ran.object()).get(0).getAsJsonObject();
        assertThat(other.get("category").getAsString()).isEqualTo("invalid-request");
        assertThat(other.get("message").getAsString()).contains("accuracy");
    }

    @Test
    void a_fallback_that_does_not_exist_is_2_and_the_nearest_name() throws IOException {
        Ran ran = voicecloner("clone", SPEECH, "--config", config(), "--fallback", "novitta", "--json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.category()).isEqualTo("configuration");
        assertThat(ran.err()).contains("\"novitta\"", "Did you mean \"novita\"?");
        assertThat(emulator.requestCount()).isZero();
    }

    @Test
    void a_fallback_that_is_not_emulated_is_2_and_those_that_are() {
        Ran ran = voicecloner("clone", SPEECH, "--emulator", "--fallback", "acme", "--json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.error().get("message").getAsString())
                .contains("\"acme\"", "minimax", "novita", "highway", "proxy");
    }

    @Test
    void verbose_tells_each_event_in_a_line_and_never_a_key_an_address_or_a_text() throws IOException {
        minimaxIsDown();
        Path preview = folder.resolve("preview.mp3");

        Ran ran = voicecloner(
                "clone",
                SPEECH,
                "--config",
                config(),
                "--fallback",
                "novita",
                "--text",
                TEXT,
                "--output",
                preview.toString(),
                "--verbose",
                "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.object().get("provider").getAsString()).isEqualTo("novita");
        assertThat(ran.err().lines().map(line -> line.replaceAll("\\d+", "N")))
                .containsSubsequence(
                        "minimax #N: checking the request",
                        "minimax #N: uploading the recording",
                        "minimax did not make the voice (provider-unavailable, provider-fault); asking novita",
                        "novita #N: publishing the recording",
                        "novita #N: cloning the voice");
        assertThat(ran.err())
                .containsPattern("novita #\\d+: made novita:\\S+ \\(confirmed, attempts: 1\\) in \\d+ ms")
                .contains(": downloading the preview done after ");
        assertThat(ran.err()).doesNotContain(emulator.apiKey(), "http", TEXT);
    }

    @Test
    void nothing_of_it_is_told_where_nobody_asked() throws IOException {
        Ran ran = voicecloner("clone", SPEECH, "--config", config());

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).doesNotContain("minimax #");
    }

    @Test
    void on_a_terminal_the_lines_of_verbose_take_the_place_of_the_bar() throws IOException {
        Ran ran = onTerminal("clone", SPEECH, "--config", config(), "--verbose");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("minimax #").doesNotContain("\u001B", "\r");
    }

    private void minimaxIsDown() {
        emulator.script("minimax", "files/upload", Fault.status(503));
    }

    private List<String> voicesAt() {
        return emulator.voices().stream().map(EmulatedVoice::provider).toList();
    }

    private static JsonArray passedOver(JsonObject result) {
        return result.getAsJsonArray("passedOver");
    }

    /** All four at the emulator, minimax first. Each is asked once: the pauses of a command are real. */
    private String config(String... more) throws IOException {
        Map<String, String> properties = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        for (String provider : emulator.baseUrls().keySet()) {
            properties.putAll(emulator.properties(provider));
            properties.put("voicecloner." + provider + ".attempts", "1");
        }
        properties.put("voicecloner.provider", "minimax");
        properties.forEach((key, value) -> lines.add(key + " = \"" + value + '"'));
        lines.addAll(List.of(more));
        return Files.write(folder.resolve("voicecloner.conf"), lines).toString();
    }
}
