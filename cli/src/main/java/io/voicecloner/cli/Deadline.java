package io.voicecloner.cli;

import io.voicecloner.CanceledException;
import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
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

    /** Does work that takes no deadline of its own: when the time is up it is interrupted, and says so. */
    <T> T during(Supplier<T> work) {
        if (remaining().isEmpty()) {
            return work.get();
        }
        try (Alarm alarm = Alarm.in(remaining().get())) {
            try {
                return work.get();
            } catch (CanceledException e) {
                throw alarm.rang() ? outOfTime(e) : e;
            }
        }
    }

    private static VoiceClonerException outOfTime(CanceledException canceled) {
        return Failures.exception(
                FailureReport.of(
                                Category.PROVIDER_UNAVAILABLE,
                                Reason.DEADLINE,
                                canceled.step(),
                                "the time allowed by --timeout ran out")
                        .provider(canceled.provider().orElse(null))
                        .voiceId(canceled.voiceId().orElse(null))
                        .delivery(canceled.delivery())
                        .moneyMayBeSpent(canceled.moneyMayBeSpent())
                        .attempts(canceled.attempts())
                        .traceIds(canceled.traceIds()),
                canceled);
    }
}
