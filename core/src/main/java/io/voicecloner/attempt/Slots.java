package io.voicecloner.attempt;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.voicecloner.Category;
import io.voicecloner.CloneEvent;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/** How many requests of one kind are in flight at once. The rest waits in a queue, in order; beyond its end nobody waits. */
final class Slots {
    private final Bulkhead slots;
    private final int longestQueue;
    private final Deque<Waiter> queue = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();

    Slots(String name, int atOnce, int longestQueue) {
        this.slots = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(atOnce)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.longestQueue = longestQueue;
    }

    /** Takes a slot, which {@link #leave} gives back. Waits no longer than the deadline or a cancel allow. */
    void enter(Step step, CallScope scope) {
        if (enteredAtOnce(step, scope)) {
            return;
        }
        // Told before there is a place in the queue: a listener that takes its time would hold a slot that comes
        // meanwhile.
        scope.tell(() ->
                new CloneEvent.Waiting(scope.provider(), scope.call(), step, CloneEvent.Wait.SLOT, Optional.empty()));
        Waiter waiter = queued(step, scope);
        while (true) {
            scope.pauseUntil(waiter.turn);
            if (admitted(waiter, scope)) {
                return;
            }
            FailurePolicy.requireTime(step, scope);
        }
    }

    /** Gives a slot back, to who waits longest. Who was interrupted gives it back too: the flag, which the bulkhead would feel, is kept. */
    void leave() {
        boolean interrupted = Thread.interrupted();
        lock.lock();
        try {
            slots.onComplete();
            admitWaiting();
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void admitWaiting() {
        while (!queue.isEmpty() && slots.tryAcquirePermission()) {
            Waiter next = queue.remove();
            next.admitted = true;
            next.turn.countDown();
        }
    }

    private boolean enteredAtOnce(Step step, CallScope scope) {
        lock.lock();
        try {
            if (queue.isEmpty() && slots.tryAcquirePermission()) {
                return true;
            }
            requireRoom(step, scope);
            return false;
        } finally {
            lock.unlock();
        }
    }

    private Waiter queued(Step step, CallScope scope) {
        lock.lock();
        try {
            requireRoom(step, scope);
            Waiter waiter = new Waiter();
            queue.add(waiter);
            // A slot may have come while nobody stood here.
            admitWaiting();
            return waiter;
        } finally {
            lock.unlock();
        }
    }

    private void requireRoom(Step step, CallScope scope) {
        if (queue.size() >= longestQueue) {
            throw Failures.exception(scope.failure(
                            Category.PROVIDER_UNAVAILABLE,
                            Reason.OVERLOADED,
                            step,
                            longestQueue + " others wait here already")
                    .hint("Ask for less at once."));
        }
    }

    /** Who gives up leaves the queue, unless the slot came at the same moment. */
    private boolean admitted(Waiter waiter, CallScope scope) {
        lock.lock();
        try {
            if (!waiter.admitted && (scope.isCanceled() || scope.remaining().isZero())) {
                queue.remove(waiter);
            }
            return waiter.admitted;
        } finally {
            lock.unlock();
        }
    }

    /** Somebody in the queue. */
    private static final class Waiter {
        private final CountDownLatch turn = new CountDownLatch(1);
        private boolean admitted;
    }
}
