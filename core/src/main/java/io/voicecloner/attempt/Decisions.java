package io.voicecloner.attempt;

import static io.voicecloner.attempt.Decision.RECONCILE;
import static io.voicecloner.attempt.Decision.REPEAT;
import static io.voicecloner.attempt.Decision.STOP;
import static io.voicecloner.attempt.Decision.WAIT;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is done after a request failed, as data: how far it came × what it was for.
 *
 * <pre>
 *               UPLOAD   CREATE_BY_ID  CREATE   READ, QUERY, DELETE  SPEAK
 * NOT_SENT      repeat   repeat        repeat   repeat               repeat
 * REFUSED       wait     wait          wait     wait                 wait
 * REJECTED      stop     stop          stop     stop                 stop
 * INCOMPLETE    repeat   reconcile     stop     repeat               repeat
 * UNKNOWN       repeat   reconcile     stop     repeat               repeat, as often as the caller pays for
 * ANSWER_LOST   repeat   reconcile     stop     repeat               repeat, as often as the caller pays for
 * </pre>
 *
 * Some reasons stop whatever the table says: asking again could not help, or would hide what is wrong.
 */
final class Decisions {
    private static final Set<Reason> FINAL = EnumSet.of(
            Reason.CANCELED,
            Reason.DEADLINE,
            Reason.CERTIFICATE,
            Reason.BREAKER_OPEN,
            Reason.OVERLOADED,
            Reason.RATE_GATE,
            Reason.IN_FLIGHT,
            Reason.KEY,
            Reason.AUDIO);

    /** A whole answer that makes no sense would make no more of it the second time, and cost as much. */
    private static final Set<Reason> FINAL_FOR_WHAT_COSTS =
            EnumSet.of(Reason.NOT_JSON, Reason.TOO_LARGE, Reason.UNREADABLE, Reason.OUTPUT, Reason.UNSAFE_URL);

    private Decisions() {}

    static Decision of(Operation operation, VoiceClonerException failure) {
        // Refused on this side: a turn that comes too late, a request that cannot be put together.
        boolean refusedHere = failure.delivery() == Delivery.NOT_SENT
                && (failure.reason() == Reason.RATE || failure.reason() == Reason.UNREADABLE);
        boolean hopeless = failure.category() == Category.CONFIGURATION
                || FINAL.contains(failure.reason())
                || (operation == Operation.SPEAK && FINAL_FOR_WHAT_COSTS.contains(failure.reason()));
        return refusedHere || hopeless ? STOP : of(operation, failure.delivery());
    }

    static Decision of(Operation operation, Delivery delivery) {
        return switch (delivery) {
            case NOT_SENT -> REPEAT;
            case REFUSED -> WAIT;
            case REJECTED, DONE -> STOP;
            case INCOMPLETE, UNKNOWN, ANSWER_LOST ->
                switch (operation) {
                    case UPLOAD, READ, QUERY, SPEAK, DELETE -> REPEAT;
                    case CREATE_BY_ID -> RECONCILE;
                    case CREATE -> STOP;
                };
        };
    }
}
