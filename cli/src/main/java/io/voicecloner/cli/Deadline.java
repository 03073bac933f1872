package io.voicecloner.cli;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long the whole command may take, counted from when this was made. */
final class Deadline {
    private static final Duration LEAST = Duration.ofMillis(1);

    private final long began = System.nanoTime();
    private final @Nullable Duration limit;

    private Deadline(@Nullable Duration limit) {
        this.limit = limit;
    }

    /** A deadline after this time; null for none. */
    static Deadline in(@Nullable Duration limit) {
        return new Deadline(limit);
    }

    /** What is left, a millisecond at least, so that whoever gets it reports its end; empty without a deadline. */
    Optional<Duration> remaining() {
        if (limit == null) {
            return Optional.empty();
        }
        Duration left = limit.minusNanos(System.nanoTime() - began);
        return Optional.of(left.compareTo(LEAST) < 0 ? LEAST : left);
    }
}
