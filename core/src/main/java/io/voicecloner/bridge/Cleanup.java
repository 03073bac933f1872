package io.voicecloner.bridge;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What must be undone after a clone, whatever became of it, last things first. Not thread-safe. */
public final class Cleanup implements AutoCloseable {
    private final Deque<Action> actions = new ArrayDeque<>();

    /** Undoes one thing. */
    @FunctionalInterface
    public interface Action {
        void run() throws IOException;
    }

    /** Remembers something to undo. */
    public void add(Action action) {
        actions.push(action);
    }

    /** Undoes everything; one failure neither stops the rest nor hides what became of the clone. */
    @Override
    public void close() {
        while (!actions.isEmpty()) {
            try {
                actions.pop().run();
            } catch (IOException | RuntimeException ignored) {
                // A temporary file or URL that stays behind is worth less than the voice or the error on its way up.
            }
        }
    }
}
