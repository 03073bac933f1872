package io.voicecloner.system;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The largest recording there is. */
final class Recordings {
    static final int TWENTY_MIB = 20 * 1024 * 1024;

    private Recordings() {}

    /** Silence of 16 bits in two channels at 44.1 kHz, which the largest file holds for two minutes. */
    static Path ofTwentyMebibytes(Path file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(TWENTY_MIB - 8);
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        header.putShort((short) 1).putShort((short) 2).putInt(44_100).putInt(44_100 * 4);
        header.putShort((short) 4).putShort((short) 16);
        header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(TWENTY_MIB - 44);
        byte[] silence = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(header.array());
            for (int left = TWENTY_MIB - 44; left > 0; left -= silence.length) {
                out.write(silence, 0, Math.min(left, silence.length));
            }
        }
        return file;
    }
}
