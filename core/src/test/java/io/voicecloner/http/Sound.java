package io.voicecloner.http;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.SplittableRandom;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/** Audio of nothing, and how it is written into answers. */
final class Sound {
    private Sound() {}

    /** As speech is: of no two pieces alike. */
    static byte[] of(int seed, int bytes) {
        byte[] sound = new byte[bytes];
        new SplittableRandom(seed).nextBytes(sound);
        return sound;
    }

    static String hex(byte[] sound) {
        return HexFormat.of().formatHex(sound);
    }

    static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    /** A line of a stream as MiniMax writes it, with the blank one behind it. */
    static String event(byte[] sound, int status) {
        return "data: {\"data\":{\"audio\":\"" + hex(sound) + "\",\"status\":" + status + "}}\n\n";
    }

    /** What comes, so much with each read at most. */
    static BufferedSource slowly(byte[] all, long mostAtOnce) {
        Source whole = new Buffer().write(all);
        return Okio.buffer(new ForwardingSource(whole) {
            @Override
            public long read(Buffer into, long byteCount) throws java.io.IOException {
                return super.read(into, Math.min(byteCount, mostAtOnce));
            }
        });
    }
}
