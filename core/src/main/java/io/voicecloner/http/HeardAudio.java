package io.voicecloner.http;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * What was heard of a stream so far, to tell a piece that says it again. Providers end a stream with all of its audio once more, asked not to or
 * not (wire-facts 1.4); put behind the rest it would double the speech.
 */
final class HeardAudio {
    /** Two recordings that begin alike for so long are the same. */
    private static final int BEGINNING = 512;

    private final MessageDigest whole = Sha256.begin();
    private byte[] beginning = {};
    private byte[] previous = {};
    private byte[] previousFingerprint = {};
    private long length;
    private int pieces;

    /** @param last whether it came at the end of the stream */
    boolean wasHeard(SpokenChunk chunk, byte[] fingerprint, boolean last) {
        if (pieces == 0) {
            return false;
        }
        boolean everything = chunk.length() == length && Arrays.equals(fingerprint, soFar());
        return everything || (last && beginsAnew(chunk)) || saysThePreviousAgain(fingerprint);
    }

    /** Put together anew it may have another head, but then it is as long as everything before. */
    private boolean beginsAnew(SpokenChunk chunk) {
        byte[] audio = chunk.audio();
        int alike = Math.min(beginning.length, BEGINNING);
        boolean sameBeginning =
                audio.length >= alike && Arrays.equals(audio, 0, alike, beginning, 0, alike) && alike >= 64;
        return sameBeginning || (pieces > 1 && chunk.length() >= length);
    }

    /** Silence says the same again with good reason: it is all alike in itself, as speech never is. */
    private boolean saysThePreviousAgain(byte[] fingerprint) {
        return Arrays.equals(fingerprint, previousFingerprint) && !isAllAlike(previous);
    }

    private static boolean isAllAlike(byte[] audio) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(audio);
            deflater.finish();
            return deflater.deflate(new byte[audio.length / 4 + 64]) <= audio.length / 4 && deflater.finished();
        } finally {
            deflater.end();
        }
    }

    private byte[] soFar() {
        try {
            return ((MessageDigest) whole.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the digests of a JDK can be cloned", e);
        }
    }

    void heard(SpokenChunk chunk, byte[] fingerprint) {
        byte[] audio = chunk.audio();
        whole.update(audio);
        if (beginning.length < BEGINNING) {
            byte[] longer = Arrays.copyOf(beginning, Math.min(BEGINNING, beginning.length + audio.length));
            System.arraycopy(audio, 0, longer, beginning.length, longer.length - beginning.length);
            beginning = longer;
        }
        previous = audio;
        previousFingerprint = fingerprint;
        length += audio.length;
        pieces++;
    }
}
