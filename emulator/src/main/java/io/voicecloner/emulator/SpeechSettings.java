package io.voicecloner.emulator;

/** How one provider speaks where it is not left to honesty. Thread-safe. */
final class SpeechSettings {
    private int repeats = 1;
    private int taskQueries = 1;
    private TaskEnd taskEnd = TaskEnd.SUCCEEDED;

    SpeechSettings() {
        clear();
    }

    synchronized void clear() {
        repeats = 1;
        taskQueries = 1;
        taskEnd = TaskEnd.SUCCEEDED;
    }

    synchronized int repeats() {
        return repeats;
    }

    synchronized void repeat(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("a recording is played once or more often, not " + times + " times");
        }
        repeats = times;
    }

    synchronized int taskQueries() {
        return taskQueries;
    }

    synchronized TaskEnd taskEnd() {
        return taskEnd;
    }

    synchronized void tasks(int queries, TaskEnd end) {
        if (queries < 0) {
            throw new IllegalArgumentException("a task goes on for 0 or more queries, not " + queries);
        }
        taskQueries = queries;
        taskEnd = end;
    }
}
