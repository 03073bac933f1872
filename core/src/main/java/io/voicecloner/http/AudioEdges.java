package io.voicecloner.http;

import java.util.Arrays;

/** How audio begins and how it ends, as far as it takes to know it again. */
final class AudioEdges {
    private static final int LONGEST_BEGINNING = 512;
    private static final int LONGEST_ENDING = 16 * 1024;

    /** So little tells nothing. */
    static final int SHORTEST = 64;

    private byte[] beginning = {};
    private byte[] ending = {};
    private long length;

    void add(byte[] piece, int pieceLength) {
        if (beginning.length < LONGEST_BEGINNING) {
            beginning = joined(beginning, piece, Math.min(pieceLength, LONGEST_BEGINNING - beginning.length));
        }
        byte[] all = joined(ending, piece, pieceLength);
        ending = Arrays.copyOfRange(all, Math.max(0, all.length - LONGEST_ENDING), all.length);
        length += pieceLength;
    }

    private static byte[] joined(byte[] first, byte[] then, int thenLength) {
        byte[] both = Arrays.copyOf(first, first.length + thenLength);
        System.arraycopy(then, 0, both, first.length, thenLength);
        return both;
    }

    long length() {
        return length;
    }

    byte[] beginning() {
        return beginning;
    }

    boolean beginsLike(AudioEdges other) {
        int alike = Math.min(beginning.length, other.beginning.length);
        return alike >= SHORTEST && Arrays.equals(beginning, 0, alike, other.beginning, 0, alike);
    }

    /** Whether it ends as the other one does, of which no more than the last quarter is looked at: pieces may have heads. */
    boolean endsLike(AudioEdges other) {
        byte[] looked = other.endingLookedAt();
        return looked.length >= SHORTEST
                && ending.length >= looked.length
                && Arrays.equals(ending, ending.length - looked.length, ending.length, looked, 0, looked.length);
    }

    /** Of its ending, no more than the last quarter of everything. */
    byte[] endingLookedAt() {
        int alike = (int) Math.min(ending.length, length / 4);
        return Arrays.copyOfRange(ending, ending.length - alike, ending.length);
    }
}
