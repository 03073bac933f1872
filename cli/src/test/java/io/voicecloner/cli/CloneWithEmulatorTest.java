package io.voicecloner.cli;

import static io.voicecloner.cli.Ran.PROMPT;
import static io.voicecloner.cli.Ran.SAMPLES;
import static io.voicecloner.cli.Ran.SPEECH;
import static io.voicecloner.cli.Ran.onTerminal;
import static io.voicecloner.cli.Ran.voicecloner;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.voicecloner.VoiceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloneWithEmulatorTest {
    private static final String TEXT = "A gentle breeze passes over the soft grass.";

    @TempDir
    Path folder;

    @Test
    void prints_the_voice_and_nothing_else_so_that_a_script_can_keep_it() {
        Ran ran = voicecloner("clone", SPEECH, "--emulator");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).isEqualTo(VoiceRef.parse(ran.out().strip()) + System.lineSeparator());
        assertThat(ran.out()).startsWith("minimax:vc-");
        assertThat(ran.err()).contains("unless used for speech before").contains("The emulator ends");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimax", "novita", "highway", "proxy"})
    void the_same_command_serves_every_provider(String provider) throws IOException {
        Path preview = folder.resolve("preview.mp3");

        Ran ran = voicecloner(
                "clone", SPEECH, "--emulator", "--provider", provider, "--text", TEXT, "--output", preview.toString());

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith(provider + ":");
        assertThat(ran.err()).contains("Preview saved to " + preview);
        // The emulator plays the recording back.
        assertThat(preview).hasSameBinaryContentAs(Path.of(SPEECH));
        assertThat(names(folder)).containsExactly("preview.mp3");
    }

    @Test
    void json_has_every_key_in_a_fixed_order_with_a_saved_preview() {
        Path preview = folder.resolve("preview.mp3");

        Ran ran = voicecloner("clone", SPEECH, "--emulator", "--text", TEXT, "--output", preview.toString(), "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonObject voice = ran.object();
        assertThat(voice.keySet())
                .containsExactly(
                        "voice",
                        "provider",
                        "voiceId",
                        "confirmation",
                        "createdAt",
                        "expiresIfUnusedAt",
                        "previewState",
                        "preview",
                        "usage",
                        "safety",
                        "warnings",
                        "orphans",
                        "attempts",
                        "traceIds",
                        "passedOver");
        VoiceRef ref = VoiceRef.parse(voice.get("voice").getAsString());
        assertThat(voice.get("provider").getAsString())
                .isEqualTo(ref.provider())
                .isEqualTo("minimax");
        assertThat(voice.get("voiceId").getAsString()).isEqualTo(ref.id());
        assertThat(voice.get("confirmation").getAsString()).isEqualTo("confirmed");
        assertThat(Duration.between(instant(voice, "createdAt"), instant(voice, "expiresIfUnusedAt")))
                .isEqualTo(Duration.ofDays(7));
        assertThat(voice.get("previewState").getAsString()).isEqualTo("available");
        JsonObject file = voice.getAsJsonObject("preview");
        assertThat(file.keySet()).containsExactly("url", "file", "bytes");
        assertThat(file.get("url").isJsonNull()).isTrue();
        assertThat(file.get("file").getAsString()).isEqualTo(preview.toString());
        assertThat(file.get("bytes").getAsLong()).isEqualTo(preview.toFile().length());
        JsonObject usage = voice.getAsJsonObject("usage");
        assertThat(usage.keySet()).containsExactly("characters", "words");
        assertThat(usage.get("characters").getAsLong()).isEqualTo(TEXT.length());
        JsonObject safety = voice.getAsJsonObject("safety");
        assertThat(safety.keySet()).containsExactly("flagged", "type", "description");
        assertThat(safety.get("flagged").getAsBoolean()).isFalse();
        assertThat(voice.getAsJsonArray("warnings")).hasSize(1);
        assertThat(voice.getAsJsonArray("orphans")).isEmpty();
        assertThat(voice.get("attempts").getAsInt()).isEqualTo(1);
        assertThat(voice.getAsJsonArray("traceIds")).isNotNull();
        assertThat(voice.getAsJsonArray("passedOver")).isEmpty();
    }

    @Test
    void json_without_a_preview_keeps_its_keys_and_says_null() {
        JsonObject voice = voicecloner("clone", SPEECH, "--emulator", "--json").object();

        assertThat(voice.get("previewState").getAsString()).isEqualTo("not-requested");
        assertThat(voice.get("preview").isJsonNull()).isTrue();
        assertThat(voice.keySet()).hasSize(15).contains("usage", "safety");
    }

    @Test
    void the_previews_url_is_the_result_where_no_file_was_asked_for() {
        Ran json = voicecloner("clone", SPEECH, "--emulator", "--text", TEXT, "--json");
        Ran text = voicecloner("clone", SPEECH, "--emulator", "--text", TEXT);

        JsonObject preview = json.object().getAsJsonObject("preview");
        assertThat(preview.get("url").getAsString()).startsWith("http://127.0.0.1:");
        assertThat(preview.get("file").isJsonNull()).isTrue();
        assertThat(json.err()).contains("the preview's URL");
        assertThat(text.out()).doesNotContain("http");
        assertThat(text.err()).contains("Preview: http://127.0.0.1:").contains("the preview's URL");
    }

    @Test
    void every_option_of_the_request_arrives() {
        Ran ran = voicecloner(
                "clone",
                SAMPLES.resolve("speech.wav").toString(),
                "--emulator",
                "--voice-id",
                "Narrator-2026",
                "--prompt-audio",
                PROMPT,
                "--prompt-text",
                "This voice sounds natural and pleasant.",
                "--text",
                "-- @not-a-file ${HOME} ünïcödé 你好",
                "--model",
                "speech-2.8-hd",
                "--language",
                "English",
                "--noise-reduction",
                "--volume-normalization",
                "--timeout",
                "30s");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out().strip()).isEqualTo("minimax:Narrator-2026");
    }

    @Test
    void recordings_are_deleted_after_the_clone_where_that_is_asked_for() throws IOException {
        try (Voices voices = new Voices(folder)) {
            Ran ran = voicecloner(
                    "clone", SPEECH, "--config", voices.config(), "--provider", "minimax", "--delete-recordings");

            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(voices.emulator().requests())
                    .anySatisfy(request -> assertThat(request.path()).endsWith("files/delete"));
        }
    }

    @Test
    void what_the_provider_cannot_do_is_refused_and_never_left_out() {
        Ran watermark = voicecloner("clone", SPEECH, "--emulator", "--watermark", "--json");
        Ran accuracy = voicecloner("clone", SPEECH, "--emulator", "--accuracy", "0.8", "--json");
        Ran accurate = voicecloner("clone", SPEECH, "--emulator", "--provider", "novita", "--accuracy", "0.8");

        assertThat(watermark.exit()).isEqualTo(2);
        assertThat(watermark.error().get("violations").toString()).contains("\"field\":\"watermark\"");
        assertThat(accuracy.exit()).isEqualTo(2);
        assertThat(accuracy.error().get("violations").toString()).contains("\"field\":\"accuracy\"");
        assertThat(accurate.exit()).as(accurate.err()).isZero();
    }

    @Test
    void a_configuration_file_beside_the_emulator_keeps_its_other_settings() throws IOException {
        Path config = Files.writeString(
                folder.resolve("mine.conf"),
                "voicecloner.minimax { api-key = \"real-key\", voice-id-prefix = \"team-\" }");

        Ran ran = voicecloner("clone", SPEECH, "--emulator", "--config", config.toString());

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("minimax:team-");
    }

    @Test
    void an_existing_preview_is_replaced_as_a_whole() throws IOException {
        Path preview = Files.writeString(folder.resolve("preview.mp3"), "yesterday's");

        Ran ran = voicecloner("clone", SPEECH, "--emulator", "--text", TEXT, "--output", preview.toString());

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(preview).hasSameBinaryContentAs(Path.of(SPEECH));
        assertThat(names(folder)).containsExactly("preview.mp3");
    }

    @Test
    void a_progress_bar_is_for_terminals_and_is_gone_in_the_end() {
        String wav = SAMPLES.resolve("speech.wav").toString();

        Ran watched = onTerminal("clone", wav, "--emulator", "--json");
        Ran unwatched = voicecloner("clone", wav, "--emulator", "--json");

        assertThat(watched.err()).contains("waiting for the voice\r\u001B[K").contains("of 1.0 MB");
        assertThat(watched.object().get("voice").getAsString()).startsWith("minimax:");
        assertThat(unwatched.err()).doesNotContain("\u001B").doesNotContain("uploading");
    }

    @Test
    void a_provider_the_emulator_does_not_know_is_named_with_those_it_does() {
        Ran ran = voicecloner("clone", SPEECH, "--emulator", "--provider", "acme", "--json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.error().get("message").getAsString())
                .contains("\"acme\"", "minimax", "novita", "highway", "proxy");
    }

    private static Instant instant(JsonObject object, String key) {
        return Instant.parse(object.get(key).getAsString());
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
