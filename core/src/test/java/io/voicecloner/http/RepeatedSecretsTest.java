package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that a provider repeats, and that were once printed because it spelled them otherwise or in another place. */
@Tag("S12")
class RepeatedSecretsTest {
    private static final String KEY = "sk-CANARY/1+2=3&4<5";

    private final CallScope scope = CallScope.of("fake", Duration.ofMinutes(1));
    private final Redaction redaction = new Redaction(scope);

    @BeforeEach
    void hide() {
        redaction.hide(KEY);
    }

    private String shown(String words) {
        return redaction.of(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-CANARY/1+2=3&4<5",
                "SK-CANARY/1+2=3&4<5",
                "sk-CANARY%2F1%2B2%3D3%264%3C5",
                "sk-CANARY%252F1%252B2%253D3%25264%253C5",
                "sk-CANARY\\/1\\u002b2\\u003D3\\u00264\\u003c5",
                "sk-CANARY&#47;1&#x2B;2=3&amp;4&lt;5",
                "sk-CANARY/1+2",
                "sk-CANARY/1+",
                "sk-CANARY/1+2~somehow~else"
            })
    void aKeyIsNotPrintedHoweverItIsSpelled(String spelled) {
        assertThat(shown("no key \"" + spelled + "\" here")).isEqualTo("no key \"[redacted]\" here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sk-CANA is known", "100 % & more", "a \\ b \\u00zz &#; &#xyz; %zz %", "sk-", "&", "%2", "\\"})
    void wordsThatHoldNoneAreLeftAlone(String words) {
        assertThat(shown(words)).isEqualTo(words);
    }

    @Test
    void whatLetsSomebodyReadARecordingIsNotPrinted() {
        scope.keepsToItself(List.of("unguessable-name", "short"));
        assertThat(shown("GET /unguessable-name/a.mp3 is short")).isEqualTo("GET /[redacted]/a.mp3 is short");
    }

    @Test
    void honestWordsThatBeginLikeTheNameOfARecordingWereTakenOutOnce() {
        scope.keepsToItself(List.of("recording-2026.wav"));
        assertThat(shown("The recording is too short: recording-2026.wav"))
                .isEqualTo("The recording is too short: [redacted]");
    }

    @Test
    void theIdOfAVoiceInDoubtWasTakenForPartOfARecordingsAddress() {
        scope.keepsToItself(List.of("recording-2026.wav", "made-of-recording-2026.wav"));
        assertThat(redaction.ofId("recording-voice-77")).isEqualTo("recording-voice-77");
        assertThat(redaction.ofId("voice-of-" + KEY)).isEqualTo("voice-of-[redacted]");
    }

    @Test
    void aSecretEncodedThousandsOfTimesEndedInAStackOverflow() throws InterruptedException {
        AtomicReference<String> shown = new AtomicReference<>();
        Thread thread = new Thread(null, () -> shown.set(shown("%" + "25".repeat(8_000))), "small-stack", 128 * 1024);
        thread.start();
        thread.join();
        assertThat(shown.get()).startsWith("%2525");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS://Media.example/a.mp3?s=CANARY",
                "https%3A%2F%2Fmedia.example%2Fa.mp3%3Fs%3DCANARY",
                "https:\\/\\/media.example\\/a.mp3\\u003fs=CANARY",
                "/a.mp3?s=CANARY",
                "https://us:CANARY@media.example/a.mp3",
                "X-Amz-Signature=CANARY",
                "signature%3DCANARY"
            })
    void theAddressOfAPreviewIsNotPrintedWithItsSignature(String spelled) {
        assertThat(shown("at " + spelled + " now"))
                .doesNotContain("CANARY")
                .startsWith("at ")
                .endsWith(" now");
    }

    @Test
    void aCauseThatQuotesAnAnswerIsReplacedByOneThatDoesNot() {
        Exception quoting = new IOException("broken", new ProtocolException("Unexpected status line: " + KEY));
        quoting.addSuppressed(new IOException("and " + KEY));
        Throwable shown = Quoted.of(quoting, redaction);

        assertThat(shown)
                .hasMessage("java.io.IOException: broken")
                .hasStackTraceContaining("java.net.ProtocolException: Unexpected status line: [redacted]")
                .hasStackTraceContaining("and [redacted]");
        assertThat(shown.getStackTrace()).isEqualTo(quoting.getStackTrace());
    }

    @Test
    void anyOtherCauseStaysWhatItIs() {
        Exception honest = new IOException("broken", new ProtocolException("Unexpected status line: x"));
        honest.addSuppressed(new IOException());
        assertThat(Quoted.of(honest, redaction)).isSameAs(honest);
    }
}
