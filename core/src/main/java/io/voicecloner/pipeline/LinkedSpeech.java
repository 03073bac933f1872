package io.voicecloner.pipeline;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.attempt.FailurePolicy;
import io.voicecloner.http.GuardedDownloader;
import io.voicecloner.spi.AudioOutput;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Brings speech that was given as a link: into a temporary file first, since a download may have to begin anew and what was handed out
 * cannot be taken back.
 */
final class LinkedSpeech {
    private static final long LONGEST = 1024L * 1024 * 1024;

    private LinkedSpeech() {}

    /** How much audio was handed out. */
    static long bring(GuardedDownloader downloader, URI link, AudioOutput output, CallScope scope) {
        return scope.step(Step.FETCH_SPEECH, () -> {
            try {
                Path spool = Files.createTempFile("voicecloner-", ".speech");
                try {
                    downloader.download(
                            link,
                            Step.FETCH_SPEECH,
                            LONGEST,
                            scope,
                            () -> counted(Files.newOutputStream(spool), scope));
                    return handOut(spool, output, scope);
                } finally {
                    Files.deleteIfExists(spool);
                }
            } catch (TarredAudio.UnreadableArchiveException e) {
                throw failed(Reason.UNREADABLE, String.valueOf(e.getMessage()), e, scope);
            } catch (IOException e) {
                if (Thread.currentThread().isInterrupted()) {
                    // A file closes itself over an interrupt, which is no fault of the disk.
                    FailurePolicy.requireTime(Step.FETCH_SPEECH, scope);
                }
                throw failed(Reason.OUTPUT, "the audio could not be written", e, scope);
            }
        });
    }

    private static VoiceClonerException failed(Reason reason, String what, IOException cause, CallScope scope) {
        return Failures.exception(
                scope.failure(Category.DOWNLOAD, reason, Step.FETCH_SPEECH, what)
                        .delivery(Delivery.DONE),
                cause);
    }

    private static OutputStream counted(OutputStream file, CallScope scope) {
        return new FilterOutputStream(file) {
            private long written;

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                written += length;
                scope.progress(Step.FETCH_SPEECH, written, written);
            }
        };
    }

    private static long handOut(Path spool, AudioOutput output, CallScope scope) throws IOException {
        try (InputStream audio = TarredAudio.unpacked(Files.newInputStream(spool));
                OutputStream out = output.open()) {
            byte[] piece = new byte[16 * 1024];
            long bytes = 0;
            for (int read = audio.read(piece); read >= 0; read = audio.read(piece)) {
                FailurePolicy.requireTime(Step.FETCH_SPEECH, scope);
                if (!output.canBeginAnew()) {
                    // Before it is there: who throws over it may have kept it.
                    scope.handedOut(read);
                }
                write(out, piece, read);
                bytes += read;
            }
            return bytes;
        }
    }

    private static void write(OutputStream out, byte[] piece, int length) throws IOException {
        try {
            out.write(piece, 0, length);
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }
}
