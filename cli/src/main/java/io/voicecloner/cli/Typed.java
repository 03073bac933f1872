package io.voicecloner.cli;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What comes from standard input. An interrupt ends the wait for it: the read itself would not hear one. */
final class Typed {
    private Typed() {}

    /** All of it, or the beginning of this length. */
    static byte[] bytes(InputStream in, int most) {
        return awaited(() -> in.readNBytes(most));
    }

    /** One line, without its end; what is typed beyond 100 characters is passed over. */
    static String line(InputStream in) {
        return awaited(() -> {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                if (line.length() < 100) {
                    line.append((char) next);
                }
            }
            return line.toString();
        });
    }

    /** One read. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T awaited(Reading<T> reading) {
        FutureTask<T> task = new FutureTask<>(reading::read);
        Thread reader = new Thread(task, "voicecloner-input");
        reader.setDaemon(true);
        reader.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw canceled("cancelled while reading standard input");
        } catch (ExecutionException e) {
            throw new UsageMistake(List.of(new Violation("text", "unreadable", "Standard input cannot be read.")));
        }
    }

    /** Before anything was sent. */
    static VoiceClonerException canceled(String what) {
        return Failures.exception(FailureReport.of(Category.CANCELED, Reason.CANCELED, Step.CHECK, what));
    }
}
