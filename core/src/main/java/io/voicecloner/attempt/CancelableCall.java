package io.voicecloner.attempt;

import java.io.IOException;

/** One request that blocks until it is answered, and that another thread can end. */
public interface CancelableCall<T> {
    /** Sends the request and waits for its answer. */
    T execute() throws IOException;

    /** Ends {@link #execute} on another thread at once, by closing its connection. */
    void cancel();
}
