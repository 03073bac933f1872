package io.voicecloner;

import java.io.IOException;

/** Takes audio as it arrives. */
@FunctionalInterface
public interface AudioChunks {
    /**
     * Takes the next piece, never an empty one, in order. Called by one thread of this library, which waits for its return before it reads on.
     *
     * @param chunk the receiver's to keep; put one behind the other they are the whole audio
     * @throws IOException if it cannot be taken: the synthesis then ends, and is not repeated
     */
    void accept(byte[] chunk) throws IOException;
}
