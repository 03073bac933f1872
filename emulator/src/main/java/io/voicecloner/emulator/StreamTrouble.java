package io.voicecloner.emulator;

/**
 * What goes wrong with a stream. Chunks are counted from 1, without the last one, which ends it.
 *
 * @param cutAfter after how many chunks the connection ends; {@link #NEVER} for not at all
 * @param repeated which chunk comes twice, 0 for none
 * @param broken which chunk is no JSON, 0 for none
 * @param endless whether there is no last chunk
 * @param whole whether the last chunk repeats the audio although it was not to
 */
record StreamTrouble(int cutAfter, int repeated, int broken, boolean endless, boolean whole) {
    static final int NEVER = Integer.MAX_VALUE;
    static final StreamTrouble NONE = new StreamTrouble(NEVER, 0, 0, false, false);

    static StreamTrouble cutAfter(int chunks) {
        if (chunks < 0) {
            throw new IllegalArgumentException("a stream is cut after 0 or more chunks, not " + chunks);
        }
        return new StreamTrouble(chunks, 0, 0, false, false);
    }

    static StreamTrouble repeating(int chunk) {
        return new StreamTrouble(NEVER, counted(chunk), 0, false, false);
    }

    static StreamTrouble breaking(int chunk) {
        return new StreamTrouble(NEVER, 0, counted(chunk), false, false);
    }

    static StreamTrouble withoutEnd() {
        return new StreamTrouble(NEVER, 0, 0, true, false);
    }

    static StreamTrouble wholeAgain() {
        return new StreamTrouble(NEVER, 0, 0, false, true);
    }

    boolean cuts() {
        return cutAfter != NEVER;
    }

    private static int counted(int chunk) {
        if (chunk < 1) {
            throw new IllegalArgumentException("chunks are counted from 1, not from " + chunk);
        }
        return chunk;
    }
}
