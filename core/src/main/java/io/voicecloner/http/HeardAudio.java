package io.voicecloner.http;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * What was heard of a stream so far, to tell a piece that says it again. Providers end a stream with all of its audio once more, asked not to or
 * not (wire-facts 1.4); put behind the rest it would double the speech.
 */
final class HeardAudio {
    private final MessageDigest whole = Sha256.begin();
    private final AudioEdges edges = new AudioEdges();
    private byte[] previousFingerprint = {};

    /** @param last whether it came at the end of the stream */
    boolean wasHeard(SpokenChunk chunk, byte[] fingerprint, boolean last) {
        if (edges.length() == 0) {
            return false;
        }
        boolean everything = chunk.length() == edges.length() && Arrays.equals(fingerprint, soFar());
        boolean thePrevious = Arrays.equals(fingerprint, previousFingerprint);
        return (last && (everything || beginsAnew(chunk)))
                // Silence says the same again with good reason: it is all alike in itself, as speech never is.
                || ((everything || thePrevious)
                        && !isAllAlike(
                                chunk.isKept() ? chunk.audio() : chunk.edges().beginning()));
    }

    /**
     * Put together anew it may have another head, but then it is about as long as everything before, and ends like it. A last piece that is longer
     * than all before it and ends otherwise is new.
     */
    private boolean beginsAnew(SpokenChunk chunk) {
        boolean isLongEnough = chunk.length() >= edges.length() - edges.length() / 4;
        boolean begins = chunk.edges().beginsLike(edges) && !isAllAlike(edges.beginning());
        boolean ends = chunk.edges().endsLike(edges) && !isAllAlike(edges.endingLookedAt());
        return isLongEnough && (begins || ends);
    }

    private static boolean isAllAlike(byte[] audio) {
        if (audio.length < AudioEdges.SHORTEST) {
            return true;
        }
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

    void heard(byte[] audio, byte[] fingerprint) {
        whole.update(audio);
        edges.add(audio, audio.length);
        previousFingerprint = fingerprint;
    }
}
