package io.voicecloner.emulator;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file's bytes by their place, through a window of 16 KiB. A place beyond the end is an {@link UnreadableSoundException}. */
final class SoundBytes implements Closeable {
    private final FileChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(16 * 1024).limit(0);
    private long windowStart;

    private SoundBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        size = channel.size();
    }

    static SoundBytes open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return new SoundBytes(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    long size() {
        return size;
    }

    int u8(long at) throws IOException {
        if (at < windowStart || at >= windowStart + window.limit()) {
            fill(at);
        }
        return Byte.toUnsignedInt(window.get((int) (at - windowStart)));
    }

    int u16(long at) throws IOException {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(long at) throws IOException {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    /** An unsigned number of 64 bits; none that has a meaning here needs the highest one. */
    long u63(long at) throws IOException {
        long value = u32(at) << 32 | u32(at + 4);
        if (value < 0) {
            throw new UnreadableSoundException("a number of 64 bits at " + at);
        }
        return value;
    }

    int u16LittleEndian(long at) throws IOException {
        return Short.toUnsignedInt(Short.reverseBytes((short) u16(at)));
    }

    long u32LittleEndian(long at) throws IOException {
        return Integer.toUnsignedLong(Integer.reverseBytes((int) u32(at)));
    }

    /** Four characters. */
    String word(long at) throws IOException {
        byte[] four = {(byte) u8(at), (byte) u8(at + 1), (byte) u8(at + 2), (byte) u8(at + 3)};
        return new String(four, StandardCharsets.ISO_8859_1);
    }

    /** Whether these ASCII characters stand there; false beyond the end. */
    boolean says(long at, String characters) throws IOException {
        if (at > size - characters.length()) {
            return false;
        }
        for (int i = 0; i < characters.length(); i++) {
            if (u8(at + i) != characters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void fill(long at) throws IOException {
        if (at < 0 || at >= size) {
            throw new UnreadableSoundException("nothing at " + at);
        }
        window.clear();
        while (window.hasRemaining() && channel.read(window, at + window.position()) >= 0) {}
        window.flip();
        windowStart = at;
        if (!window.hasRemaining()) {
            throw new UnreadableSoundException("the file became shorter");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
