package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether there is time to begin, and what to do about an outcome that nobody knows. */
class FailurePolicyTest {
    private final VirtualTime time = new VirtualTime();
    private final CallScope scope = scopeOf("vc-policy");

    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void whileThereIsTimeLeftACallGoesOn(Step step) {
        time.pass(Duration.ofSeconds(1).minusNanos(1));

        assertThatCode(() -> FailurePolicy.requireTime(step, scope)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "FETCH, DOWNLOAD",
        "DOWNLOAD, DOWNLOAD",
        "PUBLISH, PROVIDER_UNAVAILABLE",
        "UPLOAD, PROVIDER_UNAVAILABLE",
        "CLONE, PROVIDER_UNAVAILABLE"
    })
    void afterTheDeadlineNothingIsBegun(Step step, Category category) {
        time.pass(Duration.ofSeconds(1));

        VoiceClonerException late = refused(step);

        assertThat(late.category()).isEqualTo(category);
        assertThat(late.reason()).isEqualTo(Reason.DEADLINE);
        assertThat(late.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(late).hasMessageContaining("the deadline passed before " + step.doing());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void afterACancelNothingIsBegun(Step step) {
        scope.cancel();

        VoiceClonerException canceled = refused(step);

        assertThat(canceled.category()).isEqualTo(Category.CANCELED);
        assertThat(canceled.reason()).isEqualTo(Reason.CANCELED);
        assertThat(canceled).hasMessageContaining("cancelled before " + step.doing());
    }

    @Test
    void anInterruptThatCameBeforeIsACancelAndStaysInTheFlag() {
        Thread.currentThread().interrupt();

        assertThat(refused(Step.UPLOAD).category()).isEqualTo(Category.CANCELED);
        assertThat(scope.isCanceled()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void anUnknownOutcomeNamesTheVoiceToLookForWhereItIsKnown() {
        assertThat(checked(scope)).hasMessageContaining("Look for the voice vc-policy");
        assertThat(checked(scopeOf(null))).hasMessageContaining("a voice made at this time");
        assertThat(checked(scope).checks()).hasSize(3).anyMatch(check -> check.contains("7 days"));
    }

    private static AmbiguousOutcomeException checked(CallScope scope) {
        return (AmbiguousOutcomeException) Failures.exception(FailurePolicy.withChecks(
                scope.failure(Category.AMBIGUOUS_OUTCOME, Reason.TIMEOUT, Step.CLONE, "no answer"), scope));
    }

    private VoiceClonerException refused(Step step) {
        VoiceClonerException refusal =
                catchThrowableOfType(VoiceClonerException.class, () -> FailurePolicy.requireTime(step, scope));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private CallScope scopeOf(@Nullable String voiceId) {
        return CallScope.of("fake", Duration.ofSeconds(1), voiceId, null, time);
    }
}
