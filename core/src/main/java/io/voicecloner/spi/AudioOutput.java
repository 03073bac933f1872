package io.voicecloner.spi;

import java.io.IOException;
import java.io.OutputStream;

/** Where the audio of a synthesis goes. */
public interface AudioOutput {
    /**
     * Begins, or begins anew: what was written before is dropped then.
     *
     * @return closed by whoever asked for it, when the audio is whole or broke off
     * @throws IOException if it cannot be begun
     */
    OutputStream open() throws IOException;

    /** Whether it can begin anew after something was written: a file can, a listener's ear cannot. */
    boolean canBeginAnew();
}
