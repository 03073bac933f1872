package io.voicecloner.spi;

import io.voicecloner.Category;
import io.voicecloner.CloneEvent;
import io.voicecloner.CloneListener;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.UploadProgress;
import io.voicecloner.VoiceClonerException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One clone, or one synthesis, from the caller's point of view: how much time it has left, whether it was cancelled, and what it has learned so
 * far. Thread-safe.
 */
public final class CallScope {
    private final String provider;
    private final Time time;
    private final long deadlineNanos;
    private final @Nullable UploadProgress progress;
    private final @Nullable CloneListener listener;
    private final CallLedger ledger;
    private final @Nullable CallScope parent;
    private final List<Runnable> onCancel = new CopyOnWriteArrayList<>();
    private volatile boolean canceled;
    private volatile @Nullable String lastTraceId;

    private CallScope(
            String provider,
            Time time,
            long deadlineNanos,
            @Nullable UploadProgress progress,
            @Nullable CloneListener listener,
            CallLedger ledger,
            @Nullable CallScope parent) {
        this.provider = provider;
        this.time = time;
        this.deadlineNanos = deadlineNanos;
        this.progress = progress;
        this.listener = listener;
        this.ledger = ledger;
        this.parent = parent;
    }

    /** A scope for a clone at this provider that ends after this time. */
    public static CallScope of(String provider, Duration limit) {
        return of(provider, limit, null, null, Time.system());
    }

    /** A scope for a clone at this provider that ends after this time, by the time of this JVM. */
    public static CallScope of(
            String provider, Duration limit, @Nullable String voiceId, @Nullable UploadProgress progress) {
        return of(provider, limit, voiceId, progress, Time.system());
    }

    /** As {@link #of(String, Duration, String, UploadProgress, Time, CloneListener)}, with nobody who is told of events. */
    public static CallScope of(
            String provider, Duration limit, @Nullable String voiceId, @Nullable UploadProgress progress, Time time) {
        return of(provider, limit, voiceId, progress, time, null);
    }

    /**
     * A scope for a clone at this provider that ends after this time.
     *
     * @param voiceId the id the voice will have, where it is known beforehand
     * @param progress whom to tell how far uploads have come
     * @param time what deadline and pauses are measured by
     * @param listener who is told of events; must not throw
     */
    public static CallScope of(
            String provider,
            Duration limit,
            @Nullable String voiceId,
            @Nullable UploadProgress progress,
            Time time,
            @Nullable CloneListener listener) {
        return new CallScope(
                provider, time, time.nanos() + nanos(limit), progress, listener, new CallLedger(voiceId), null);
    }

    private static long nanos(Duration limit) {
        try {
            return limit.toNanos();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE / 2;
        }
    }

    /** A part of this clone that can be cancelled without cancelling the rest, and is cancelled with it. What it learns, this one knows. */
    public CallScope child() {
        return child(deadlineNanos);
    }

    /** As {@link #child()}, for a part that must end sooner than the whole. */
    public CallScope child(Duration limit) {
        return child(Math.min(deadlineNanos, time.nanos() + nanos(limit)));
    }

    private CallScope child(long end) {
        CallScope child = new CallScope(provider, time, end, progress, listener, ledger, this);
        onCancel(child::cancel);
        return child;
    }

    /** How much time is left; zero once the deadline passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - time.nanos()));
    }

    /** What deadline and pauses are measured by. */
    public Time time() {
        return time;
    }

    /** Waits until the latch opens, but not beyond the deadline or a cancel. An interrupt cancels and is kept in the thread's flag. */
    public void pauseUntil(CountDownLatch opened) {
        await(opened, remaining());
    }

    /** As {@link #pause(Duration)}, and tells what for. */
    public void pause(Step step, CloneEvent.Wait why, Duration wait) {
        tell(() -> new CloneEvent.Waiting(provider, call(), step, why, Optional.of(wait)));
        pause(wait);
    }

