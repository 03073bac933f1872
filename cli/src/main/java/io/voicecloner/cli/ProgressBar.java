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
    private static final int WIDTH = 30;

    private final ReentrantLock lock = new ReentrantLock();
    private final StatusLine line;
    private final Map<Step, Long> sent = new EnumMap<>(Step.class);
    private final Map<Step, Long> total = new EnumMap<>(Step.class);

    ProgressBar(PrintStream terminal, LongSupplier nanoClock) {
        this.line = new StatusLine(terminal, nanoClock);
    }

    @Override
    public void onProgress(Step step, long sentBytes, long totalBytes) {
        lock.lock();
        try {
            sent.put(step, sentBytes);
            total.put(step, totalBytes);
            line.show(this::text, done());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        line.close();
    }

    private boolean done() {
        return sum(sent) >= sum(total);
    }

    private String text() {
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
