package io.voicecloner.failover;

import io.voicecloner.Capabilities;
import io.voicecloner.Catalog;
import io.voicecloner.Category;
import io.voicecloner.CheckReport;
import io.voicecloner.CloneEvent;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.FailoverOn;
import io.voicecloner.FailureReport;
import io.voicecloner.Preview;
import io.voicecloner.Reason;
import io.voicecloner.Speech;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.listen.Listening;
import io.voicecloner.pipeline.Instruments;
import io.voicecloner.spi.Failures;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Several cloners as one. The first is asked first; the next only where {@link Onward} allows it, with the recording read anew and
 * with what is left of the time. Closes them all.
 */
public final class FailoverCloner implements VoiceCloner {
    /** With less time than this nobody else is begun with: a clone that is cut short may be there all the same. */
    private static final Duration LEAST_TIME = Duration.ofSeconds(5);

    /** How many previews are remembered with who made them. */
    private static final int PREVIEWS = 1_000;

    private final List<VoiceCloner> cloners;
    private final Set<FailoverOn> also;
    private final Duration deadline;
    private final Instruments around;
    private final InterruptingDoor async;
    private final AutoCloseable alsoClosed;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<URI, VoiceCloner> makers = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, VoiceCloner> eldest) {
            return size() > PREVIEWS;
        }
    });

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
        return asked(request, end(request), () -> false);
    }

    private ClonedVoice asked(CloneRequest request, long end, BooleanSupplier canceled) {
        Trail trail = new Trail();
        Iterator<VoiceCloner> next = cloners.iterator();
        VoiceCloner cloner = next.next();
        while (true) {
            try {
                return remembered(trail.on(cloner.cloneVoice(request.withDeadline(left(end)))), cloner);
            } catch (VoiceClonerException e) {
                if (!Onward.after(e, also)) {
                    throw trail.told(e);
                }
                if (!Onward.isIncapable(e) && left(end).compareTo(LEAST_TIME) < 0) {
                    throw trail.told(next.hasNext() ? tooLate(e) : e);
                }
                trail.add(e);
            } catch (IllegalStateException e) {
                throw closed.get() ? trail.told(givenUp(cloner)) : trail.beside(e);
            } catch (RuntimeException e) {
                throw trail.beside(e);
            }
            if (!next.hasNext()) {
                throw trail.told();
            }
            VoiceCloner other = next.next();
            if (isGivenUp() || canceled.getAsBoolean()) {
                throw trail.told(givenUp(other));
            }
            tell(trail.last(), cloner, other);
            cloner = other;
        }
    }

    private ClonedVoice remembered(ClonedVoice voice, VoiceCloner maker) {
        voice.preview().ifPresent(preview -> makers.put(preview.uri(), maker));
        return voice;
    }

    private static VoiceClonerException tooLate(VoiceClonerException failure) {
        String why = "No other provider was asked: less than " + LEAST_TIME.toSeconds() + " s were left.";
        String hint = failure.hint().map(words -> words + ' ' + why).orElse(why);
        return Failures.retold(failure, failure.report().toBuilder().hint(hint));
    }

    private long end(CloneRequest request) {
        return around.time().nanos() + nanos(request.deadline().orElse(deadline));
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
            long end = end(request);
            return async.run(canceled -> asked(request, end, canceled));
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

    /** By the one that made it: an address that is its own to connect to is nobody else's. One that nobody here made is the first one's. */
    @Override
    public long download(Preview preview, Path target) {
        return makers.getOrDefault(preview.uri(), cloners.get(0)).download(preview, target);
    }

    /** By the one whose provider and account the voice lives at: nobody else has it. */
    @Override
    public Speech speech() {
        return new SpeechByVoice(Doors.of(cloners, VoiceCloner::speech));
    }

    @Override
    public Catalog catalog() {
        return new CatalogByVoice(Doors.of(cloners, VoiceCloner::catalog));
    }

    /** How long a clone may take over all providers that does not say so itself. */
    public Duration deadline() {
        return deadline;
    }

    /** Who is told of what happens here. */
    public Listening listening() {
        return around.listening();
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
