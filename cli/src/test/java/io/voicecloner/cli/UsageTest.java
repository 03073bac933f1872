package io.voicecloner.cli;

import static io.voicecloner.cli.Ran.PROMPT;
import static io.voicecloner.cli.Ran.SPEECH;
import static io.voicecloner.cli.Ran.voicecloner;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    Path folder;

    @Test
    void prints_its_version_and_nothing_else() {
        Ran ran = voicecloner("--version");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).matches("voicecloner \\d+\\.\\d+\\.\\d+\\S*\\R");
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "clone --help",
                "speak --help",
                "activate --help",
                "voices --help",
                "voices list --help",
                "voices delete --help",
                "providers --help",
                "emulator --help"
            })
    void help_is_a_result_and_no_failure(String line) {
        Ran ran = voicecloner(line.split(" "));

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("Usage: voicecloner");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void the_help_of_clone_says_who_is_asked_next_and_how_to_look_on() {
        assertThat(voicecloner("clone", "--help").out())
                .contains("--fallback=P", "Who is asked next", "--verbose", "Tell what happens while it happens.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "klone",
                "clone",
                "clone a.mp3 b.mp3",
                "clone a.mp3 --bogus",
                "clone a.mp3 --accuracy high",
                "clone a.mp3 --timeout 30",
                "clone a.mp3 --text a --text b",
                "clone a.mp3 --text",
                "clone a.mp3 --text --json",
                "clone a.mp3 --fallback",
                "clone a.mp3 --verbose=very",
                "clone http://[",
                "speak",
                "speak minimax:vc-1",
                "speak minimax Hi.",
                "speak minimax:vc-1 Hi. there",
                "speak minimax:vc-1 Hi. --speed fast",
                "speak minimax:vc-1 Hi. --created-at yesterday",
                "speak minimax:vc-1 --greet",
                "activate",
                "activate minimax:vc-1 --created-at 2026-11-22",
                "voices",
                "voices purge",
                "voices delete",
                "voices delete minimax:vc-1",
                "emulator --port many",
                "emulator --port 70000",
                "providers --verbose"
            })
    void wrong_arguments_are_one_sentence_and_a_pointer_to_the_help(String line) {
        Ran ran = voicecloner(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("voicecloner: ").doesNotContain("Exception", "\tat ");
        assertThat(ran.err().lines()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void wrong_arguments_are_an_object_where_json_was_asked_for() {
        Ran ran = voicecloner("clone", "a.mp3", "--bogus", "--json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.category()).isEqualTo("invalid-request");
        assertThat(ran.reason()).isEqualTo("usage");
        assertThat(ran.error().get("voiceMayExist").getAsBoolean()).isFalse();
        assertThat(ran.error().get("hint").getAsString()).contains("voicecloner clone --help");
    }

    @Test
    void json_behind_the_end_of_options_is_a_file_name() {
        Ran ran = voicecloner("clone", "--bogus", "--", "--json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void a_signature_in_a_misplaced_url_is_not_repeated() {
        Ran ran = voicecloner("clone", "a.mp3", "https://host/b.mp3?signature=s3cr3t", "--json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out() + ran.err()).doesNotContain("s3cr3t").contains("https://host/b.mp3?[redacted]");
    }

    @Test
    @Tag("B40")
    @Tag("B80")
    @Tag("S8")
    void a_prompt_is_audio_and_words_together() {
        assertThat(rulesBroken("--prompt-audio", PROMPT)).containsExactly("promptText missing");
        assertThat(rulesBroken("--prompt-text", "Words.")).containsExactly("promptAudio missing");
    }

    @Test
    @Tag("B32")
    void a_model_or_an_output_without_a_text_to_read_is_a_mistake() {
        assertThat(rulesBroken("--model", "speech-2.8-hd", "--output", path("new.mp3")))
                .containsExactly("model without-text", "output without-text");
    }

    @Test
    void every_mistake_is_named_at_once() {
        assertThat(rulesBroken("--prompt-text", "Words.", "--model", "m", "--output", path("no", "such", "p.mp3")))
                .containsExactly(
                        "promptAudio missing", "model without-text", "output without-text", "output no-folder");
    }

    @Test
    @Tag("B57")
    void an_output_that_cannot_be_written_is_found_before_a_voice_is_paid_for() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(rulesBroken("--text", "Hi.", "--output", folder.toString())).containsExactly("output not-a-file");
        assertThat(rulesBroken("--text", "Hi.", "--output", path("missing", "p.mp3")))
                .containsExactly("output no-folder");
        assertThat(rulesBroken("--text", "Hi.", "--output", file + "/p.mp3")).containsExactly("output no-folder");
    }

    @Test
    void the_recording_is_never_overwritten_by_its_preview() throws IOException {
        Path recording = Files.copy(Path.of(SPEECH), folder.resolve("me.mp3"));
        Path sameFile = folder.resolve(".").resolve("me.mp3");

        Ran ran = voicecloner(
                "clone", recording.toString(), "--emulator", "--text", "Hi.", "--output", sameFile.toString());

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("would replace a recording");
        assertThat(recording).hasSameBinaryContentAs(Path.of(SPEECH));
    }

    private List<String> rulesBroken(String... options) {
        String[] args = new String[options.length + 4];
        args[0] = "clone";
        args[1] = SPEECH;
        args[2] = "--emulator";
        args[3] = "--json";
        System.arraycopy(options, 0, args, 4, options.length);
        Ran ran = voicecloner(args);
        assertThat(ran.exit()).isEqualTo(2);
        return ran.error().getAsJsonArray("violations").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(violation -> violation.get("field").getAsString() + " "
                        + violation.get("rule").getAsString())
                .toList();
    }

    private String path(String... names) {
        return folder.resolve(String.join("/", names)).toString();
    }
}
