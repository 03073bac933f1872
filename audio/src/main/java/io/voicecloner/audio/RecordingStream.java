package io.voicecloner.audio;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/** The caller's stream, not read past an end, whose failures are reported before they are thrown. */
final class RecordingStream extends InputStream {
    private final InputStream in;
    private final Stopwatch parsing;
    private final UnaryOperator<IOException> failures;
    private long left;

    /**
     * @param end after how many bytes it ends, even if there are more
     * @param parsing stands still while this stream waits for the caller's
     * @param failures is told what the caller's stream throws
     */
    RecordingStream(InputStream in, long end, Stopwatch parsing, UnaryOperator<IOException> failures) {
        this.in = in;
        this.parsing = parsing;
        this.failures = failures;
        this.left = end;
        parsing.start();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        if (left <= 0) {
            return -1;
        }
        parsing.stop();
        parsing.ensureTimeIsLeft();
        int most = (int) Math.min(wanted, left);
        long got = outside(() -> {
            int count = in.read(buffer, offset, most);
            if (count != 0) {
                return count;
            }
            // Against the contract of InputStream; a reader above would ask for ever.
            int one = in.read();
            buffer[offset] = (byte) one;
            return one < 0 ? -1 : 1;
        });
        left -= Math.max(0, got);
        return (int) got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long most = Math.min(wanted, left);
        long skipped = most <= 0 ? 0 : Math.max(0, outside(() -> in.skip(most)));
        left -= skipped;
        return skipped;
    }

    @Override
    public void close() throws IOException {
        outside(() -> {
            in.close();
            return 0;
        });
        parsing.stop();
    }

    private long outside(Call call) throws IOException {
        parsing.stop();
        try {
            return call.run();
        } catch (IOException e) {
            throw failures.apply(e);
        } catch (RuntimeException e) {
            throw failures.apply(new IOException("the recording could not be read", e));
        } finally {
            parsing.start();
        }
    }

    private interface Call {
        long run() throws IOException;
    }
}
