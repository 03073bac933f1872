package io.voicecloner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Category;
import io.voicecloner.VoiceClonerException;
import java.time.Duration;

/** What a caller is told of a failure must fit together, whatever was answered. */
final class Told {
    private static final int LONGEST = 8_000;

    private Told() {}

    static void fitsTogether(VoiceClonerException failure) {
        String message = String.valueOf(failure.getMessage());
        boolean inDoubt = failure instanceof AmbiguousOutcomeException;

        assertThat(failure.moneyMayBeSpent()).as("money without a voice").isEqualTo(failure.voiceMayExist());
        assertThat(inDoubt && !failure.voiceMayExist())
                .as("in doubt over nothing")
                .isFalse();
        assertThat(message).contains(failure.voiceMayExist() ? "do not simply run this again" : "No voice was made.");
        assertThat(inDoubt ? failure.delivery().mayHaveActed() : true)
                .as("in doubt, and " + failure.delivery())
                .isTrue();
        assertThat(failure.category()).isNotIn(Category.CANCELED, Category.DOWNLOAD);
        failure.retryAfter().ifPresent(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofDays(1)));
        isFitToPrint(message);
        isFitToPrint(failure.toString());
        failure.traceIds().forEach(Told::isFitToPrint);
    }

    static void isFitToPrint(String text) {
        assertThat(text.length()).as("the length of what is told").isLessThan(LONGEST);
        assertThat(text.contains(Host.KEY)).as("the key is in: %s", text).isFalse();
        assertThat(text.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c)))
                .as("control characters in: %s", text)
                .isFalse();
    }
}
