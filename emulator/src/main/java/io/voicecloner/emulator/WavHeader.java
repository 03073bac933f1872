package io.voicecloner.emulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the {@code fmt} and {@code data} chunks of a WAV file tell. */
record WavHeader(long sampleRate, long bytesPerSecond, long dataBytes) {
    private static final int FMT = 0x20746d66;
    private static final int DATA = 0x61746164;
    private static final int CHUNKS_START = 12;
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int FMT_BYTES_READ = 12;

    long milliseconds() {
        return dataBytes * 1000 / bytesPerSecond;
    }

    /** Null when there is no sound data, or no format before it. */
    static @Nullable WavHeader read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long sampleRate = 0;
            long bytesPerSecond = 0;
            long position = CHUNKS_START;
            while (position + CHUNK_HEADER_BYTES <= channel.size()) {
                ByteBuffer header = at(channel, position, CHUNK_HEADER_BYTES);
                int id = header.getInt();
                long size = Integer.toUnsignedLong(header.getInt());
                long content = position + CHUNK_HEADER_BYTES;
                if (id == FMT && content + FMT_BYTES_READ <= channel.size()) {
                    ByteBuffer format = at(channel, content, FMT_BYTES_READ);
                    sampleRate = Integer.toUnsignedLong(format.getInt(4));
                    bytesPerSecond = Integer.toUnsignedLong(format.getInt(8));
                } else if (id == DATA && bytesPerSecond > 0) {
                    // Recorders that stream write a size of all ones: the file's end is the truth then.
                    return new WavHeader(sampleRate, bytesPerSecond, Math.min(size, channel.size() - content));
                }
                position = content + size + (size & 1);
            }
            return null;
        }
    }

    private static ByteBuffer at(FileChannel channel, long position, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {}
        return buffer.flip();
    }
}
