package io.voicecloner.cli;

import static io.voicecloner.cli.Ran.SPEECH;
import static io.voicecloner.cli.Ran.voicecloner;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.voicecloner.emulator.EmulatedSynthesis;
import io.voicecloner.emulator.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A voice is made by one command and used by others, as scripts do. */
class SpeakCommandTest {
    private static final String TEXT = "A gentle breeze passes over the soft grass.";

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

    @ParameterizedTest
    @ValueSource(strings = {"minimax", "proxy"})
    void speaks_into_a_file_and_says_how_much_it_is_and_costs(String provider) throws IOException {
        String voice = voices.cloned(provider);

        Ran ran = speak(voice, TEXT, "--output", file("speech.mp3"));

        assertThat(ran.exit()).as(ran.err()).isZero();
        // The emulator plays the recording back.
        assertThat(folder.resolve("speech.mp3")).hasSameBinaryContentAs(Path.of(SPEECH));
        assertThat(ran.out())
                .isEqualTo("Saved to " + file("speech.mp3") + ": " + Files.size(Path.of(SPEECH)) + " bytes, 11.0 s."
                        + System.lineSeparator());
        assertThat(ran.err()).isEqualTo("Billed as 43 characters." + System.lineSeparator());
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("speech.mp3", "voicecloner.conf");
    }

