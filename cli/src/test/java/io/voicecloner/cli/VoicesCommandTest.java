package io.voicecloner.cli;

import static io.voicecloner.cli.Ran.voicecloner;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeping a voice, looking for it, and deleting it. */
class VoicesCommandTest {
    @TempDir
    Path folder;

    private Voices voices;

    @BeforeEach
    void startEmulator() {
        voices = new Voices(folder);
    }

    @AfterEach
    void stopEmulator() {
        voices.close();
    }

    @Test
    void a_voice_that_was_activated_outlives_its_week() throws IOException {
        String kept = voices.cloned("minimax");
        String unused = voices.cloned("minimax");

        Ran ran = voicecloner("activate", kept, "--config", voices.config());
        voices.emulator().advance(Duration.ofDays(8));

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).isEqualTo(kept + " is kept for good." + System.lineSeparator());
        assertThat(ran.err()).contains("MiniMax takes the fee for the clone", "Billed as 3 characters.");
        assertThat(voicecloner("activate", kept, "--config", voices.config()).exit())
                .isZero();
        Ran late = voicecloner("activate", unused, "--config", voices.config(), "--created-at", "2026-01-01T00:00:00Z");
        assertThat(late.exit()).isEqualTo(2);
        assertThat(late.err()).contains("gone since 2026-01-08T00:00:00Z").doesNotContain("run this again");
    }

    @Test
    void json_of_an_activation_is_that_of_speech_and_says_when() throws IOException {
        String voice = voices.cloned("minimax");

        JsonObject kept = voicecloner("activate", voice, "--config", voices.config(), "--json")
                .object();

        assertThat(kept.keySet())
                .containsExactly(
                        "voice",
                        "provider",
                        "voiceId",
                        "file",
                        "bytes",
                        "durationMillis",
                        "sampleRate",
                        "bitrate",
                        "usage",
                        "attempts",
                        "possiblyBilledTwice",
                        "warnings",
                        "traceIds",
                        "activatedAt",
                        "retention");
        assertThat(kept.get("voice").getAsString()).isEqualTo(voice);
        assertThat(kept.get("file").isJsonNull()).isTrue();
        assertThat(kept.get("retention").getAsString()).isEqualTo("kept");
        assertThat(Instant.parse(kept.get("activatedAt").getAsString()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void the_help_of_activate_says_what_it_costs() {
        assertThat(voicecloner("activate", "--help").out()).contains("the moment MiniMax takes the fee for the clone");
    }

    @Test
    void the_list_has_the_voices_that_were_used_and_their_days() throws IOException {
        String used = voices.cloned("minimax");
        voices.cloned("minimax");
        voicecloner("activate", used, "--config", voices.config());

        Ran text = list();
        Ran json = list("--json");

        assertThat(text.exit()).as(text.err()).isZero();
        assertThat(text.out()).matches(used + "\t\\d{4}-\\d\\d-\\d\\d\\R");
        JsonArray listed = json.object().getAsJsonArray("voices");
        assertThat(json.object().keySet()).containsExactly("voices");
        assertThat(listed).hasSize(1);
        JsonObject voice = listed.get(0).getAsJsonObject();
        assertThat(voice.keySet()).containsExactly("voice", "provider", "voiceId", "createdOn");
        assertThat(voice.get("voice").getAsString()).isEqualTo(used);
        assertThat(LocalDate.parse(voice.get("createdOn").getAsString()))
                .isAfter(LocalDate.now(ZoneOffset.UTC).minusDays(2));
    }

    @Test
    void a_list_of_nothing_proves_nothing_and_says_so() throws IOException {
        voices.cloned("minimax");

        Ran text = list();

        assertThat(text.exit()).isZero();
        assertThat(text.out()).isEmpty();
        assertThat(text.err()).contains("never used in a synthesis is in no list");
        assertThat(list("--json").object().getAsJsonArray("voices")).isEmpty();
    }

    @Test
    void who_keeps_no_list_is_2_and_who_does_is_named() throws IOException {
        Ran ran = voicecloner("voices", "list", "--config", voices.config(), "--provider", "novita", "--json");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.category()).isEqualTo("invalid-request");
        assertThat(ran.err()).contains("minimax");
    }

    @Test
    void a_list_needs_to_know_whose() throws IOException {
        Ran ran = voicecloner("voices", "list", "--config", voices.config(), "--json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.reason()).isEqualTo("missing-setting");
    }

    @Test
    void without_a_terminal_a_voice_is_deleted_only_with_yes() throws IOException {
        String voice = used();

        Ran unsure = voicecloner("voices", "delete", voice, "--config", voices.config(), "--json");
        Ran sure = voicecloner("voices", "delete", voice, "--config", voices.config(), "--yes");

        assertThat(unsure.exit()).isEqualTo(2);
        assertThat(unsure.reason()).isEqualTo("usage");
        assertThat(unsure.err()).contains("--yes");
        assertThat(sure.exit()).as(sure.err()).isZero();
        assertThat(sure.out())
                .isEqualTo("Deleted " + voice + ". The id " + voice.substring("minimax:".length())
                        + " can never be used again." + System.lineSeparator());
        assertThat(list().out()).isEmpty();
    }

    @Test
    void json_of_a_deletion_says_when_and_what_it_means() throws IOException {
        String voice = used();

        JsonObject gone = voicecloner("voices", "delete", voice, "--yes", "--config", voices.config(), "--json")
                .object();

        assertThat(gone.keySet()).containsExactly("voice", "provider", "voiceId", "deletedAt", "notice");
        assertThat(gone.get("voice").getAsString()).isEqualTo(voice);
        assertThat(gone.get("notice").getAsString()).contains("never be used again");
        assertThat(Instant.parse(gone.get("deletedAt").getAsString()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "", "yesterday", "Y\u00e4"})
    void a_person_who_does_not_say_yes_keeps_the_voice(String answer) throws IOException {
        String voice = used();

        Ran ran = asked(answer + "\n", voice);

        assertThat(ran.exit()).isEqualTo(130);
        assertThat(ran.err())
                .startsWith("Delete " + voice + "? Its id can never be used again. [y/N] ")
                .contains("nothing was deleted");
        assertThat(list().out()).startsWith(voice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"y\n", "YES\r\n"})
    void a_person_who_says_yes_is_asked_once(String answer) throws IOException {
        Ran ran = asked(answer, used());

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("Deleted minimax:");
        assertThat(list().out()).isEmpty();
    }

    @Test
    void a_voice_that_is_gone_already_is_2() throws IOException {
        Ran ran = voicecloner(
                "voices", "delete", "minimax:vc-7k3qabcdef", "--yes", "--config", voices.config(), "--json");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.category()).isEqualTo("voice-not-found");
    }

    private String used() throws IOException {
        String voice = voices.cloned("minimax");
        Ran ran = voicecloner("activate", voice, "--config", voices.config());
        assertThat(ran.exit()).as(ran.err()).isZero();
        return voice;
    }

    private Ran asked(String answer, String voice) throws IOException {
        return Ran.with(
                new StopRequest(),
                new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
                new Terminals(true, true, true),
                "voices",
                "delete",
                voice,
                "--config",
                voices.config());
    }

    private Ran list(String... more) throws IOException {
        String[] args = {"voices", "list", "--config", voices.config(), "--provider", "minimax"};
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return voicecloner(all);
    }
}
