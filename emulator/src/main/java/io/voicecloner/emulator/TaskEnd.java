package io.voicecloner.emulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a synthesis that was asked for as a task ends. */
public enum TaskEnd {
    /** The audio is there. */
    SUCCEEDED,

    /** There is none, no voice was used and nothing is billed. */
    FAILED,

    /** The audio was made, so the voice was used and the characters are billed, but it is there no more. Only at MiniMax and gateways. */
    EXPIRED;

    static TaskEnd of(String text) {
        return Arrays.stream(values())
                .filter(end -> end.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no end \"" + text + "\" is known, only "
                        + Arrays.stream(values()).map(TaskEnd::text).collect(Collectors.joining(", "))));
    }

    /** As the control endpoint writes it: {@code failed}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
