package io.voicecloner.audio;

import static io.voicecloner.audio.Bytes.join;
import static io.voicecloner.audio.Bytes.little;
import static io.voicecloner.audio.Bytes.text;

/** WAV files made by hand. */
final class WavFile {
    static final int PCM = 1;
    static final int ADPCM = 2;
    static final int FLOAT = 3;
    static final int MU_LAW = 7;

    private WavFile() {}

    static byte[] format(int tag, int channels, int rate, int bits) {
        int frame = channels * bits / 8;
        byte[] body = join(
                little(tag, 2),
                little(channels, 2),
                little(rate, 4),
                little((long) rate * frame, 4),
                little(frame, 2),
                little(bits, 2));
        return chunk("fmt ", body);
    }

    static byte[] chunk(String name, byte[] body) {
        return join(text(name), little(body.length, 4), body, new byte[body.length & 1]);
    }

    /** A data chunk that may lie about its size. */
    static byte[] data(long size, int held) {
        return join(text("data"), little(size, 4), new byte[held]);
    }

    static byte[] riff(byte[]... chunks) {
        byte[] body = join(text("WAVE"), join(chunks));
        return join(text("RIFF"), little(body.length, 4), body);
    }

    /** 16 bits, mono, 24 kHz. */
    static byte[] seconds(int seconds) {
        int size = seconds * 48_000;
        return riff(format(PCM, 1, 24_000, 16), data(size, size));
    }
}
