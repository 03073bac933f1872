package io.voicecloner.bridge;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** What must be undone after a clone, whatever became of it, last things first. Not thread-safe. */
public final class Cleanup implements AutoCloseable {
    private final Deque<Action> actions = new ArrayDeque<>();
    private final Deque<Action> waits = new ArrayDeque<>();
    private final Leftovers leftovers = new Leftovers();

    /** Undoes one thing. */
    @FunctionalInterface
    public interface Action {
        void run() throws IOException;
    }

    /** Remembers something to undo. */
    public void add(Action action) {
        actions.push(action);
    }

    /**
     * Remembers something to undo beside this thread, together with its like.
     *
     * @param begin starts it, and gives what waits for its end
     */
    void addBeside(Supplier<Action> begin) {
        actions.push(() -> waits.add(begin.get()));
    }

    /** What could not be undone. */
    public Leftovers leftovers() {
        return leftovers;
    }

    /** Undoes everything; one failure neither stops the rest nor hides what became of the clone. */
    @Override
    public void close() {
        runAll(actions);
        runAll(waits);
    }

    private static void runAll(Deque<Action> actions) {
        while (!actions.isEmpty()) {
            try {
                actions.pop().run();
            } catch (IOException | RuntimeException ignored) {
                // A temporary file or URL that stays behind is worth less than the voice or the error on its way up.
            }
        }
    }
}
