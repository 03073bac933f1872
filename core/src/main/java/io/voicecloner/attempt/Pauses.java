package io.voicecloner.attempt;

import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a request is sent again. What the provider asks for is kept to; otherwise pauses double, and chance spreads
 * callers that failed together.
 */
final class Pauses {
    /** Nobody wants to wait longer for a provider that says so; the caller is told instead, unless a voice is in doubt. */
    static final Duration LONGEST_ASKED = Duration.ofSeconds(60);

    /** This long Java remembers that a name does not resolve. */
    private static final Duration UNTIL_NAMES_ARE_ASKED_FOR_AGAIN = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration LONGEST_READ = Duration.ofSeconds(5);
    private static final Duration LONGEST_REFUSED = Duration.ofSeconds(30);

    private static final List<Duration> UNTIL_SPEECH_IS_ALLOWED =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /** A clone takes 5 to 30 s: the first request may still be at work. */
    private static final Duration BEFORE_RECONCILING = Duration.ofSeconds(5);

    private static final Duration BEFORE_RECONCILING_AGAIN = Duration.ofSeconds(15);

    /** A recording that is still being stored is in no list yet. */
    private static final Duration BEFORE_LOOKING_FOR_AN_UPLOAD = Duration.ofSeconds(5);

    private final RandomGenerator random;

    Pauses(RandomGenerator random) {
        this.random = random;
    }

    /**
     * How long, after this many attempts; empty if the provider asks for more than anybody wants to wait.
     *
     * @param attempts how many were made so far, at least one
     */
    Optional<Duration> after(Operation operation, Decision decision, int attempts, VoiceClonerException failure) {
        return switch (decision) {
            case STOP -> Optional.empty();
            case WAIT -> asked(failure, whileRefused(operation, attempts), Duration.ZERO);
            case RECONCILE -> {
                boolean soon = attempts == 1 && failure.reason() != Reason.TIMEOUT;
                Duration own = soon ? BEFORE_RECONCILING : BEFORE_RECONCILING_AGAIN;
                // Who asks for too much is asked all the same in the end: nothing else tells whether there is a voice.
                yield Optional.of(asked(failure, own, own).orElse(LONGEST_ASKED));
            }
            case REPEAT -> {
                Duration own = beforeRepeating(operation, attempts, failure.reason());
                yield asked(failure, own, own);
            }
        };
    }

    private Duration beforeRepeating(Operation operation, int attempts, Reason reason) {
        if (reason == Reason.DNS) {
            return UNTIL_NAMES_ARE_ASKED_FOR_AGAIN;
        }
        if (operation == Operation.READ || operation == Operation.QUERY) {
            return doubled(300, attempts, LONGEST_READ);
        }
        if (operation == Operation.SPEAK) {
            return doubled(1_000, attempts, LONGEST);
        }
        return operation == Operation.UPLOAD && reason == Reason.TIMEOUT
                ? BEFORE_LOOKING_FOR_AN_UPLOAD
                : doubled(500, attempts, LONGEST);
    }

    /** Characters of speech are counted by the minute. */
    private Duration whileRefused(Operation operation, int attempts) {
        return operation == Operation.SPEAK
                ? UNTIL_SPEECH_IS_ALLOWED.get(Math.min(attempts, UNTIL_SPEECH_IS_ALLOWED.size()) - 1)
                : doubled(2_000, attempts, LONGEST_REFUSED);
    }

    /** What the provider asks for, but no less than the least; our own pause where it asks for nothing. */
    private Optional<Duration> asked(VoiceClonerException failure, Duration own, Duration least) {
        Optional<Duration> asked = failure.retryAfter();
        return asked.isEmpty()
                ? Optional.of(own)
                : kept(asked.get()).map(pause -> pause.compareTo(least) < 0 ? least : pause);
    }

    /** Never shorter than asked for, and up to a tenth longer. */
    private Optional<Duration> kept(Duration asked) {
        if (asked.compareTo(LONGEST_ASKED) > 0) {
            return Optional.empty();
        }
        long millis = Math.max(asked.toMillis(), 500);
        return Optional.of(Duration.ofMillis(millis + random.nextLong(millis / 10 + 1)));
    }

    private Duration doubled(long firstMillis, int attempts, Duration longest) {
        long most = Math.min(longest.toMillis(), firstMillis << Math.min(attempts - 1, 16));
        return Duration.ofMillis(1 + random.nextLong(most));
    }
}
