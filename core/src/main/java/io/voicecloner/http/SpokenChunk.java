package io.voicecloner.http;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;

/** One piece of streamed audio. One that is longer than any honest one is measured and not kept. */
final class SpokenChunk implements HexAudio.Taker {
    /** More than two minutes at the usual 128 kbit/s; pieces were seen to be a hundredth of that. */
    private static final int LONGEST = 2 * 1024 * 1024;

    private final MessageDigest digest = Sha256.begin();
    private ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final AudioEdges edges = new AudioEdges();
    private final Runnable passed;

    /** @param passed told of every part that was looked at */
    SpokenChunk(Runnable passed) {
        this.passed = passed;
    }

    @Override
    public void take(byte[] piece, int pieceLength) {
        digest.update(piece, 0, pieceLength);
        edges.add(piece, pieceLength);
        if (isKept()) {
            kept.write(piece, 0, pieceLength);
        } else if (kept.size() > 0) {
            // Several may come at once.
            kept = new ByteArrayOutputStream();
        }
        passed.run();
    }

    boolean isKept() {
        return length() <= LONGEST;
    }

    long length() {
        return edges.length();
    }

    AudioEdges edges() {
        return edges;
    }

    /** Its audio; nothing if it was not kept. */
    byte[] audio() {
        return kept.toByteArray();
    }

    /** What nothing else has. Asked for once. */
    byte[] fingerprint() {
        return digest.digest();
    }
}