    /** Waits that long, but not beyond the deadline or a cancel. An interrupt cancels and is kept in the thread's flag. */
    public void pause(Duration wait) {
        Duration left = remaining();
        await(new CountDownLatch(1), wait.compareTo(left) < 0 ? wait : left);
    }

    private void await(CountDownLatch wake, Duration limit) {
        Registration woken = onCancel(wake::countDown);
        try {
            time.await(wake, limit);
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
        } finally {
            woken.close();
        }
    }

    /** Whether the caller gave up. */
    public boolean isCanceled() {
        return canceled || (parent != null && parent.isCanceled());
    }

    /** Gives up all of these. Nothing begins any more in one of them because another one made room for it. */
    public static void cancelAll(Collection<CallScope> scopes) {
        scopes.forEach(scope -> scope.canceled = true);
        scopes.forEach(CallScope::cancel);
    }

    /** Gives up: everything registered runs now, on this thread. Cancelling again does nothing more. */
    public void cancel() {
        canceled = true;
        onCancel.forEach(CallScope::runQuietly);
    }

    private static void runQuietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException ignored) {
            // One call that cannot be ended is no reason to let the others run on.
        }
    }

    /**
     * Registers what ends a call in flight. It runs when the scope is cancelled, at once if it is already, and may run twice.
     *
     * @return closing it ends the registration
     */
    public Registration onCancel(Runnable action) {
        onCancel.add(action);
        if (isCanceled()) {
            runQuietly(action);
        }
        return () -> onCancel.remove(action);
    }

    /** Makes an event for whoever listens; nothing is made where nobody does. */
    public void tell(Supplier<? extends CloneEvent> event) {
        if (listener != null) {
            listener.onEvent(event.get());
        }
    }

    /** Does a part of the clone, with its beginning and its end told. */
    public <R> R step(Step step, Supplier<R> part) {
        long start = time.nanos();
        tell(() -> new CloneEvent.StepStarted(provider, call(), step));
        Reason failure = null;
        try {
            return part.get();
        } catch (VoiceClonerException e) {
            failure = e.reason();
            throw e;
        } catch (RuntimeException e) {
            failure = Reason.UNREADABLE;
            throw e;
        } finally {
            Optional<Reason> why = Optional.ofNullable(failure);
            tell(() -> new CloneEvent.StepFinished(
                    provider, call(), step, Duration.ofNanos(time.nanos() - start), ledger.carried(step), why));
        }
    }

    /** The id of the provider. */
    public String provider() {
        return provider;
    }

    /** The number of this clone, which all its parts and events share. */
    public long call() {
        return ledger.call();
    }

    /** Remembers how long the recording or preview is that this step carries. */
    public void carries(Step step, long bytes) {
        ledger.carries(step, bytes);
    }

    /** Tells the caller's listener, if there is one; what it throws is ignored. */
    public void progress(Step step, long sentBytes, long totalBytes) {
        ledger.carries(step, totalBytes);
        if (progress == null) {
            return;
        }
        try {
            progress.onProgress(step, sentBytes, totalBytes);
        } catch (Throwable ignored) {
            // A broken progress bar is no reason to lose a voice.
        }
    }

    /** Begins a report of a failure in this clone: provider, voice id, uploads left behind and attempts are filled in. */
    public FailureReport.Builder failure(Category category, Reason reason, Step step, String summary) {
        return FailureReport.of(category, reason, step, summary)
                .provider(provider)
                .voiceId(ledger.voiceId())
                .orphans(ledger.uploads())
                .traceIds(ledger.traceIds())
                .moneyMayBeSpent(ledger.isSpeechLost())
                .bytesDelivered(ledger.handedOut())
                .attempts(attempts(step));
    }

    private int attempts(Step step) {
        if (step.createsVoice()) {
            return ledger.createAttempts();
        }
        return step.costs() ? Math.max(1, ledger.speechAttempts()) : 1;
    }

    /**
     * The failure with every upload it leaves behind, and no other: some are known only after a part that ran beside the failing one has ended,
     * and some are deleted again after it.
     */
    public VoiceClonerException complete(VoiceClonerException failure) {
        Set<String> left = new LinkedHashSet<>(failure.orphans());
        boolean changed = left.addAll(ledger.uploads());
        changed |= left.removeAll(ledger.deleted());
        return changed ? Failures.retold(failure, failure.report().toBuilder().orphans(List.copyOf(left))) : failure;
    }

    /** The id the voice will have, where it is known beforehand. */
    public Optional<String> voiceId() {
        return Optional.ofNullable(ledger.voiceId());
    }

    /** Remembers a trace id of an answer. */
    public void traced(String traceId) {
        lastTraceId = traceId;
        ledger.traced(traceId);
    }

    /** The trace id that came last in this part of the clone. */
    public Optional<String> lastTraceId() {
        return Optional.ofNullable(lastTraceId);
    }

    /** The trace ids of this clone's answers so far, in order. */
    public List<String> traceIds() {
        return ledger.traceIds();
    }

    /** Remembers a recording that now lies at the provider, by the provider's id: if the clone fails, it is left behind. */
    public void uploaded(String fileId) {
        ledger.uploaded(fileId);
    }

    /** Takes that back, for a recording that was deleted again. */
    public void deleted(String fileId) {
        ledger.deleted(fileId);
    }

    /** Remembers that a recording may lie at the provider that nobody knows the id of: its name stays, even if the clone succeeds. */
    public void lost(String fileName) {
        ledger.lost(fileName);
    }

    /** Takes that back, for a recording that was found. */
    public void found(String fileName) {
        ledger.found(fileName);
    }

    /** The names of recordings that may lie at the provider unused. */
    public List<String> lostUploads() {
        return ledger.lostUploads();
    }

    /** Remembers what a person should know of this clone, as a sentence: if it succeeds, it is on the result. */
    public void warn(String sentence) {
        ledger.warned(sentence);
    }

    /** What a person should know of this clone so far. */
    public List<String> warnings() {
        return ledger.warnings();
    }

    /** Remembers what the provider is told that nobody else may read, such as a signature: its answers are not quoted with it. */
    public void keepsToItself(List<String> parts) {
        ledger.keepsToItself(parts);
    }

    /** What nobody else may read. */
    public List<String> confidential() {
        return ledger.confidential();
    }

    /** Counts one request to make the voice. */
    public void createAttempted() {
        ledger.createAttempted();
    }

    /** How many requests to make the voice were begun. */
    public int createAttempts() {
        return ledger.createAttempts();
    }

    /** Counts one request for speech. */
    public void speechAttempted() {
        ledger.speechAttempted();
    }

    /** How many requests for speech were begun. */
    public int speechAttempts() {
        return ledger.speechAttempts();
    }

    /** Remembers that speech was made, perhaps, whose answer was lost: it may be billed. */
    public void speechLost() {
        ledger.speechLost();
    }

    /** Whether speech was made, perhaps, whose answer was lost. */
    public boolean isSpeechLost() {
        return ledger.isSpeechLost();
    }

    /** Remembers that an answer came whole, and made no sense: the next one would make no more, and be billed as well. */
    public void answeredWhole() {
        ledger.answeredWhole();
    }

    /** Whether an answer came whole, and made no sense. */
    public boolean isAnsweredWhole() {
        return ledger.isAnsweredWhole();
    }

    /** Remembers audio that was handed out and cannot be taken back, in bytes. */
    public void handedOut(long bytes) {
        ledger.handedOut(bytes);
    }

    /** How much audio was handed out and cannot be taken back, in bytes. */
    public long handedOut() {
        return ledger.handedOut();
    }

    /** Something registered; closing ends it. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
