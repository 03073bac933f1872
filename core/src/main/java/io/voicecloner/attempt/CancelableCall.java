package io.voicecloner.attempt;

import java.io.IOException;

/** One request that blocks until it is answered, and that another thread can end. */
public interface CancelableCall<T> {
    /** Sends the request and waits for its answer. */
    T execute() throws IOException;

    /** Ends {@link #execute} on another thread at once, by closing its connection. */
    void cancel();

    /**
     * Gives it up although {@link #execute} goes on: asking for the address of a name cannot be ended.
     *
     * @return whether nothing was sent; then nothing ever will be, and nobody need wait
     */
    default boolean abandon() {
        return false;
    }
}
