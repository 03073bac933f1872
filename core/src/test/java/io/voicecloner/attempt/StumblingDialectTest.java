package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Rate;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** An error in a provider's own code comes up as what it is, unless a voice may have been made: that must not be forgotten. */
class StumblingDialectTest {
    private final VirtualTime time = new VirtualTime();
    private final CallScope scope = CallScope.of("model", Duration.ofMinutes(5), "vc-known", null, time);
    private final Attempts attempts = new Attempts(
            () -> "account",
            ProviderSettings.of("long-enough").withRate(Rate.unlimited()),
            time,
            new SplittableRandom(1));

    @Test
    void beforeAnythingIsSentItIsAnErrorLikeAnyOther() {
        assertThatThrownBy(() -> attempts.create(scope, () -> {
                    throw new IllegalStateException("no such field");
                }))
                .isExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void onceTheRequestLeftTheVoiceIsInDoubt() {
        AmbiguousOutcomeException failure = catchThrowableOfType(
                AmbiguousOutcomeException.class,
                () -> attempts.create(scope, () -> {
                    scope.createAttempted();
                    throw new IllegalStateException("no such field");
                }));

        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.voiceId()).contains("vc-known");
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.checks()).isNotEmpty();
        assertThat(failure).hasCauseExactlyInstanceOf(IllegalStateException.class);
    }
}
