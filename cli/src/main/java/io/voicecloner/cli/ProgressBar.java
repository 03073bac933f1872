package io.voicecloner.cli;

import io.voicecloner.Step;
import io.voicecloner.UploadProgress;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** One line on a terminal that shows how far the uploads have come, and is gone when they end. */
final class ProgressBar implements UploadProgress, AutoCloseable {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final int WIDTH = 30;
    private static final String CLEAR = "\r\u001B[K";

    private final ReentrantLock lock = new ReentrantLock();
    private final PrintStream terminal;
    private final LongSupplier nanoClock;
    private final Map<Step, Long> sent = new EnumMap<>(Step.class);
    private final Map<Step, Long> total = new EnumMap<>(Step.class);
    private long drawnAt;
    private boolean drawn;
    private boolean closed;

    ProgressBar(PrintStream terminal, LongSupplier nanoClock) {
        this.terminal = terminal;
        this.nanoClock = nanoClock;
    }

    @Override
    public void onProgress(Step step, long sentBytes, long totalBytes) {
        lock.lock();
        try {
            sent.put(step, sentBytes);
            total.put(step, totalBytes);
            long now = nanoClock.getAsLong();
            if (!closed && (!drawn || done() || now - drawnAt >= REDRAW_NANOS)) {
                terminal.print(CLEAR + line());
                terminal.flush();
                drawn = true;
                drawnAt = now;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes the line away. A call in flight may still report; that is no longer shown. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (drawn) {
                terminal.print(CLEAR);
                terminal.flush();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean done() {
        return sum(sent) >= sum(total);
    }

    private String line() {
        if (done()) {
            return String.format(Locale.ROOT, "uploaded %.1f MB, waiting for the voice", megabytes(sum(total)));
        }
        int filled = (int) (WIDTH * sum(sent) / sum(total));
        return String.format(
                Locale.ROOT,
                "uploading [%s%s] %d %% of %.1f MB",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                100 * sum(sent) / sum(total),
                megabytes(sum(total)));
    }

    private static long sum(Map<Step, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double megabytes(long bytes) {
        return bytes / 1e6;
    }
}
