package io.voicecloner.host.embedded;

/** One request in the hands of one thread, from reading its first byte to writing the last of its answer. */
final class Turn {
    private final Thread thread = Thread.currentThread();
    private volatile long lastAdvance = System.nanoTime();
    private boolean over;

    /** Notes that the peer has sent or taken something. */
    void advanced() {
        lastAdvance = System.nanoTime();
    }

    /** For how long the peer has neither sent nor taken anything. */
    long idleNanos() {
        return System.nanoTime() - lastAdvance;
    }

    /** Breaks it off: an interrupt closes the channel that the thread reads from or writes to. */
    synchronized void cut() {
        if (!over) {
            thread.interrupt();
        }
    }

    /** After this a cut does nothing, so that it cannot hit the thread's next request. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    synchronized void end() {
        over = true;
        Thread.interrupted();
    }
}
