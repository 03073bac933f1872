package io.voicecloner.host.s3;

import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.PreparedAudio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

/** Recordings to publish: the host does not look into them. */
final class Recordings {
    private Recordings() {}

    static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    static PreparedAudio.Content wav(byte[] bytes) {
        return declared(bytes, bytes.length);
    }

    static PreparedAudio.Content declared(byte[] bytes, long length) {
        return new PreparedAudio.Content(AudioFormat.WAV, length, () -> new ByteArrayInputStream(bytes));
    }

    /** One that exists nowhere in full, and that fails when asked for much of it at once. */
    static PreparedAudio.Content generated(long length) {
        return new PreparedAudio.Content(AudioFormat.MP3, length, () -> new Counting(length));
    }

    /** The byte of a generated recording at a position. */
    static byte generatedByte(long position) {
        return (byte) (position * 31 + (position >> 8));
    }

    private static final class Counting extends InputStream {
        private final long length;
        private long position;

        Counting(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            return position == length ? -1 : generatedByte(position++) & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) throws IOException {
            if (wanted > 64 * 1024) {
                throw new IOException("that is too much for a stream");
            }
            int count = (int) Math.min(wanted, length - position);
            for (int i = 0; i < count; i++) {
                buffer[offset + i] = generatedByte(position++);
            }
            return count == 0 ? -1 : count;
        }
    }
}
