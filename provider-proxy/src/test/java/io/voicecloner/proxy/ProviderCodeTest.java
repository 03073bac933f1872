package io.voicecloner.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes of {@code base_resp} that spec/004 lists, and those of MiniMax that a gateway passes on. */
class ProviderCodeTest {
    private static final String WORDS = "the provider's own words";

    @AutoClose
    private final ProxyBench gateway = new ProxyBench();

    @ParameterizedTest
    @CsvSource({
        "1002, RATE_LIMITED, REFUSED",
        "1004, ACCESS, REJECTED",
        "1008, QUOTA, REJECTED",
        "1026, CONTENT_REJECTED, REJECTED",
        "2013, INVALID_REQUEST, REJECTED",
        "2049, ACCESS, REJECTED"
    })
    void everyCodeOfThePageMadeNoVoiceAtEitherStep(int code, Category category, Delivery delivery) {
        for (Step step : new Step[] {Step.CLONE, Step.UPLOAD}) {
            VoiceClonerException failure = refused(step, 200, code);

            assertThat(failure.category()).as(step.id()).isEqualTo(category);
            assertThat(failure.delivery()).as(step.id()).isEqualTo(delivery);
            assertThat(failure.voiceMayExist()).as(step.id()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1039, RATE_LIMITED, REFUSED, false",
        "1041, RATE_LIMITED, REFUSED, false",
        "2045, RATE_LIMITED, REFUSED, false",
        "1042, INVALID_REQUEST, REJECTED, false",
        "1043, INVALID_REQUEST, REJECTED, false",
        "1044, INVALID_REQUEST, REJECTED, false",
        "20132, INVALID_REQUEST, REJECTED, false",
        "2037, INVALID_REQUEST, REJECTED, false",
        "2038, ACCESS, REJECTED, false",
        "2039, VOICE_ID_TAKEN, REJECTED, false",
        "2042, ACCESS, REJECTED, false",
        "2048, INVALID_REQUEST, REJECTED, false",
        "2056, QUOTA, REJECTED, false",
        "1000, AMBIGUOUS_OUTCOME, UNKNOWN, true",
        "1001, AMBIGUOUS_OUTCOME, UNKNOWN, true",
        "1013, AMBIGUOUS_OUTCOME, UNKNOWN, true",
        "1024, AMBIGUOUS_OUTCOME, UNKNOWN, true",
        "1033, AMBIGUOUS_OUTCOME, UNKNOWN, true",
        "4242, AMBIGUOUS_OUTCOME, UNKNOWN, true"
    })
    void theCodesBehindTheGatewayMeanWhatTheyMeanThere(
            int code, Category category, Delivery delivery, boolean voiceMayExist) {
        VoiceClonerException failure = refused(Step.CLONE, 200, code);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.delivery()).isEqualTo(delivery);
        assertThat(failure.voiceMayExist()).isEqualTo(voiceMayExist);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 2013, INVALID_REQUEST",
        "401, 1004, ACCESS",
        "401, 2049, ACCESS",
        "402, 1008, QUOTA",
        "429, 1002, RATE_LIMITED",
        "429, 1008, QUOTA",
        "500, 1026, CONTENT_REJECTED",
        "502, 2013, INVALID_REQUEST",
        "502, 2039, VOICE_ID_TAKEN"
    })
    void aCodeCountsMoreThanTheStatus(int status, int code, Category category) {
        VoiceClonerException failure = refused(Step.CLONE, status, code);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    /** A gateway has no regions: the key is the gateway's own or the one it uses upstream. */
    @ParameterizedTest
    @ValueSource(ints = {1004, 2049})
    void aRefusedKeyIsNotBlamedOnARegionOfMiniMax(int code) {
        for (Step step : new Step[] {Step.CLONE, Step.UPLOAD}) {
            VoiceClonerException failure = refused(step, 200, code);

            assertThat(failure.reason()).isEqualTo(Reason.KEY);
            assertThat(failure.hint()).get().asString().isNotBlank();
            assertThat(failure.toString() + failure.hint())
                    .doesNotContainIgnoringCase("region")
                    .doesNotContainIgnoringCase("minimax.io")
                    .doesNotContainIgnoringCase("minimaxi.com");
        }
    }

    @Test
    void uploadsForNothingAreListed() {
        gateway.onClone(request -> Reply.json(ProxyBench.refusal(2013, WORDS)));

        assertThat(gateway.failure(Requests.withPrompt()).orphans())
                .containsExactlyInAnyOrder("123456789", "987654321");
    }

    private VoiceClonerException refused(Step step, int status, int code) {
        Reply reply = Reply.of(status, "application/json", ProxyBench.refusal(code, WORDS));
        try (ProxyBench bench = new ProxyBench()) {
            VoiceClonerException failure = bench.on(step, request -> reply).failure(Requests.plain());
            assertThat(failure.step()).isEqualTo(step);
            assertThat(failure.providerCode()).contains(Integer.toString(code));
            assertThat(failure.providerMessage()).contains(WORDS);
            assertThat(bench.clones()).hasSize(step == Step.CLONE ? 1 : 0);
            return failure;
        }
    }
}
