package io.voicecloner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A stream that is read once into a temporary file, which goes when nobody can reach this any more. */
final class SpooledStream {
    private static final Cleaner CLEANER = Cleaner.create();

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable InputStream stream;
    private @Nullable Path file;
    private @Nullable IOException failure;
    private long kept;
    private boolean cut;

    SpooledStream(InputStream stream) {
        this.stream = stream;
    }

    Path file(long maxBytes) throws IOException {
        lock.lock();
        try {
            if (failure != null) {
                throw new IOException(failure.getMessage(), failure);
            }
            if (file == null) {
                file = spool(maxBytes);
            }
            if (cut && maxBytes >= kept) {
                // Otherwise the beginning would be taken for the whole.
                throw new IOException("an earlier clone, with a lower limit, kept only its first " + kept + " bytes");
            }
            return file;
        } finally {
            lock.unlock();
        }
    }

    private Path spool(long maxBytes) throws IOException {
        Path target = Files.createTempFile("voicecloner-", ".audio");
        target.toFile().deleteOnExit();
        try (InputStream in = stream;
                OutputStream out = Files.newOutputStream(target)) {
            copy(in, out, maxBytes == Long.MAX_VALUE ? maxBytes : maxBytes + 1);
        } catch (Throwable e) {
            // An error of somebody else's stream too: nothing is to be left behind, and nobody is to wait for it.
            IOException failed = e instanceof IOException io ? io : new IOException(e);
            failure = failed;
            Files.deleteIfExists(target);
            throw failed;
        } finally {
            stream = null;
        }
        CLEANER.register(this, new Deletion(target));
        return target;
    }

    private void copy(@Nullable InputStream in, OutputStream out, long limit) throws IOException {
        if (in == null) {
            throw new IOException("the stream was read already");
        }
        byte[] piece = new byte[16 * 1024];
        long left = limit;
        while (left > 0) {
            int read = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (read == 0) {
                // Against its contract, and perhaps for ever: a single byte is something to wait for.
                int single = in.read();
                piece[0] = (byte) single;
                read = single < 0 ? -1 : 1;
            }
            if (read < 0) {
                return;
            }
            out.write(piece, 0, read);
            left -= read;
            kept += read;
        }
        cut = true;
    }

    /** Must not hold on to the stream it cleans up after. */
    private record Deletion(Path file) implements Runnable {
        @Override
        public void run() {
            // Where this fails, deleteOnExit gets another chance.
            boolean deleted = file.toFile().delete();
            assert deleted || !Files.exists(file);
        }
    }
}
