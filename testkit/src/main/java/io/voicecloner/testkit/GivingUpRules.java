package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.voicecloner.CloneEvent;
import io.voicecloner.Step;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The caller gives up: nothing is sent from then on, and what may have been done is told. */
final class GivingUpRules {
    private static final String GROUP = "giving up";

    private GivingUpRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule(
                        "R74",
                        "a clone that is cancelled before a request is sent does not send it",
                        GivingUpRules::beforeSending),
                rule(
                                "R75",
                                "an interrupt ends a clone that waits for its answer, which says that a voice may exist",
                                GivingUpRules::interrupted)
                        .needs(Trouble.SLOW),
                rule(
                                "R76",
                                "a cancelled future ends a clone that waits for its answer, and the listener learns of the doubt",
                                GivingUpRules::canceled)
                        .needs(Trouble.SLOW),
                rule("R77", "a clone that is given up in a pause sends nothing more", GivingUpRules::inPause));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, GROUP, title, check);
    }

    private static void beforeSending(Bench bench) {
        try (Bench fresh = bench.another()) {
            StagedClone clone = new StagedClone(fresh, Duration.ZERO, (event, staged) -> {});
            int sent = fresh.host().requests();
            clone.future().cancel(true);
            clone.run();
            assertEquals(sent, fresh.host().requests(), "requests after a cancel before the clone began");
        }
        canceledAt(Step.CHECK, bench);
        canceledAt(Step.UPLOAD, bench);
        if (!canceledAt(Step.CLONE, bench)) {
            throw new TestAbortedException("needs a provider that tells when it begins with a voice");
        }
    }

    /** Whether the clone came that far. */
    private static boolean canceledAt(Step step, Bench bench) {
        AtomicInteger sent = new AtomicInteger(-1);
        try (Bench fresh = bench.another()) {
            StagedClone clone = new StagedClone(fresh, Duration.ZERO, (event, staged) -> {
                if (event instanceof CloneEvent.StepStarted started && started.step() == step) {
                    sent.set(fresh.host().requests());
                    staged.future().cancel(true);
                }
            });
            clone.run();
            if (sent.get() >= 0) {
                assertEquals(
                        sent.get(),
                        fresh.host().requests(),
                        () -> "requests after a cancel as the clone began with " + step.doing());
            }
        }
        return sent.get() >= 0;
    }

    private static void interrupted(Bench bench) throws InterruptedException {
        Unanswered clone = Unanswered.begin(bench, bench.plain());
        clone.interrupt();
        clone.requireDoubt("after an interrupt");
        clone.requireInterrupted();
    }

    private static void canceled(Bench bench) throws InterruptedException {
        Unanswered clone = Unanswered.begin(bench, bench.plain());
        clone.cancel();
        clone.requireDoubt("after its future was cancelled");
    }

    private static void inPause(Bench bench) {
        PauseEnd.CANCEL.check(bench);
        PauseEnd.INTERRUPT.check(bench);
    }
}
