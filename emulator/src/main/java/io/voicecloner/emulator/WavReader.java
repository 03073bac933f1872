package io.voicecloner.emulator;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads RIFF/WAVE: the format from its {@code fmt} chunk, the length from the {@code data} chunk and the file's end, of
 * compressed sound from the {@code fact} chunk. RF64 and Wave64, made for files above 4 GB, are not taken for wav.
 */
final class WavReader {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;

    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int FMT_BYTES = 16;
    private static final int SUBFORMAT = 24;
    private static final int MAX_CHUNKS = 10_000;

    private final SoundBytes bytes;
    private long format = -1;
    private long fact = -1;

    private WavReader(SoundBytes bytes) {
        this.bytes = bytes;
    }

    /** Null without a format, or without a byte of sound after it. */
    static @Nullable Sound read(SoundBytes bytes) throws IOException {
        return bytes.says(CHUNK_HEADER_BYTES, "WAVE") ? new WavReader(bytes).sound() : null;
    }

    private @Nullable Sound sound() throws IOException {
        long chunk = 12;
        for (int i = 0; i < MAX_CHUNKS && chunk + CHUNK_HEADER_BYTES <= bytes.size(); i++) {
            long size = bytes.u32LittleEndian(chunk + 4);
            long content = chunk + CHUNK_HEADER_BYTES;
            if (bytes.says(chunk, "data")) {
                return format < 0 ? null : sound(size, bytes.size() - content);
            } else if (bytes.says(chunk, "fmt ") && size >= FMT_BYTES) {
                format = content;
            } else if (bytes.says(chunk, "fact")) {
                fact = content;
            }
            chunk = content + size + (size & 1);
        }
        return null;
    }

    /** A recorder that cannot go back to write the size leaves 0 there, or a number that the file does not reach. */
    private @Nullable Sound sound(long size, long left) throws IOException {
        long data = size == 0 ? left : Math.min(size, left);
        long sampleRate = bytes.u32LittleEndian(format + 4);
        if (data == 0 || sampleRate == 0) {
            return null;
        }
        int block = bytes.u16LittleEndian(format + 12);
        if (isUncompressed() && block > 0) {
            long bitrate = sampleRate * block * 8;
            return new Sound(AudioFormat.WAV, Sound.length(data / block, sampleRate), sampleRate, bitrate);
        }
        long samples = fact < 0 || data < size || size == 0 ? 0 : bytes.u32LittleEndian(fact);
        if (samples == 0) {
            return new Sound(AudioFormat.WAV, null, sampleRate, null);
        }
        Duration duration = Sound.length(samples, sampleRate);
        return new Sound(AudioFormat.WAV, duration, sampleRate, Sound.bitrate(data, duration));
    }

    /** Then a block is one sample of each channel. */
    private boolean isUncompressed() throws IOException {
        int tag = bytes.u16LittleEndian(format);
        if (tag == EXTENSIBLE) {
            tag = bytes.u16LittleEndian(format + SUBFORMAT);
        }
        return tag == PCM || tag == FLOAT || tag == A_LAW || tag == MU_LAW;
    }
}
