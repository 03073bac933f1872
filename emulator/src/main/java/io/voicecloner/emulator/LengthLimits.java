package io.voicecloner.emulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long recordings may be: to clone from, "at least 10 seconds, no longer than 5 minutes"; as an example, "less than 8
 * seconds" (spec/000 to 003). The words leave no tolerance, so there is none. A duration that the file does not tell passes: no
 * document says what happens then, and a provider that decodes would not have to ask the file.
 */
final class LengthLimits {
    private static final Duration MIN_SOURCE = Duration.ofSeconds(10);
    private static final Duration MAX_SOURCE = Duration.ofMinutes(5);
    private static final Duration TOO_LONG_PROMPT = Duration.ofSeconds(8);

    private LengthLimits() {}

    static boolean isTooShortSource(Sound source) {
        @Nullable Duration duration = source.duration();
        return duration != null && duration.compareTo(MIN_SOURCE) < 0;
    }

    static boolean isTooLongSource(Sound source) {
        @Nullable Duration duration = source.duration();
        return duration != null && duration.compareTo(MAX_SOURCE) > 0;
    }

    static boolean isTooLongPrompt(Sound prompt) {
        @Nullable Duration duration = prompt.duration();
        return duration != null && duration.compareTo(TOO_LONG_PROMPT) >= 0;
    }
}
