package io.voicecloner.attempt;

import io.voicecloner.Category;
import io.voicecloner.CloneEvent;
import io.voicecloner.Rate;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.RateGate;
import io.voicecloner.spi.Time;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Lets requests of one kind through in turn, and holds them all back when the provider asks one of them to slow down. Who cannot be let
 * in before the deadline learns it at once.
 */
final class Gate {
    private final RateGate turns;
    private final Supplier<String> account;
    private final String operation;

    /** @param account what tells accounts apart; not printed */
    Gate(RateGate turns, Supplier<String> account, String operation) {
        this.turns = turns;
        this.account = account;
        this.operation = operation;
    }

    /** One for itself. */
    Gate(String operation, Rate rate, Time time) {
        this(new LocalRateGate(rate, time), () -> "", operation);
    }

    /** Waits for this request's turn. Nobody takes one while all are held back: those who were would come out all at once. */
    void pass(Step step, CallScope scope) {
        String who = account.get();
        do {
            wait(held(who, step, scope), step, scope);
            Duration inTime = inTime(scope);
            Duration turn = asked(step, scope, () -> turns.reserve(who, operation, inTime));
            if (turn.compareTo(inTime) > 0) {
                throw full(step, scope, turn);
            }
            wait(turn, step, scope);
        } while (!held(who, step, scope).isZero());
    }

    /** Fails if everybody is held back until after the deadline, and takes no turn. */
    void peek(Step step, CallScope scope) {
        Duration held = held(account.get(), step, scope);
        if (held.compareTo(inTime(scope)) > 0) {
            throw full(step, scope, held);
        }
    }

    /** Lets nobody through for this long, if that can be had: what becomes of a request that was sent does not depend on it. */
    void hold(Duration pause) {
        try {
            turns.hold(account.get(), operation, pause);
        } catch (RuntimeException ignored) {
            // The caller waits in any case; the others learn from the provider what they could not be told here.
        }
    }

    private Duration held(String who, Step step, CallScope scope) {
        return asked(step, scope, () -> turns.held(who, operation));
    }

    /** A gate of somebody else's may fail: nothing was sent then, and nothing is. */
    private static Duration asked(Step step, CallScope scope, Supplier<Duration> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw Failures.exception(
                    scope.failure(
                                    Category.PROVIDER_UNAVAILABLE,
                                    Reason.RATE_GATE,
                                    step,
                                    "the gate that says whose turn it is failed")
                            .hint("Look after the rate gate: nothing is sent without a turn."),
                    e);
        }
    }

    private static void wait(Duration wait, Step step, CallScope scope) {
        if (wait.compareTo(inTime(scope)) > 0) {
            throw full(step, scope, wait);
        }
        if (!wait.isZero()) {
            scope.pause(step, CloneEvent.Wait.TURN, wait);
            FailurePolicy.requireTime(step, scope);
        }
    }

    /** A turn at the very moment of the deadline would be too late. */
    private static Duration inTime(CallScope scope) {
        Duration left = scope.remaining();
        return left.isZero() ? left : left.minusNanos(1);
    }

    private static VoiceClonerException full(Step step, CallScope scope, Duration wait) {
        return Failures.exception(scope.failure(
                        Category.RATE_LIMITED,
                        Reason.RATE,
                        step,
                        "this account's turn to ask would come only after the deadline")
                .retryAfter(wait)
                .hint("Allow more time, ask for less, or set another rate."));
    }
}