    @Test
    void json_has_every_key_in_a_fixed_order() throws IOException {
        String voice = voices.cloned("minimax");

        Ran ran = speak(voice, TEXT, "--output", file("speech.mp3"), "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonObject speech = ran.object();
        assertThat(speech.keySet())
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
                        "traceIds");
        assertThat(speech.get("voice").getAsString()).isEqualTo(voice);
        assertThat(speech.get("provider").getAsString()).isEqualTo("minimax");
        assertThat("minimax:" + speech.get("voiceId").getAsString()).isEqualTo(voice);
        assertThat(speech.get("file").getAsString()).isEqualTo(file("speech.mp3"));
        assertThat(speech.get("bytes").getAsLong()).isEqualTo(Files.size(Path.of(SPEECH)));
        assertThat(speech.get("durationMillis").getAsLong()).isEqualTo(11_000);
        assertThat(speech.get("sampleRate").getAsLong()).isEqualTo(44_100);
        assertThat(speech.getAsJsonObject("usage").get("characters").getAsLong())
                .isEqualTo(TEXT.length());
        assertThat(speech.get("attempts").getAsInt()).isEqualTo(1);
        assertThat(speech.get("possiblyBilledTwice").getAsBoolean()).isFalse();
        assertThat(speech.getAsJsonArray("warnings")).isEmpty();
        assertThat(speech.getAsJsonArray("traceIds")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--output=-"})
    void without_a_file_standard_output_holds_the_audio_and_nothing_else(String output) throws IOException {
        String voice = voices.cloned("minimax");

        Ran ran = output.isEmpty() ? speak(voice, TEXT) : speak(voice, TEXT, output);

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.stdout().toByteArray()).isEqualTo(Files.readAllBytes(Path.of(SPEECH)));
        assertThat(ran.err()).startsWith("Spoken: ").contains("Billed as 43 characters.");
        assertThat(lastOptions()).containsEntry("stream", "true");
    }

    @Test
    void every_option_of_the_request_arrives() throws IOException {
        String voice = voices.cloned("minimax");

        Ran ran = speak(
                voice,
                "-- @not-a-file ${HOME} ünïcödé 你好",
                "--model=speech-02-hd",
                "--speed=1.5",
                "--volume=2",
                "--pitch=-3",
                "--emotion=happy",
                "--language=English",
                "--format=mp3",
                "--sample-rate=32000",
                "--bitrate=128000",
                "--channels=2",
                "--by-link",
                "--timeout=30s",
                "--created-at=2026-11-22T10:15:30Z",
                "--output",
                file("speech.mp3"));

        assertThat(ran.exit()).as(ran.err()).isZero();
        EmulatedSynthesis made = voices.emulator().syntheses().get(0);
        assertThat(made.characters()).isEqualTo("-- @not-a-file ${HOME} ünïcödé 你好".length());
        assertThat(made.model()).isEqualTo("speech-02-hd");
        Map<String, String> sent = made.options();
        assertThat(sent).containsEntry("language_boost", "English").containsEntry("output_format", "url");
        JsonObject setting = object(sent, "voice_setting");
        assertThat(setting.get("speed").getAsDouble()).isEqualTo(1.5);
        assertThat(setting.get("vol").getAsDouble()).isEqualTo(2);
        assertThat(setting.get("pitch").getAsInt()).isEqualTo(-3);
        assertThat(setting.get("emotion").getAsString()).isEqualTo("happy");
        JsonObject audio = object(sent, "audio_setting");
        assertThat(audio.get("format").getAsString()).isEqualTo("mp3");
        assertThat(audio.get("sample_rate").getAsInt()).isEqualTo(32_000);
        assertThat(audio.get("bitrate").getAsInt()).isEqualTo(128_000);
        assertThat(audio.get("channel").getAsInt()).isEqualTo(2);
    }

    @Test
    void the_text_comes_from_standard_input_without_the_line_break_at_its_end() throws IOException {
        try (FakeProvider provider = new FakeProvider().answer("/v1/t2a_v2", 400, "{}")) {
            Ran.piped(
                    utf8("Grüße aus\nKöln. 你好\r\n"),
                    "speak",
                    "minimax:vc-7k3qabcdef",
                    "-",
                    "--config",
                    provider.config(folder).toString());

            assertThat(JsonParser.parseString(provider.body("/v1/t2a_v2"))
                            .getAsJsonObject()
                            .get("text")
                            .getAsString())
                    .isEqualTo("Grüße aus\nKöln. 你好");
        }
    }

    @Test
    void a_text_that_is_not_utf_8_is_refused_and_not_spoken_as_question_marks() throws IOException {
        String voice = voices.cloned("minimax");

        Ran ran = speakPiped("Grüße".getBytes(StandardCharsets.ISO_8859_1), voice);

        assertRefused(ran, "is not UTF-8");
    }

    @Test
    void a_text_longer_than_any_the_provider_takes_is_not_read_to_its_end() throws IOException {
        String voice = voices.cloned("minimax");

        assertRefused(speakPiped(utf8("a".repeat(50_001)), voice), "longer than 50,000 characters");
        assertRefused(speakPiped(utf8("a".repeat(1_000_000)), voice), "longer than 50,000 characters");
        assertRefused(speakPiped(utf8("\n"), voice), "The text is empty.");
    }

    @Test
    void audio_never_goes_to_a_terminal() throws IOException {
        String voice = voices.cloned("minimax");
        Terminals watched = new Terminals(false, true, false);

        for (String output : new String[] {"--verbose", "--output=-"}) {
            Ran ran = Ran.with(
                    new StopRequest(),
                    InputStream.nullInputStream(),
                    watched,
                    "speak",
                    voice,
                    TEXT,
                    "--config",
                    voices.config(),
                    output);

            assertRefused(ran, "not written to a terminal");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--verbose", "--output=-"})
    void json_and_audio_do_not_share_standard_output(String output) throws IOException {
        Ran ran = speak(voices.cloned("minimax"), TEXT, "--json", output);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.reason()).isEqualTo("usage");
        assertThat(ran.err()).contains("--json needs --output with a file");
        assertThat(voices.emulator().syntheses()).isEmpty();
    }

    @Test
    @Tag("B57")
    void an_output_that_cannot_be_written_is_found_before_speech_is_paid_for() throws IOException {
        String voice = voices.cloned("minimax");

        assertRefused(speak(voice, TEXT, "--output", folder.toString()), "is not a file");
        assertRefused(speak(voice, TEXT, "--output", file("no/such.mp3")), "there is no folder");
    }

    @Test
    void what_the_provider_does_not_take_is_refused_all_at_once() throws IOException {
        Ran ran = speak(
                voices.cloned("minimax"), TEXT, "--speed=7", "--channels=5", "--json", "--output", file("speech.mp3"));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.error().getAsJsonArray("violations").asList().stream()
                        .map(each -> each.getAsJsonObject().get("field").getAsString()))
                .containsExactly("speed", "channels");
        assertThat(voices.emulator().syntheses()).isEmpty();
    }

    @Test
    void a_voice_of_another_provider_than_the_configured_one_is_refused() throws IOException {
        String voice = voices.cloned("proxy");

        Ran ran = voicecloner("speak", voice, TEXT, "--config", voices.config("voicecloner.provider = minimax"));

        assertRefused(ran, "The voice lives at proxy, and this is minimax.");
    }

    @Test
    void a_voice_of_a_fallback_is_spoken_with_there() throws IOException {
        String voice = voices.cloned("proxy");
        String config = voices.config("voicecloner.provider = minimax", "voicecloner.fallbacks = [proxy]");

        Ran ran = voicecloner("speak", voice, TEXT, "--config", config, "--output", file("speech.mp3"));

        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    @Test
    void the_account_in_a_voice_names_whom_to_ask() throws IOException {
        String url = String.valueOf(voices.emulator().baseUrls().get("minimax"));
        String account = "voicecloner.accounts.team-b { provider = minimax, api-key = \""
                + voices.emulator().apiKey() + "\", base-url = \"" + url + "\" }";
        String config = voices.config(account);
        Ran cloned = voicecloner("clone", SPEECH, "--config", config, "--provider", "team-b");
        String voice = cloned.out().strip();

        Ran ran = voicecloner("speak", voice, TEXT, "--config", config, "--output", file("speech.mp3"));

        assertThat(voice).startsWith("minimax@team-b:");
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    @Test
    void a_voice_that_expired_is_2_and_says_since_when() throws IOException {
        String voice = voices.cloned("minimax");
        voices.emulator().advance(Duration.ofDays(8));
        Instant made = Instant.now().minus(Duration.ofDays(8));

        Ran ran = speak(voice, TEXT, "--created-at", made.toString(), "--json", "--output", file("speech.mp3"));

        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.category()).isEqualTo("voice-not-found");
        assertThat(ran.err()).contains("gone since " + made.plus(Duration.ofDays(7)));
        assertThat(ran.error().get("moneyMayBeSpent").getAsBoolean()).isFalse();
        assertThat(folder.resolve("speech.mp3")).doesNotExist();
    }

    @Test
    void a_voice_that_was_used_outlives_its_week() throws IOException {
        String voice = voices.cloned("minimax");
        speak(voice, TEXT);
        voices.emulator().advance(Duration.ofDays(8));

        assertThat(speak(voice, TEXT).exit()).isZero();
    }

    @Test
    @Tag("F65")
    @Tag("faults")
    void a_stream_that_breaks_off_is_9_and_says_how_much_came() throws IOException {
        String voice = voices.cloned("minimax");
        voices.emulator().script("minimax", "t2a_v2", Fault.cutAfter(3));

        Ran ran = speak(voice, TEXT);

        assertThat(ran.exit()).as(ran.err()).isEqualTo(9);
        assertThat(ran.stdout().size()).isPositive();
        assertThat(ran.err()).contains(ran.stdout().size() + " bytes of audio were handed out before");
    }

    @Test
    void a_file_keeps_yesterdays_speech_where_todays_failed() throws IOException {
        String voice = voices.cloned("minimax");
        Path speech = Files.writeString(folder.resolve("speech.mp3"), "yesterday's");
        voices.emulator().script("minimax", "t2a_v2", Fault.code(1026, "input new_sensitive"));

        Ran ran = speak(voice, TEXT, "--output", speech.toString());

        assertThat(ran.exit()).as(ran.err()).isEqualTo(6);
        assertThat(speech).hasContent("yesterday's");
    }

    @Test
    void an_emulator_of_its_own_has_no_voices_and_says_what_to_do() {
        Ran ran = voicecloner("speak", "minimax:vc-7k3qabcdef", TEXT, "--emulator");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("began with this command", "\"voicecloner emulator\"", "--config");
    }

    @Test
    void progress_is_for_terminals_and_is_gone_in_the_end() throws IOException {
        String voice = voices.cloned("minimax");

        Ran watched = Ran.onTerminal("speak", voice, TEXT, "--config", voices.config(), "--output", file("speech.mp3"));

        assertThat(watched.err()).contains("\r\u001B[Ksynthesizing the speech, 0.", " MB\r\u001B[KBilled as");
        assertThat(speak(voice, TEXT).err()).doesNotContain("\u001B");
    }

    private Ran speak(String voice, String text, String... options) throws IOException {
        return voicecloner(arguments(voice, text, options));
    }

    private Ran speakPiped(byte[] input, String voice) throws IOException {
        return Ran.piped(input, arguments(voice, "-"));
    }

    private String[] arguments(String voice, String text, String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of("speak", "--config", voices.config()));
        args.addAll(List.of(options));
        args.addAll(List.of("--", voice, text));
        return args.toArray(new String[0]);
    }

    private void assertRefused(Ran ran, String because) {
        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.stdout().size()).isZero();
        assertThat(ran.err()).contains(because);
        assertThat(voices.emulator().syntheses()).isEmpty();
    }

    private Map<String, String> lastOptions() {
        List<EmulatedSynthesis> made = voices.emulator().syntheses();
        return made.get(made.size() - 1).options();
    }

    private static JsonObject object(Map<String, String> options, String name) {
        return JsonParser.parseString(String.valueOf(options.get(name))).getAsJsonObject();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
