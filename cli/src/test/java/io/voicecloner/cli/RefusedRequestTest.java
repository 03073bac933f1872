package io.voicecloner.cli;

import static io.voicecloner.cli.Ran.SPEECH;
import static io.voicecloner.cli.Ran.voicecloner;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a request is told all at once, on a dry run or not, and nothing is sent. */
class RefusedRequestTest {
    @TempDir
    Path folder;

    private FakeProvider provider;
    private Path config;
    private Path notAudio;

    @BeforeEach
    void start() throws IOException {
        provider = new FakeProvider();
        config = provider.config(folder);
        notAudio = Files.writeString(folder.resolve("speech.mp3"), "No sound, only words, whatever the name says.");
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    @Tag("B24")
    @Tag("B34")
    @Tag("B48")
    void three_mistakes_are_three_lines_and_nothing_is_sent() {
        Ran ran = wrong();

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("voicecloner: ").contains("for 3 reasons", "Nothing was sent.");
        assertThat(ran.err().lines().filter(line -> line.startsWith("  - ")))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).startsWith("  - audio: "))
                .anySatisfy(line -> assertThat(line).startsWith("  - voiceId: "))
                .anySatisfy(line -> assertThat(line).startsWith("  - text: "));
        assertNothingWasSent();
    }

    @Test
    void as_an_object_they_are_three_violations() {
        Ran ran = wrong("--json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.category()).isEqualTo("invalid-request");
        assertThat(ran.reason()).isEqualTo("violations");
        assertThat(ran.error().get("delivery").getAsString()).isEqualTo("not-sent");
        assertThat(ran.error().get("voiceMayExist").getAsBoolean()).isFalse();
        assertThat(rules(ran.error().getAsJsonArray("violations")))
                .containsExactlyInAnyOrder("audio not-audio", "voiceId malformed", "text too-long");
        assertNothingWasSent();
    }

    @Test
    void a_dry_run_prints_the_same_three_as_its_result() {
        Ran dry = wrong("--dry-run");
        Ran ran = wrong();

        assertThat(dry.exit()).isEqualTo(2);
        assertThat(dry.out().lines()).hasSize(3);
        assertThat(dry.out().lines().map(line -> "  - " + line))
                .containsExactlyElementsOf(ran.err()
                        .lines()
                        .filter(line -> line.startsWith("  - "))
                        .toList());
        assertNothingWasSent();
    }

    @Test
    void a_dry_run_as_an_object_has_the_same_three_and_says_that_it_is_not_ok() {
        Ran ran = wrong("--dry-run", "--json");

        assertThat(ran.exit()).isEqualTo(2);
        JsonObject report = report(ran);
        assertThat(report.get("ok").getAsBoolean()).isFalse();
        assertThat(rules(report.getAsJsonArray("violations")))
                .containsExactlyInAnyOrder("audio not-audio", "voiceId malformed", "text too-long");
        assertNothingWasSent();
    }

    @Test
    void a_dry_run_of_a_good_request_is_0_and_sends_nothing_either() {
        Ran ran = clone(SPEECH, "--text", "Hello.", "--dry-run");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).isEqualTo("Nothing was sent. The request would be." + System.lineSeparator());
        assertNothingWasSent();
    }

    @Test
    void a_dry_run_of_a_good_request_as_an_object_is_ok_with_what_is_worth_knowing() {
        Ran ran = clone(SPEECH, "--language", "Klingon", "--dry-run", "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonObject report = report(ran);
        assertThat(report.get("ok").getAsBoolean()).isTrue();
        assertThat(report.getAsJsonArray("violations")).isEmpty();
        assertThat(report.getAsJsonArray("warnings").asList())
                .extracting(JsonElement::getAsString)
                .anySatisfy(warning -> assertThat(warning).contains("Klingon"));
        assertNothingWasSent();
    }

    @Test
    void a_dry_run_does_not_fetch_a_recording_on_the_web() {
        provider.answer("/speech.mp3", 200, "never asked for");

        Ran ran = clone(provider.origin() + "/speech.mp3", "--dry-run");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(provider.requests("/speech.mp3")).isZero();
        assertNothingWasSent();
    }

    private Ran wrong(String... more) {
        List<String> options = new ArrayList<>(List.of("--voice-id", "short", "--text", "a".repeat(1001)));
        options.addAll(List.of(more));
        return clone(notAudio.toString(), options.toArray(new String[0]));
    }

    private Ran clone(String audio, String... options) {
        List<String> args = new ArrayList<>(List.of("clone", audio, "--config", config.toString()));
        args.addAll(List.of(options));
        return voicecloner(args.toArray(new String[0]));
    }

    private void assertNothingWasSent() {
        assertThat(provider.requests("/v1/files/upload")).isZero();
        assertThat(provider.requests("/v1/voice_clone")).isZero();
    }

    private static JsonObject report(Ran ran) {
        JsonObject report = ran.object();
        assertThat(report.keySet()).containsExactly("ok", "violations", "warnings");
        return report;
    }

    private static List<String> rules(JsonArray violations) {
        return violations.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .peek(violation -> assertThat(violation.keySet()).containsExactly("field", "rule", "message"))
                .map(violation -> violation.get("field").getAsString() + " "
                        + violation.get("rule").getAsString())
                .toList();
    }
}
