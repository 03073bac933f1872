package io.voicecloner.attempt;

import static io.voicecloner.attempt.AttemptsBench.failed;
import static io.voicecloner.attempt.AttemptsBench.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.Rate;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Speech has turns, slots and a breaker of its own: what becomes of it says nothing of cloning, and the other way round. */
class SpeechGuardsTest {
    private final AttemptsBench bench = new AttemptsBench();

    @Test
    void speechThatFailsLeavesTheMakingOfVoicesAlone() {
        Attempts attempts = bench.attempts(settings(1));
        breakBy(() -> attempts.speak(0, bench.scope, bench::answered));

        assertThat(failed(() -> attempts.speak(0, bench.scope, bench::answered)).reason())
                .isEqualTo(Reason.BREAKER_OPEN);
        bench.answers.clear();
        assertThat(bench.create(attempts)).isEqualTo("done");
        assertThat(bench.upload(attempts)).isEqualTo("done");
        attempts.requireReady(bench.scope);
    }

    @Test
    void voicesThatCannotBeMadeCanBeSpokenWith() {
        Attempts attempts = bench.attempts(settings(1));
        breakBy(() -> bench.create(attempts));

        assertThat(failed(() -> bench.create(attempts)).reason()).isEqualTo(Reason.BREAKER_OPEN);
        bench.answers.clear();
        assertThat(attempts.speak(0, bench.scope, bench::answered)).isEqualTo("done");
    }

    @Test
    void questionsAndListsAndDeletionsHaveNoBreaker() {
        Attempts attempts = bench.attempts(settings(1));
        for (Operation operation : new Operation[] {Operation.QUERY, Operation.READ, Operation.DELETE}) {
            breakBy(() -> attempts.repeat(operation, Step.LIST_VOICES, bench.scope, bench::answered));
            bench.answers.clear();
            assertThat(attempts.repeat(operation, Step.LIST_VOICES, bench.scope, bench::answered))
                    .isEqualTo("done");
        }
    }

    @Test
    void aTurnOfSpeechTakesNoneFromCloning() {
        Attempts attempts =
                bench.attempts(settings(1).withRate(Rate.parse("1/s").orElseThrow()));

        attempts.speak(0, bench.scope, bench::answered);
        bench.create(attempts);
        assertThat(bench.time.waits()).isEmpty();
        attempts.speak(0, bench.scope, bench::answered);
        assertThat(bench.time.waits()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void tasksAreAskedAfterTenTimesASecondAtMost() {
        Attempts attempts = bench.attempts(settings(1));

        attempts.repeat(Operation.QUERY, Step.AWAIT_SPEECH, bench.scope, bench::answered);
        attempts.repeat(Operation.QUERY, Step.AWAIT_SPEECH, bench.scope, bench::answered);

        assertThat(bench.time.waits()).containsExactly(Duration.ofMillis(100));
    }

    /** Speech that was listened to at the pace it is spoken was called slow, and after five of it nobody could speak. */
    @Test
    void longSpeechIsNoSlowProvider() {
        Attempts attempts = bench.attempts(settings(1));
        for (int i = 0; i < 8; i++) {
            assertThat(attempts.speak(0, bench.scope, () -> {
                        bench.time.pass(Duration.ofSeconds(140));
                        return "long";
                    }))
                    .isEqualTo("long");
        }
    }

    private void breakBy(Runnable call) {
        VoiceClonerException fault = Failures.exception(
                FailureReport.of(Category.PROVIDER_UNAVAILABLE, Reason.PROVIDER_FAULT, Step.SPEAK, "it failed")
                        .delivery(Delivery.UNKNOWN));
        bench.failForever(fault);
        for (int i = 0; i < 5; i++) {
            failed(() -> {
                call.run();
                return null;
            });
        }
    }
}
