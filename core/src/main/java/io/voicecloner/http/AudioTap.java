package io.voicecloner.http;

import io.voicecloner.Step;
import io.voicecloner.spi.AudioOutput;
import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Leads the audio out of one answer to where it is wanted. Used by one thread, and read by another once that has ended. */
final class AudioTap implements AutoCloseable {
    /** Far above the head of an answer, and what comes of it before a piece of audio is led off. */
    private static final long LONGEST_WITHOUT_AUDIO = 2L * 1024 * 1024;

    private final AudioOutput output;
    private final CallScope scope;
    private final Allowance allowance = new Allowance(LONGEST_WITHOUT_AUDIO);
    private @Nullable OutputStream open;
    private long bytes;

    AudioTap(AudioOutput output, CallScope scope) {
        this.output = output;
        this.scope = scope;
    }

    /** How much may come over the connection before any of it is led off. */
    Allowance allowance() {
        return allowance;
    }

    /** What came was looked at, and is kept nowhere. */
    void passed() throws InterruptedIOException {
        allowance.renew();
        if (scope.isCanceled() || scope.remaining().isZero()) {
            throw new InterruptedIOException("nobody waits for it any more");
        }
    }

    void write(byte[] piece, int length) throws IOException {
        passed();
        if (length == 0) {
            return;
        }
        try {
            if (open == null) {
                open = output.open();
            }
            if (!output.canBeginAnew()) {
                // Before it is there: who throws over it may have kept it.
                scope.handedOut(length);
            }
            open.write(piece, 0, length);
        } catch (IOException | RuntimeException e) {
            throw new AudioNotTakenException(e);
        }
        bytes += length;
        scope.progress(Step.SPEAK, bytes, bytes);
    }

    /** How much audio was led off. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            try {
                open.close();
            } catch (IOException | RuntimeException e) {
                throw new AudioNotTakenException(e);
            }
        }
    }
}
