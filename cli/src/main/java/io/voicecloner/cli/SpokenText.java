package io.voicecloner.cli;

import io.voicecloner.InstalledProvider;
import io.voicecloner.SpeechLimits;
import io.voicecloner.Violation;
import io.voicecloner.VoiceCloners;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The text on standard input that is to be spoken. */
final class SpokenText {
    private static final int LONGEST_CHARACTER = 4;

    /** For a provider that says nothing of speech; the library refuses it then. */
    private static final int LONGEST_WHERE_UNKNOWN = 100_000;

    private SpokenText() {}

    /**
     * Reads it to its end, but no more than the longest text that the provider takes. One line break at the end, which {@code echo} and editors
     * leave there, is not part of it.
     */
    static String read(InputStream in, String provider) {
        int longest = longest(provider);
        int most = longest * LONGEST_CHARACTER + "\r\n".length();
        byte[] bytes = Typed.bytes(in, most + 1);
        if (bytes.length > most) {
            throw refused(
                    "too-long",
                    String.format(Locale.ROOT, "The text on standard input is longer than %,d characters.", longest));
        }
        try {
            return withoutLastBreak(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw refused("not-utf-8", "The text on standard input is not UTF-8.");
        }
    }

    private static int longest(String provider) {
        return VoiceCloners.installed().stream()
                .filter(installed -> installed.id().equals(provider))
                .map(InstalledProvider::capabilities)
                .flatMap(can -> can.speech().stream())
                .map(SpokenText::longest)
                .findFirst()
                .orElse(LONGEST_WHERE_UNKNOWN);
    }

    private static int longest(SpeechLimits limits) {
        return Math.max(limits.codePoints(), limits.taskCodePoints());
    }

    private static String withoutLastBreak(String text) {
        if (!text.endsWith("\n")) {
            return text;
        }
        return text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
    }

    private static UsageMistake refused(String rule, String message) {
        return new UsageMistake(List.of(new Violation("text", rule, message)));
    }
}
