package io.voicecloner.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** What this thread logs from now on until it is closed. Every other thread's log is off. */
public final class CapturedLog implements AutoCloseable {
    private static final ThreadLocal<CapturedLog> CURRENT = new ThreadLocal<>();

    private final Level threshold;
    private final Consumer<Line> then;
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    /** One line of a log. */
    public record Line(
            String logger,
            Level level,
            String message,
            @Nullable Throwable thrown) {
        @Override
        public String toString() {
            return level + " " + logger + " " + message;
        }
    }

    private CapturedLog(Level threshold, Consumer<Line> then) {
        this.threshold = threshold;
        this.then = then;
        CURRENT.set(this);
    }

    /** Lines of this level and above. */
    public static CapturedLog from(Level threshold) {
        return new CapturedLog(threshold, line -> {});
    }

    /** A log that cannot be written. */
    public static CapturedLog broken() {
        return new CapturedLog(Level.TRACE, line -> {
            throw new IllegalStateException("the disk is full");
        });
    }

    static boolean isEnabled(Level level) {
        CapturedLog current = CURRENT.get();
        return current != null && level.toInt() >= current.threshold.toInt();
    }

    static void write(Line line) {
        CapturedLog current = CURRENT.get();
        if (current != null) {
            current.lines.add(line);
            current.then.accept(line);
        }
    }

    /** Every line so far. */
    public List<Line> lines() {
        return lines;
    }

    @Override
    public void close() {
        CURRENT.remove();
    }
}
