package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code base_resp} of the system behind Novita, should one shine through. Beside a voice id it is not the whole truth. */
class InnerCodeTest {
    @AutoClose
    private final NovitaBench novita = new NovitaBench();

    @ParameterizedTest
    @CsvSource({
        "1002, RATE_LIMITED, REFUSED",
        "1039, RATE_LIMITED, REFUSED",
        "1004, ACCESS, REJECTED",
        "2049, ACCESS, REJECTED",
        "2038, ACCESS, REJECTED",
        "1008, QUOTA, REJECTED",
        "1026, CONTENT_REJECTED, REJECTED",
        "2013, INVALID_REQUEST, REJECTED",
        "2037, INVALID_REQUEST, REJECTED",
        "2048, INVALID_REQUEST, REJECTED"
    })
    void aNoIsANo(int code, Category category, Delivery delivery) {
        for (String id : new String[] {"", "\"voice_id\":\"\","}) {
            VoiceClonerException failure = answered(200, refusal(id, code));

            assertThat(failure.category()).as(id).isEqualTo(category);
            assertThat(failure.delivery()).as(id).isEqualTo(delivery);
            assertThat(failure.voiceMayExist()).as(id).isFalse();
            assertThat(failure.providerCode()).contains(Integer.toString(code));
            assertThat(failure.providerMessage()).contains("own words");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1004, 1008, 1026, 2013, 2037, 2038, 2048, 2049})
    void aNoBesideAVoiceIdLeavesThatVoiceInDoubt(int code) {
        VoiceClonerException failure = answered(200, refusal("\"voice_id\":\"nv-1\",", code));

        assertThat(failure.category()).isNotEqualTo(Category.AMBIGUOUS_OUTCOME);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.voiceId()).contains("nv-1");
        assertThat(failure.providerCode()).contains(Integer.toString(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {1002, 1039, 1041, 2045})
    @Tag("F20")
    @Tag("faults")
    void aNotNowBesideAVoiceIdIsNeverAskedForAgain(int code) {
        try (FaultyNovita counted = new FaultyNovita()) {
            counted.answering(Reply.of(200, "application/json", refusal("\"voice_id\":\"nv-1\",", code)));

            VoiceClonerException failure = counted.failure();

            assertThat(failure.category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
            assertThat(failure.voiceId()).contains("nv-1");
            assertThat(counted.received()).hasSize(1);
        }
    }

    private static String refusal(String id, int code) {
        return "{" + id + "\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":\"own words\"}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1001", "1013", "1024", "1033", "4242", "\"1000\""})
    void aFaultOrAnUnlistedCodeLeavesTheOutcomeOpen(String code) {
        VoiceClonerException failure =
                answered(200, "{\"voice_id\":\"nv-1\",\"base_resp\":{\"status_code\":" + code + "}}");

        assertThat(failure.category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.voiceId()).contains("nv-1");
        assertThat(failure.providerCode()).contains(code.replace("\"", ""));
    }

    @ParameterizedTest
    @CsvSource({"500, 2037, INVALID_REQUEST", "502, 1004, ACCESS", "400, 1026, CONTENT_REJECTED"})
    void aCodeCountsMoreThanTheStatus(int status, int code, Category category) {
        VoiceClonerException failure = answered(status, "{\"base_resp\":{\"status_code\":" + code + "}}");

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    private VoiceClonerException answered(int status, String body) {
        return novita.onClone(Reply.of(status, "application/json", body)).failure();
    }
}
