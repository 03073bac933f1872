package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Step;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A slot that is given back goes to who waits longest, whatever befell the one who had it. */
class FreedSlotTest {
    private final Slots slots = new Slots("test", 1, 8);

    @Test
    void whoWasInterruptedGivesItsSlotBackAllTheSame() throws Exception {
        slots.enter(Step.CLONE, scope());
        CompletableFuture<Void> waiting = waiter();

        Thread.currentThread().interrupt();
        slots.leave();

        assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
        waiting.get(5, TimeUnit.SECONDS);
    }

    @Test
    void everybodyInTheQueueGetsInInTurn() throws Exception {
        slots.enter(Step.CLONE, scope());
        CompletableFuture<Void> second = waiter();
        CompletableFuture<Void> third = waiter();

        slots.leave();
        second.get(5, TimeUnit.SECONDS);
        assertThat(third).isNotDone();

        slots.leave();
        third.get(5, TimeUnit.SECONDS);
    }

    /** Has taken its place in the queue when this returns. */
    private CompletableFuture<Void> waiter() throws InterruptedException {
        CompletableFuture<Void> entered = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            slots.enter(Step.CLONE, scope());
            entered.complete(null);
        });
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
        return entered;
    }

    private static CallScope scope() {
        return CallScope.of("model", Duration.ofSeconds(30));
    }
}
