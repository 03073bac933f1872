package io.voicecloner.pipeline;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
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
            } catch (IOException e) {
                throw Failures.exception(
                        scope.failure(
                                        Category.DOWNLOAD,
                                        Reason.OUTPUT,
                                        Step.FETCH_SPEECH,
                                        "the audio could not be written")
                                .delivery(Delivery.DONE),
                        e);
            }
        });
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
                if (!output.canBeginAnew()) {
                    scope.handedOut(read);
                }
                out.write(piece, 0, read);
                bytes += read;
            }
            return bytes;
        }
    }
}
