package io.voicecloner.highway;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code base_resp} of the system behind Highway, which its other pages list codes of: 0, 1002, 1004, 1039, 1042, 2013. */
class InnerCodeTest {
    private static final String WORDS = "the codes' own words";

    @AutoClose
    private final HighwayBench highway = new HighwayBench();

    @ParameterizedTest
    @CsvSource({
        "200, 1002, RATE_LIMITED, REFUSED",
        "429, 1002, RATE_LIMITED, REFUSED",
        "400, 1002, RATE_LIMITED, REFUSED",
        "200, 1004, ACCESS, REJECTED",
        "401, 1004, ACCESS, REJECTED",
        "400, 1004, ACCESS, REJECTED",
        "200, 1039, RATE_LIMITED, REFUSED",
        "400, 1039, RATE_LIMITED, REFUSED",
        "200, 1042, INVALID_REQUEST, REJECTED",
        "400, 1042, INVALID_REQUEST, REJECTED",
        "200, 2013, INVALID_REQUEST, REJECTED",
        "400, 2013, INVALID_REQUEST, REJECTED",
        "502, 2013, INVALID_REQUEST, REJECTED"
    })
    void aNoIsANoInAnyStatus(int status, int code, Category category, Delivery delivery) {
        VoiceClonerException failure = answered(status, "", code);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.delivery()).isEqualTo(delivery);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"voice_id\":\"\",", "\"voice_id\":null,"})
    void aNoIsANoDespiteAnEmptyVoiceIdBesideIt(String beside) {
        VoiceClonerException failure = answered(200, beside, 2013);

        assertThat(failure.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    @Test
    void aNoBesideAVoiceIdLeavesThatVoiceInDoubt() {
        VoiceClonerException failure = answered(200, "\"voice_id\":\"hw-1\",", 2013);

        assertThat(failure.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.voiceId()).contains("hw-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1013, 1024, 1033, 4242})
    void aFaultOrAnUnlistedCodeLeavesTheOutcomeOpen(int code) {
        VoiceClonerException failure = answered(200, "\"voice_id\":\"hw-1\",", code);

        assertThat(failure.category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.voiceMayExist()).isTrue();
    }

    /** Those are MiniMax's own, and a key of Highway's belongs to neither. */
    @ParameterizedTest
    @ValueSource(ints = {1004, 2049})
    void aRefusedKeyIsNotBlamedOnTheSitesOfMiniMax(int code) {
        VoiceClonerException failure = answered(200, "", code);

        assertThat(failure.category()).isEqualTo(Category.ACCESS);
        assertThat(failure.toString() + failure.hint())
                .doesNotContainIgnoringCase("minimax.io")
                .doesNotContainIgnoringCase("minimaxi.com")
                .doesNotContainIgnoringCase("region");
    }

    private VoiceClonerException answered(int status, String beside, int code) {
        VoiceClonerException failure = highway.failure(Reply.of(
                status,
                "application/json",
                "{" + beside + "\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":\"" + WORDS + "\"}}"));
        assertThat(failure.providerCode()).contains(Integer.toString(code));
        assertThat(failure.providerMessage()).contains(WORDS);
        return failure;
    }
}
