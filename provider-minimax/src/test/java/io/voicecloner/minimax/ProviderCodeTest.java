package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code base_resp.status_code}, which comes with HTTP 200. */
class ProviderCodeTest {
    private static final String WORDS = "the provider's own words";

    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @ParameterizedTest
    @CsvSource({
        "1002, RATE_LIMITED, REFUSED",
        "1039, RATE_LIMITED, REFUSED",
        "1041, RATE_LIMITED, REFUSED",
        "2045, RATE_LIMITED, REFUSED",
        "1004, ACCESS, REJECTED",
        "2049, ACCESS, REJECTED",
        "2038, ACCESS, REJECTED",
        "2042, ACCESS, REJECTED",
        "1008, QUOTA, REJECTED",
        "1026, CONTENT_REJECTED, REJECTED",
        "2013, INVALID_REQUEST, REJECTED",
        "2037, INVALID_REQUEST, REJECTED",
        "2048, INVALID_REQUEST, REJECTED",
        "20132, INVALID_REQUEST, REJECTED",
        "2039, VOICE_ID_TAKEN, REJECTED"
    })
    void aNoToTheCloneMadeNoVoice(int code, Category category, Delivery delivery) {
        VoiceClonerException failure = refusedClone(code);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.delivery()).isEqualTo(delivery);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    /** The codes of the public table that spec/001 does not list. */
    @ParameterizedTest
    @CsvSource({
        "1028, QUOTA",
        "1030, QUOTA",
        "2056, QUOTA",
        "2061, QUOTA",
        "1042, INVALID_REQUEST",
        "1043, INVALID_REQUEST",
        "1044, INVALID_REQUEST"
    })
    void aRarerNoToTheCloneMadeNoVoiceEither(int code, Category category) {
        VoiceClonerException failure = refusedClone(code);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1013, 1024, 1033, 4242, -1, 1})
    void aFaultOrAnUnlistedCodeOnTheCloneLeavesTheOutcomeOpen(int code) {
        VoiceClonerException failure = refusedClone(code);

        assertThat(failure.category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.voiceMayExist()).isTrue();
    }

    @Test
    void unsafeSpeechRejectsTheTextButTheVoiceMayExist() {
        VoiceClonerException failure = refusedClone(1027);

        assertThat(failure.category()).isEqualTo(Category.CONTENT_REJECTED);
        assertThat(failure.voiceMayExist()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1004\"", "1004", "1004.0", "\"1004\",\"status_msg\":null"})
    void aCodeIsANumberHoweverItIsWritten(String code) {
        minimax.onClone(request -> Reply.json("{\"base_resp\":{\"status_code\":" + code + "}}"));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure.category()).isEqualTo(Category.ACCESS);
        assertThat(failure.providerCode()).contains("1004");
        assertThat(failure.providerMessage().orElse("")).isEmpty();
    }

    @Test
    void aCodeCountsMoreThanTheFieldsOfASuccess() {
        minimax.onClone(request -> Reply.json("{\"input_sensitive\":true,\"input_sensitive_type\":4,"
                + "\"demo_audio\":\"https://a.example/b.mp3\",\"base_resp\":{\"status_code\":1026}}"));

        VoiceClonerException failure = minimax.failure(Requests.withPreview());

        assertThat(failure.category()).isEqualTo(Category.CONTENT_REJECTED);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    private VoiceClonerException refusedClone(int code) {
        minimax.onClone(request -> Reply.json(MiniMaxBench.refusal(code, WORDS)));
        VoiceClonerException failure = minimax.failure(Requests.plain());
        assertVerbatim(failure, code);
        assertThat(failure.step()).isEqualTo(Step.CLONE);
        assertThat(minimax.clones()).hasSize(1);
        return failure;
    }

    private static void assertVerbatim(VoiceClonerException failure, int code) {
        assertThat(failure.providerCode()).contains(Integer.toString(code));
        assertThat(failure.providerMessage()).contains(WORDS);
    }
}
