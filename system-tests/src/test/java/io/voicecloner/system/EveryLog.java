package io.voicecloner.system;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** Every line that anything in this JVM logs, by SLF4J or as the JDK does, down to the finest level. One at a time. */
final class EveryLog implements AutoCloseable {
    /**
     * The servers' own: the emulator's, which is the provider here and fetches recordings with the JDK's client, and the one behind the embedded
     * audio host, which writes down at its finest level which paths it was asked for, as any server may. And the signer of S3's requests, which
     * writes down what it signs: docs/configuration.md says so. And the JDK's, which writes down how these tests start programs.
     */
    private static final String SERVERS =
            "org\\.eclipse\\.jetty\\..*|com\\.sun\\.net\\.httpserver.*|sun\\.net\\.www\\.protocol\\.http\\..*"
                    + "|software\\.amazon\\.awssdk\\.http\\.auth\\.aws\\..*|java\\.lang\\.Process.*";

    private static final AtomicReference<EveryLog> CURRENT = new AtomicReference<>();

    private final Consumer<String> lines;
    private final Logger root = Logger.getLogger("");
    private final java.util.logging.Level usual = root.getLevel();
    private final Handler handler = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
            if (!isOfAServer(String.valueOf(record.getLoggerName()))) {
                lines.accept(record.getLevel() + " " + record.getLoggerName() + " " + formatter.formatMessage(record)
                        + traceOf(record.getThrown()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private EveryLog(Consumer<String> lines) {
        this.lines = lines;
        handler.setLevel(java.util.logging.Level.ALL);
        root.addHandler(handler);
        root.setLevel(java.util.logging.Level.ALL);
    }

    /** From now on: {@code LEVEL logger message}, and the stack trace of what was thrown. */
    static EveryLog into(Consumer<String> lines) {
        EveryLog log = new EveryLog(lines);
        if (!CURRENT.compareAndSet(null, log)) {
            throw new IllegalStateException("somebody reads the log already");
        }
        return log;
    }

    static boolean isOfAServer(String logger) {
        return logger.matches(SERVERS);
    }

    static boolean isRead() {
        return CURRENT.get() != null;
    }

    static void write(String logger, Level level, String message, @Nullable Throwable thrown) {
        EveryLog current = CURRENT.get();
        if (current != null) {
            current.lines.accept(level + " " + logger + " " + message + traceOf(thrown));
        }
    }

    private static String traceOf(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return "\n" + trace;
    }

    @Override
    public void close() {
        CURRENT.set(null);
        root.removeHandler(handler);
        root.setLevel(usual);
    }
}
