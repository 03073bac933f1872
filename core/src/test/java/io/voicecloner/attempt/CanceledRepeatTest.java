package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.CanceledException;
import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who gives up in a pause learns how often it was tried. */
class CanceledRepeatTest {
    private final ScriptedTime time = new ScriptedTime();
    private final CallScope scope = CallScope.of("fake", Duration.ofMinutes(5), null, null, time);
    private final Attempts attempts =
            new Attempts(() -> "account", ProviderSettings.of("long-enough"), time, Chance.MOST);

    @Test
    void anUploadThatIsGivenUpAfterTwoRequestsSaysTwo() {
        time.meanwhile(() -> {}).meanwhile(scope::cancel);

        CanceledException canceled = catchThrowableOfType(
                CanceledException.class, () -> attempts.repeat(Operation.UPLOAD, Step.UPLOAD, scope, this::fail));

        assertThat(canceled.attempts()).isEqualTo(2);
    }

    private String fail() {
        throw Failures.exception(
                scope.failure(Category.PROVIDER_UNAVAILABLE, Reason.CONNECT, Step.UPLOAD, "no connection")
                        .delivery(Delivery.NOT_SENT));
    }
}
