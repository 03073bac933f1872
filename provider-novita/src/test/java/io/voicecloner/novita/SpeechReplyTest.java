package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Synthesis;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as speech: audio, or a link to it, flat as on most pages or nested as on those of the 2.8 models. */
class SpeechReplyTest {
    private static final String HEX = SpeakingNovita.HEX;

    @AutoClose
    private final SpeakingNovita novita = new SpeakingNovita();

    static String[] spoken() {
        return new String[] {
            "{\"audio\":\"" + HEX + "\"}",
            "{\"audio\":\"" + HEX + "\",\"status\":2,\"new\":{\"deep\":[1]}}",
            "{\"data\":{\"audio\":\"" + HEX + "\",\"status\":2},\"base_resp\":{\"status_code\":0}}",
            "{\"base_resp\":null,\"audio\":\"" + HEX.toUpperCase(Locale.ROOT) + "\",\"data\":null}",
            "{\"audio\":\"" + HEX + "\",\"extra_info\":\"none of your business\"}",
            "{\"audio\":\"" + HEX + "\",\"code\":0,\"reason\":null,\"message\":\"\"}",
            "{\"audio\":\"" + HEX + "\",\"reason\":\"SOMETHING_NEW\"}"
        };
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void audioIsSpeechWhateverElseIsThereOrMissing(String reply) {
        novita.answering(reply);

        SpeakingNovita.Spoken spoken = novita.toFile(SpeakingNovita.words());

        assertThat(spoken.audio()).isEqualTo(SpeakingNovita.AUDIO);
        assertThat(spoken.synthesis().bytes()).isEqualTo(SpeakingNovita.AUDIO.length);
        assertThat(spoken.synthesis().attempts()).isEqualTo(1);
        assertThat(novita.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"audio\":\"%s\"}",
                "{\"data\":{\"audio\":\"%s\",\"status\":2}}",
                "{\"audio\":\"\",\"data\":{\"audio\":\"%s\",\"status\":2}}"
            })
    void aLinkIsFollowedWhetherItWasAskedForOrNot(String reply) {
        for (boolean asked : new boolean[] {true, false}) {
            novita.answering(Reply.json(reply.formatted(novita.link())), SpeakingNovita.file());

            SpeakingNovita.Spoken spoken = novita.toFile(SpeakingNovita.words().withAudioByLink(asked));

            assertThat(spoken.audio()).isEqualTo(SpeakingNovita.AUDIO);
        }
        assertThat(novita.received().get(1).header("Authorization")).isEmpty();
    }

    @Test
    @Tag("B92")
    void hexIsTakenAlsoWhereALinkWasAskedFor() {
        assertThat(novita.toFile(SpeakingNovita.words().withAudioByLink(true)).audio())
                .isEqualTo(SpeakingNovita.AUDIO);
    }

    @Test
    void whatTheNewerPagesSayOfTheAudioIsOnTheResult() {
        novita.answering("{\"data\":{\"audio\":\"" + HEX + "\",\"status\":2},\"trace_id\":\"x\",\"extra_info\":{"
                + "\"audio_length\":11124,\"audio_sample_rate\":32000,\"bitrate\":128000,\"audio_size\":179926,"
                + "\"word_count\":52,\"usage_characters\":26,\"audio_format\":\"mp3\",\"audio_channel\":1,"
                + "\"invisible_character_ratio\":0.0}}");

        Synthesis made = novita.toFile(SpeakingNovita.words()).synthesis();

        assertThat(made.duration()).contains(Duration.ofMillis(11_124));
        assertThat(made.sampleRate()).hasValue(32_000);
        assertThat(made.bitrate()).hasValue(128_000);
        assertThat(made.usage().orElseThrow().characters()).hasValue(26);
        assertThat(made.usage().orElseThrow().words()).hasValue(52);
    }

    @Test
    void whereNothingIsSaidOfTheAudioNothingIsOnTheResult() {
        Synthesis made = novita.toFile(SpeakingNovita.words()).synthesis();

        assertThat(made.duration()).isEmpty();
        assertThat(made.sampleRate()).isEmpty();
        assertThat(made.usage()).isEmpty();
    }

    @ParameterizedTest
    @Tag("B92")
    @ValueSource(
            strings = {
                "{}",
                "{\"audio\":null}",
                "{\"audio\":\"\"}",
                "{\"data\":null}",
                "{\"data\":{\"audio\":\"\",\"status\":2}}",
                "{\"audio\":[\"00\"]}",
                "{\"audio\":\"https://\"}",
                "{\"status\":2}",
                "{\"reason\":\"SOMETHING_NEW\",\"message\":\"words\"}"
            })
    void aSuccessWithoutAudioOrALinkIsAnAnswerLost(String reply) {
        novita.with("retry-ambiguous-speech", "false").answering(reply);

        VoiceClonerException failure = novita.failure(SpeakingNovita.words());

        assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
        assertThat(failure.reason()).isEqualTo(Reason.INCOMPLETE_REPLY);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(failure).hasMessageContaining("The synthesis may be billed.");
        assertThat(novita.received()).hasSize(1);
    }

    @ParameterizedTest
    @Tag("B92")
    @ValueSource(strings = {"{\"audio\":\"00f\"}", "{\"audio\":\"not hex\"}", "{\"data\":{\"audio\":\"0g\"}}"})
    void hexThatIsNoneIsUnreadableAndNotPaidForTwice(String reply) {
        novita.answering(reply);

        assertThat(novita.failure(SpeakingNovita.words()).reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(novita.received()).hasSize(1);
    }

    @Test
    void aWebPageUnderATwoHundredIsNoSpeech() {
        novita.answering(Reply.of(200, "text/html", "<html>welcome</html>"));

        VoiceClonerException failure = novita.failure(SpeakingNovita.words());

        assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
        assertThat(failure.reason()).isEqualTo(Reason.NOT_JSON);
        assertThat(novita.received()).hasSize(1);
    }

    @Test
    @Tag("B92")
    void sixtyFiveMegabytesOfHexAreTooMuch() {
        byte[] digits = new byte[65 * 1024 * 1024];
        Arrays.fill(digits, (byte) '0');
        byte[] beginning = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"audio\":\""
                .getBytes(StandardCharsets.US_ASCII);
        novita.answering(connection -> {
            connection.getOutputStream().write(beginning);
            connection.getOutputStream().write(digits);
        });

        assertThat(novita.failure(SpeakingNovita.words()).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(novita.received()).hasSize(1);
    }
}
