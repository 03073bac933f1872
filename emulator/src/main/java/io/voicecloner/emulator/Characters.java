package io.voicecloner.emulator;

/** How much of a text cannot be read: ASCII control characters other than tab and the ends of lines (platform.minimax.io, speech-t2a). */
final class Characters {
    private static final double MOST_INVISIBLE = 0.1;

    private Characters() {}

    static double invisibleRatio(String text) {
        long invisible = text.codePoints().filter(Characters::isInvisible).count();
        return (double) invisible / text.codePointCount(0, text.length());
    }

    static boolean isUnreadable(String text) {
        return invisibleRatio(text) > MOST_INVISIBLE;
    }

    private static boolean isInvisible(int character) {
        boolean control = character < ' ' || character == 0x7F;
        return control && character != '\t' && character != '\n' && character != '\r';
    }
}
