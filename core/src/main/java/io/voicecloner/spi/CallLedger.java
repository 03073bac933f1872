package io.voicecloner.spi;

import io.voicecloner.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What one clone has learned, shared by all its parts. Thread-safe. */
final class CallLedger {
    private static final AtomicLong CALLS = new AtomicLong();

    private final long call = CALLS.incrementAndGet();
    private final @Nullable String voiceId;
    private final Map<Step, Long> carried = new ConcurrentHashMap<>();
    private final CopyOnWriteArraySet<String> traceIds = new CopyOnWriteArraySet<>();
    private final CopyOnWriteArraySet<String> uploads = new CopyOnWriteArraySet<>();
    private final CopyOnWriteArraySet<String> deleted = new CopyOnWriteArraySet<>();
    private final CopyOnWriteArraySet<String> lost = new CopyOnWriteArraySet<>();
    private final CopyOnWriteArraySet<String> warnings = new CopyOnWriteArraySet<>();
    private final CopyOnWriteArraySet<String> confidential = new CopyOnWriteArraySet<>();
    private final AtomicInteger createAttempts = new AtomicInteger();
    private final AtomicInteger speechAttempts = new AtomicInteger();
    private final AtomicLong handedOut = new AtomicLong();
    private volatile boolean speechLost;
    private volatile boolean answeredWhole;

    CallLedger(@Nullable String voiceId) {
        this.voiceId = voiceId;
    }

    @Nullable
    String voiceId() {
        return voiceId;
    }

    long call() {
        return call;
    }

    void carries(Step step, long bytes) {
        carried.put(step, bytes);
    }

    OptionalLong carried(Step step) {
        Long bytes = carried.get(step);
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    void traced(String traceId) {
        traceIds.add(traceId);
    }

    List<String> traceIds() {
        return new ArrayList<>(traceIds);
    }

    void uploaded(String fileId) {
        uploads.add(fileId);
    }

    void deleted(String fileId) {
        uploads.remove(fileId);
        deleted.add(fileId);
    }

    List<String> deleted() {
        return new ArrayList<>(deleted);
    }

    /** What a failed clone leaves behind: uploads known by id, and lost ones by name. */
    List<String> uploads() {
        List<String> left = new ArrayList<>(uploads);
        left.addAll(lost);
        return left;
    }

    void lost(String fileName) {
        lost.add(fileName);
    }

    void found(String fileName) {
        lost.remove(fileName);
    }

    List<String> lostUploads() {
        return new ArrayList<>(lost);
    }

    void warned(String warning) {
        warnings.add(warning);
    }

    List<String> warnings() {
        return new ArrayList<>(warnings);
    }

    void keepsToItself(List<String> parts) {
        confidential.addAll(parts);
    }

    List<String> confidential() {
        return new ArrayList<>(confidential);
    }

    void createAttempted() {
        createAttempts.incrementAndGet();
    }

    int createAttempts() {
        return createAttempts.get();
    }

    void speechAttempted() {
        speechAttempts.incrementAndGet();
    }

    int speechAttempts() {
        return speechAttempts.get();
    }

    void speechLost() {
        speechLost = true;
    }

    boolean isSpeechLost() {
        return speechLost;
    }

    void answeredWhole() {
        answeredWhole = true;
    }

    boolean isAnsweredWhole() {
        return answeredWhole;
    }

    void handedOut(long bytes) {
        handedOut.addAndGet(bytes);
    }

    long handedOut() {
        return handedOut.get();
    }
}
