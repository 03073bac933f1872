package io.voicecloner.spi;

import java.io.IOException;

/**
 * Looks into a recording before it is sent. Found by {@link java.util.ServiceLoader}; thread-safe. Costs nothing until used, and no
 * recording, however it was made, makes it take more than 48 MB or 2 seconds.
 */
public interface AudioInspector {
    /**
     * What a recording is. Whatever its bytes hold is a finding, never an exception.
     *
     * @param recording opens it from the beginning, as often as needed
     * @param length its size in bytes
     * @throws IOException if the recording itself cannot be read
     */
    AudioFacts inspect(PreparedAudio.Opener recording, long length) throws IOException;
}
