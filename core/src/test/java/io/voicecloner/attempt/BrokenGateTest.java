package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderSettings;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.RateGate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A gate that others share may fail like anything else that is far away. */
class BrokenGateTest {
    private final VirtualTime time = new VirtualTime();
    private final CallScope scope = CallScope.of("fake", Duration.ofMinutes(5), "vc-known", null, time);
    private final StoreOutOfReach gate = new StoreOutOfReach();
    private final Attempts attempts =
            new Attempts(() -> "account", ProviderSettings.of("long-enough"), time, Chance.MOST, Optional.of(gate));

    @Test
    void withoutATurnNothingIsSent() {
        gate.failsFrom(0);

        ProviderUnavailableException failure = catchThrowableOfType(
                ProviderUnavailableException.class,
                () -> attempts.create(scope, () -> {
                    throw new AssertionError("sent");
                }));

        assertThat(failure.reason()).isEqualTo(Reason.RATE_GATE);
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure).hasRootCauseMessage("out of reach");
    }

    @Test
    void aDoubtIsNotForgottenOverAGateThatFailsBeforeTheRepeat() {
        VoiceClonerException failure =
                asked(List.of(failure(Category.AMBIGUOUS_OUTCOME, Reason.TIMEOUT, Delivery.UNKNOWN)), 1);

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.reason()).isEqualTo(Reason.RATE_GATE);
    }

    @Test
    void aDoubtIsNotForgottenOverAGateThatCannotBeToldToHold() {
        gate.holdsNot();
        VoiceClonerException failure = asked(
                List.of(
                        failure(Category.AMBIGUOUS_OUTCOME, Reason.TIMEOUT, Delivery.UNKNOWN),
                        failure(Category.RATE_LIMITED, Reason.RATE, Delivery.REFUSED),
                        failure(Category.RATE_LIMITED, Reason.RATE, Delivery.REFUSED)),
                Integer.MAX_VALUE);

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.voiceId()).contains("vc-known");
    }

    private VoiceClonerException asked(List<VoiceClonerException> answers, int turns) {
        gate.failsFrom(turns);
        Deque<VoiceClonerException> left = new ArrayDeque<>(answers);
        return catchThrowableOfType(
                VoiceClonerException.class,
                () -> attempts.createById("vc-known", true, scope, () -> new Attempts.CreateById<String>() {
                    @Override
                    public String send(boolean withPreview) {
                        scope.createAttempted();
                        throw left.remove();
                    }

                    @Override
                    public String inferred() {
                        throw new AssertionError("nobody said that the id is taken");
                    }
                }));
    }

    private VoiceClonerException failure(Category category, Reason reason, Delivery delivery) {
        return Failures.exception(scope.failure(category, reason, Step.CLONE, reason.id())
                .delivery(delivery)
                .retryAfter(delivery == Delivery.REFUSED ? Duration.ofSeconds(1) : null));
    }

    /** Gives so many turns and then fails. */
    private static final class StoreOutOfReach implements RateGate {
        private int turns;
        private boolean holds = true;

        void failsFrom(int afterSoMany) {
            turns = afterSoMany;
        }

        void holdsNot() {
            holds = false;
        }

        @Override
        public Duration reserve(String account, String operation, Duration maxWait) {
            if (turns-- <= 0) {
                throw new IllegalStateException("out of reach");
            }
            return Duration.ZERO;
        }

        @Override
        public void hold(String account, String operation, Duration pause) {
            if (!holds) {
                throw new IllegalStateException("out of reach");
            }
        }

        @Override
        public Duration held(String account, String operation) {
            return Duration.ZERO;
        }
    }
}
