package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One call at a time for one voice id of one account. */
class SingleFlightTest {
    private static final String ACCOUNT = "secret-account-key";

    private final CallScope scope = CallScope.of("fake", Duration.ofMinutes(1));

    @Test
    void aSecondCallForTheSameIdIsRefusedBeforeAnythingIsSent() {
        try (SingleFlight first = enter(ACCOUNT, "vc-same")) {
            assertThat(first).isNotNull();
            VoiceClonerException refusal =
                    catchThrowableOfType(VoiceClonerException.class, () -> enter(ACCOUNT, "vc-same"));

            assertThat(refusal.category()).isEqualTo(Category.VOICE_ID_TAKEN);
            assertThat(refusal.reason()).isEqualTo(Reason.IN_FLIGHT);
            assertThat(refusal.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(refusal.voiceMayExist()).isFalse();
            assertThat(refusal).hasMessageContaining("Wait for that call").hasMessageNotContaining(ACCOUNT);
        }
    }

    @Test
    void anotherIdOrAnotherAccountIsAnotherMatter() {
        try (SingleFlight one = enter(ACCOUNT, "vc-one");
                SingleFlight otherId = enter(ACCOUNT, "vc-two");
                SingleFlight otherAccount = enter("another", "vc-one")) {
            assertThat(one).isNotSameAs(otherId).isNotSameAs(otherAccount);
        }
    }

    @Test
    void theIdIsFreeOnceTheCallHasEnded() {
        enter(ACCOUNT, "vc-after").close();

        SingleFlight next = enter(ACCOUNT, "vc-after");

        next.close();
        assertThat(next).isNotNull();
    }

    @Test
    void theRefusedCallDoesNotFreeTheIdOfTheOneThatGoesOn() {
        try (SingleFlight first = enter(ACCOUNT, "vc-still")) {
            assertThat(first).isNotNull();
            for (int i = 0; i < 2; i++) {
                assertThat(catchThrowableOfType(VoiceClonerException.class, () -> enter(ACCOUNT, "vc-still")))
                        .isNotNull();
            }
        }
    }

    private SingleFlight enter(String account, String voiceId) {
        return SingleFlight.enter(account, voiceId, Step.CLONE, scope);
    }
}
