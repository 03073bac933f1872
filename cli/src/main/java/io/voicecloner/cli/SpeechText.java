package io.voicecloner.cli;

import io.voicecloner.Synthesis;
import io.voicecloner.Usage;
import java.time.Duration;
import java.util.Locale;

/** What a person is told of speech that was made. */
final class SpeechText {
    private SpeechText() {}

    /** How much it is: {@code 48000 bytes, 3.0 s}. */
    static String size(Synthesis made) {
        return made.bytes() + " bytes"
                + made.duration().map(SpeechText::seconds).orElse("");
    }

    private static String seconds(Duration length) {
        return String.format(Locale.ROOT, ", %.1f s", length.toMillis() / 1000.0);
    }

    /**
     * What it costs, and what is worth knowing.
     *
     * @param warningsOnly whether an object tells the rest
     */
    static void tell(Synthesis made, boolean warningsOnly, Screen screen) {
        if (!warningsOnly) {
            made.usage()
                    .map(Usage::characters)
                    .ifPresent(characters ->
                            characters.ifPresent(count -> screen.tell("Billed as " + count + " characters.")));
        }
        if (made.possiblyBilledTwice()) {
            screen.say("an answer was lost and the text spoken again: it may be billed twice.");
        }
        made.warnings().forEach(screen::say);
    }
}
