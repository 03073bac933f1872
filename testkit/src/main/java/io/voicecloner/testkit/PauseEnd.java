package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.voicecloner.Category;
import io.voicecloner.CloneEvent;
import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.opentest4j.TestAbortedException;

/** What may end a clone while it pauses, before it asks again. */
enum PauseEnd {
    CANCEL,
    INTERRUPT,
    CLOSE,
    DEADLINE;

    private static final Set<Trouble> WORTH_ANOTHER_ATTEMPT =
            EnumSet.of(Trouble.RATE_LIMITED, Trouble.DROPPED_AFTER_ACTING, Trouble.UPLOAD_FAULT);

    /** Ends a clone in its first pause, once after each trouble with a pause after it; nothing more may be sent. */
    void check(Bench bench) {
        boolean paused = false;
        for (Trouble trouble :
                bench.troubles().filter(WORTH_ANOTHER_ATTEMPT::contains).toList()) {
            try (Bench fresh = bench.another()) {
                paused |= isReachedAfter(trouble, fresh);
            }
        }
        if (!paused) {
            throw new TestAbortedException("needs a provider that pauses before it asks again");
        }
    }

    private boolean isReachedAfter(Trouble trouble, Bench bench) {
        AtomicInteger sent = new AtomicInteger(-1);
        StagedClone clone = new StagedClone(bench, oversleeping(), (event, staged) -> {
            boolean pauses = event instanceof CloneEvent.Waiting waiting && waiting.why() == CloneEvent.Wait.REPEAT;
            if (pauses && sent.compareAndSet(-1, bench.host().requests())) {
                act(staged.cloner(), staged.future());
            }
        });
        bench.host().next(trouble);
        boolean interrupted = clone.run();
        if (sent.get() < 0) {
            return false;
        }
        String after = " after \"" + trouble.words() + "\" and a pause that ended by " + name();
        boolean mayExist = Outcome.of(trouble).orElseThrow().voiceMayExist();
        assertEquals(sent.get(), bench.host().requests(), "requests in all" + after);
        assertEquals(this == INTERRUPT, interrupted, "the thread's interrupt flag" + after);
        assertEquals(mayExist ? 1 : 0, Unanswered.doubts(clone.told()), () -> "doubts told" + after);
        if (this != CANCEL) {
            VoiceClonerException failure = Unanswered.failureOf(clone.future());
            assertEquals(
                    mayExist ? Category.AMBIGUOUS_OUTCOME : told(),
                    failure.category(),
                    () -> "the leaf" + after + ": " + failure);
        }
        return true;
    }

    private void act(VoiceCloner cloner, CompletableFuture<ClonedVoice> clone) {
        switch (this) {
            case CANCEL -> clone.cancel(true);
            case INTERRUPT -> Thread.currentThread().interrupt();
            case CLOSE -> cloner.close();
            case DEADLINE -> {}
        }
    }

    private Duration oversleeping() {
        return this == DEADLINE ? Duration.ofDays(1) : Duration.ZERO;
    }

    private Category told() {
        return this == DEADLINE ? Category.PROVIDER_UNAVAILABLE : Category.CANCELED;
    }
}
