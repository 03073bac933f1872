package io.voicecloner.failover;

import io.voicecloner.Capabilities;
import io.voicecloner.Category;
import io.voicecloner.CheckReport;
import io.voicecloner.CloneEvent;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.DownloadException;
import io.voicecloner.FailoverOn;
import io.voicecloner.FailureReport;
import io.voicecloner.Preview;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.pipeline.Instruments;
import io.voicecloner.spi.Failures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Several cloners as one. The first is asked first; the next only where {@link Onward} allows it, with the recording read anew and
 * with what is left of the time. Closes them all.
 */
public final class FailoverCloner implements VoiceCloner {
    /** With less time than this nobody else is begun with: a clone that is cut short may be there all the same. */
    private static final Duration LEAST_TIME = Duration.ofSeconds(5);

    /** Over all providers, so that many of them do not mean many more requests. */
    private static final int MOST_ATTEMPTS = 6;

    private final List<VoiceCloner> cloners;
    private final Set<FailoverOn> also;
    private final Duration deadline;
    private final Instruments around;
    private final InterruptingDoor async;
    private final AutoCloseable alsoClosed;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param cloners the first one first
     * @param also what else lets a clone go on
     * @param deadline over all providers, where a request says none
     * @param alsoClosed what these cloners share, closed after them
     */
    public FailoverCloner(
            List<? extends VoiceCloner> cloners,
            Set<FailoverOn> also,
            Duration deadline,
            Instruments around,
            AutoCloseable alsoClosed) {
        this.cloners = List.copyOf(cloners);
        this.also = Set.copyOf(also);
        this.deadline = deadline;
        this.around = around;
        this.async = new InterruptingDoor(around.executor());
        this.alsoClosed = alsoClosed;
    }

    @Override
    public ClonedVoice cloneVoice(CloneRequest request) {
        requireOpen();
        return asked(request);
    }

    private ClonedVoice asked(CloneRequest request) {
        long end = around.time().nanos() + nanos(request.deadline().orElse(deadline));
        Trail trail = new Trail();
        Iterator<VoiceCloner> next = cloners.iterator();
        VoiceCloner cloner = next.next();
        while (true) {
            try {
                return trail.on(cloner.cloneVoice(request.withDeadline(left(end))));
            } catch (VoiceClonerException e) {
                if (!mayGoOn(e, trail, end)) {
                    throw trail.told(e);
                }
                trail.add(e);
            } catch (IllegalStateException e) {
                throw closed.get() ? trail.told(givenUp(cloner)) : e;
            }
            if (!next.hasNext()) {
                throw trail.told();
            }
            VoiceCloner other = next.next();
            if (isGivenUp()) {
                throw trail.told(givenUp(other));
            }
            tell(trail.last(), cloner, other);
            cloner = other;
        }
    }

    private static long nanos(Duration limit) {
        try {
            return limit.toNanos();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE / 2;
        }
    }

    private boolean isGivenUp() {
        return closed.get() || Thread.currentThread().isInterrupted();
    }

    /** What the one before failed with is no answer to who gave up: that stands beside. */
    private static VoiceClonerException givenUp(VoiceCloner next) {
        return Failures.exception(FailureReport.of(
                        Category.CANCELED, Reason.CANCELED, Step.CHECK, "cancelled before this provider was asked")
                .provider(next.provider()));
    }

    private boolean mayGoOn(VoiceClonerException failure, Trail trail, long end) {
        boolean inTime = Onward.isIncapable(failure) || left(end).compareTo(LEAST_TIME) >= 0;
        return Onward.after(failure, also) && inTime && trail.attemptsWith(failure) < MOST_ATTEMPTS;
    }

    /** At least something, so that who comes too late is told by the one it asks. */
    private Duration left(long end) {
        return Duration.ofNanos(
                Math.max(Duration.ofMillis(1).toNanos(), end - around.time().nanos()));
    }

    private void tell(VoiceClonerException failure, VoiceCloner from, VoiceCloner to) {
        around.listening()
                .ifHeard()
                .ifPresent(listener -> listener.onEvent(new CloneEvent.FailedOver(
                        from.provider(), to.provider(), failure.category(), failure.reason())));
    }

    @Override
    public CompletableFuture<ClonedVoice> cloneVoiceAsync(CloneRequest request) {
        requireOpen();
        try {
            return async.run(() -> asked(request));
        } catch (RejectedExecutionException e) {
            throw closed.get() ? alreadyClosed() : e;
        }
    }

    /** What the first one that can do it says; if none can, what is in each one's way. */
    @Override
    public CheckReport check(CloneRequest request) {
        Set<Violation> violations = new LinkedHashSet<>();
        List<String> warnings = new ArrayList<>();
        for (VoiceCloner cloner : cloners) {
            CheckReport report = cloner.check(request);
            if (report.ok()) {
                warnings.addAll(report.warnings());
                return new CheckReport(List.of(), warnings);
            }
            violations.addAll(report.violations());
            warnings.add(cloner.provider() + " cannot be asked for this: "
                    + String.join(
                            " ",
                            report.violations().stream().map(Violation::message).toList()));
        }
        return new CheckReport(List.copyOf(violations), List.of());
    }

    /** Whoever made it may fetch it: an address that one must not connect to may be another one's own. */
    @Override
    public long download(Preview preview, Path target) {
        Iterator<VoiceCloner> next = cloners.iterator();
        while (true) {
            try {
                return next.next().download(preview, target);
            } catch (DownloadException e) {
                if (e.reason() != Reason.UNSAFE_URL || !next.hasNext()) {
                    throw e;
                }
            }
        }
    }

    @Override
    public Capabilities capabilities() {
        return cloners.get(0).capabilities();
    }

    @Override
    public String provider() {
        return cloners.get(0).provider();
    }

    private void requireOpen() {
        if (closed.get()) {
            throw alreadyClosed();
        }
    }

    private static RuntimeException alreadyClosed() {
        return new IllegalStateException("this cloner is closed");
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        async.close();
        RuntimeException failure = null;
        for (VoiceCloner cloner : cloners) {
            failure = closed(cloner, failure);
        }
        failure = closed(alsoClosed, failure);
        if (failure != null) {
            throw failure;
        }
    }

    /** One that cannot be closed is no reason to leave the others open. */
    private static @Nullable RuntimeException closed(AutoCloseable each, @Nullable RuntimeException before) {
        try {
            each.close();
            return before;
        } catch (RuntimeException e) {
            if (before != null) {
                before.addSuppressed(e);
                return before;
            }
            return e;
        } catch (Exception e) {
            return new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "VoiceCloner" + cloners.stream().map(VoiceCloner::provider).toList();
    }
}
