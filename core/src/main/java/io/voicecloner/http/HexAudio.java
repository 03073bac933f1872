package io.voicecloner.http;

import io.voicecloner.Reason;
import java.io.IOException;
import okio.BufferedSource;

/** Reads audio that is written in hexadecimal digits, up to a quotation mark, a piece at a time. */
final class HexAudio {
    private static final int PIECE = 8 * 1024;

    private HexAudio() {}

    /** Takes what was read. */
    @FunctionalInterface
    interface Taker {
        void take(byte[] piece, int length) throws IOException;
    }

    /** @param source ends with the closing mark */
    static void read(BufferedSource source, Taker taker) throws IOException {
        byte[] digits = new byte[PIECE];
        byte[] audio = new byte[PIECE / 2 + 1];
        int high = -1;
        for (int read = source.read(digits); read >= 0; read = source.read(digits)) {
            int length = 0;
            for (int i = 0; i < read; i++) {
                if (digits[i] == '"') {
                    taker.take(audio, length);
                    requireWhole(high < 0);
                    return;
                }
                int value = Character.digit(digits[i], 16);
                requireWhole(value >= 0);
                if (high < 0) {
                    high = value;
                } else {
                    audio[length++] = (byte) (high << 4 | value);
                    high = -1;
                }
            }
            taker.take(audio, length);
        }
    }

    private static void requireWhole(boolean whole) throws UnreadableReplyException {
        if (!whole) {
            throw new UnreadableReplyException(Reason.UNREADABLE, "the audio is not in whole hexadecimal digits");
        }
    }
}
