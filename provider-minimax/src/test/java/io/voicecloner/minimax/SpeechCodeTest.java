package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a code means of speech (wire-facts 1.5, reliability 1.11 and 1.12). */
class SpeechCodeTest {
    private static final String WORDS = "the provider's own words";

    @AutoClose
    private final SpeakingMiniMax minimax = new SpeakingMiniMax().with("attempts", "1");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "2054, VOICE_NOT_FOUND, MISSING_VOICE, REJECTED",
        "20132, VOICE_NOT_FOUND, MISSING_VOICE, REJECTED",
        "2042, ACCESS, FOREIGN_VOICE, REJECTED",
        "1002, RATE_LIMITED, RATE, REFUSED",
        "1039, RATE_LIMITED, RATE, REFUSED",
        "1041, RATE_LIMITED, CONCURRENCY, REFUSED",
        "1026, CONTENT_REJECTED, INPUT_CONTENT, REJECTED",
        "1027, CONTENT_REJECTED, OUTPUT_CONTENT, REJECTED",
        "1042, INVALID_REQUEST, PARAMETER, REJECTED",
        "2013, INVALID_REQUEST, PARAMETER, REJECTED",
        "1008, QUOTA, BALANCE, REJECTED",
        "2061, QUOTA, PLAN, REJECTED",
        "1004, ACCESS, REGION, REJECTED",
        "1000, PROVIDER_UNAVAILABLE, UNEXPLAINED, UNKNOWN",
        "1001, PROVIDER_UNAVAILABLE, TIMEOUT, UNKNOWN",
        "1024, PROVIDER_UNAVAILABLE, PROVIDER_FAULT, UNKNOWN",
        "4242, PROVIDER_UNAVAILABLE, UNLISTED_CODE, UNKNOWN"
    })
    void aCodeSaysTheSameInEveryWayOfSpeaking(int code, Category category, Reason reason, Delivery delivery) {
        minimax.on(SpeakingMiniMax.SPEAK, MiniMaxBench.refusal(code, WORDS))
                .on(SpeakingMiniMax.BEGIN, MiniMaxBench.refusal(code, WORDS));

        for (SpeechRequest request : new SpeechRequest[] {
            SpeakingMiniMax.request(), SpeakingMiniMax.request().withAudioByLink(true), SpeakingMiniMax.longRequest()
        }) {
            VoiceClonerException failure = failure(request);

            assertThat(failure.category()).isEqualTo(category);
            assertThat(failure.reason()).isEqualTo(reason);
            assertThat(failure.delivery()).isEqualTo(delivery);
            assertThat(failure.step()).isEqualTo(Step.SPEAK);
            assertThat(failure.providerCode()).contains(Integer.toString(code));
            assertThat(failure.providerMessage()).contains(WORDS);
            assertThat(failure.voiceMayExist()).isFalse();
        }
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(2);
        assertThat(minimax.received(SpeakingMiniMax.BEGIN)).hasSize(1);
    }

    @Test
    void anExpiredVoiceIsSaidToBeGoneSinceWhen() {
        minimax.on(SpeakingMiniMax.SPEAK, MiniMaxBench.refusal(2054, "voice id not exist"));
        Instant made = Instant.now().minus(Duration.ofDays(8));

        VoiceClonerException failure = failure(SpeakingMiniMax.request().withVoiceCreatedAt(made));

        assertThat(failure.hint().orElse(""))
                .contains("it expired")
                .contains(made.plus(Duration.ofDays(7)).toString());
    }

    @Test
    void aForeignVoiceIsSaidToBelongToAnotherAccount() {
        minimax.on(SpeakingMiniMax.SPEAK, MiniMaxBench.refusal(2042, "no access"));

        assertThat(failure(SpeakingMiniMax.request())).hasMessageContaining("belongs to another account");
    }

    @ParameterizedTest
    @CsvSource({
        "404, CONFIGURATION, MISCONFIGURED_ENDPOINT",
        "401, ACCESS, KEY",
        "429, RATE_LIMITED, RATE",
        "502, PROVIDER_UNAVAILABLE, PROVIDER_FAULT"
    })
    void aPlainPageIsReadByItsStatus(int status, Category category, Reason reason) {
        minimax.on(SpeakingMiniMax.SPEAK, request -> Reply.of(status, "text/plain", "a page of plain text"));

        VoiceClonerException failure = failure(SpeakingMiniMax.request());

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.providerMessage()).contains("a page of plain text");
    }

    private VoiceClonerException failure(SpeechRequest request) {
        return minimax.failure(cloner -> cloner.speech().synthesize(request, folder.resolve("speech.mp3")));
    }
}
