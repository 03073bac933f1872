package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.attempt.Course.Ruling;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call may do after each of its attempts, and that doubt stays until an answer speaks of the request it is about. */
class CourseTest {
    private final VirtualTime time = new VirtualTime();
    private final Course course = course(Operation.CREATE_BY_ID, true, Duration.ofMinutes(10));

    @Test
    void anIdThatIsTakenAtFirstIsSomebodyElses() {
        VoiceClonerException taken = taken();

        assertThat(course.after(taken)).isEqualTo(new Ruling.Fail(taken));
    }

    @ParameterizedTest
    @EnumSource(names = {"INCOMPLETE", "UNKNOWN", "ANSWER_LOST"})
    void anIdThatIsTakenAfterALostAnswerIsOurs(Delivery lost) {
        assertThat(course.after(Failing.with(Category.AMBIGUOUS_OUTCOME, Reason.CONNECTION_LOST, lost)))
                .isInstanceOf(Ruling.Again.class);

        assertThat(course.after(taken())).isEqualTo(new Ruling.Made());
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_SENT", "REFUSED"})
    void anIdThatIsTakenAfterARequestThatDidNothingIsSomebodyElses(Delivery nothingDone) {
        course.after(Failing.with(Category.PROVIDER_UNAVAILABLE, Reason.CONNECT, nothingDone));
        VoiceClonerException taken = taken();

        assertThat(course.after(taken)).isEqualTo(new Ruling.Fail(taken));
    }

    @Test
    void whoMustNotReconcileLearnsOfTheDoubtAtOnce() {
        VoiceClonerException lost = Failing.inDoubt(Reason.TIMEOUT);

        assertThat(course(Operation.CREATE_BY_ID, false, Duration.ofMinutes(10)).after(lost))
                .isEqualTo(new Ruling.Fail(lost));
    }

    @ParameterizedTest
    @CsvSource({"INVALID_REQUEST, PARAMETER", "INVALID_REQUEST, AUDIO", "ACCESS, FOREIGN_VOICE"})
    void whatTheFirstRequestMustHaveMetTooEndsTheDoubt(Category category, Reason reason) {
        course.after(Failing.inDoubt(Reason.TIMEOUT));
        VoiceClonerException no = Failing.rejected(category, reason);

        assertThat(course.after(no)).isEqualTo(new Ruling.Fail(no));
    }

    @Test
    void contentThatIsRefusedNowMayHavePassedBefore() {
        course.after(Failing.inDoubt(Reason.TIMEOUT));

        VoiceClonerException told =
                failure(course.after(Failing.rejected(Category.CONTENT_REJECTED, Reason.INPUT_CONTENT)));

        assertThat(told.category()).isEqualTo(Category.CONTENT_REJECTED);
        assertThat(told.voiceMayExist()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCESS, KEY",
        "ACCESS, REGION",
        "ACCESS, PERMISSION",
        "QUOTA, BALANCE",
        "QUOTA, PLAN",
        "INVALID_REQUEST, UNKNOWN_FILE"
    })
    void whatTheAccountIsToldNowSaysNothingOfBefore(Category category, Reason reason) {
        course.after(Failing.with(Category.AMBIGUOUS_OUTCOME, Reason.INCOMPLETE_REPLY, Delivery.ANSWER_LOST));

        AmbiguousOutcomeException told =
                (AmbiguousOutcomeException) failure(course.after(Failing.rejected(category, reason)));

        assertThat(told.reason()).isEqualTo(reason);
        assertThat(told.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(told.voiceMayExist()).isTrue();
        assertThat(told.checks()).isNotEmpty();
        assertThat(told).hasMessageContaining("incomplete-reply").hasMessageContaining(reason.id());
    }

    @Test
    void refusalsAndFailedConnectionsAreWaitedOutButDoNotEndTheDoubt() {
        course.after(Failing.inDoubt(Reason.TIMEOUT));
        assertThat(course.after(Failing.notNow(null))).isInstanceOf(Ruling.Again.class);

        VoiceClonerException told = failure(course.after(Failing.notSent(Reason.CONNECT)));

        assertThat(told).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(told.reason()).isEqualTo(Reason.CONNECT);
        assertThat(told.delivery()).isEqualTo(Delivery.UNKNOWN);
    }

    @Test
    void theFirstDoubtIsTheOneThatIsTold() {
        course.after(Failing.inDoubt(Reason.TIMEOUT));
        course.after(Failing.with(Category.AMBIGUOUS_OUTCOME, Reason.NOT_JSON, Delivery.ANSWER_LOST));

        VoiceClonerException told = failure(course.after(Failing.rejected(Category.ACCESS, Reason.KEY)));

        assertThat(told.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(told).hasMessageContaining("timeout");
    }

    @Test
    void aLastAttemptThatIsItselfInDoubtIsToldAsItIs() {
        course.after(Failing.inDoubt(Reason.TIMEOUT));
        course.after(Failing.inDoubt(Reason.TIMEOUT));
        VoiceClonerException last = Failing.inDoubt(Reason.CONNECTION_LOST);

        assertThat(course.after(last)).isEqualTo(new Ruling.Fail(last));
    }

    @Test
    void aVoiceWhosePreviewWasUnsafeIsAskedForWithoutOne() {
        assertThat(course.after(unsafePreview()))
                .isEqualTo(new Ruling.Again(Decision.RECONCILE, Duration.ofSeconds(5), false));
        assertThat(course.after(taken())).isEqualTo(new Ruling.Made());
    }

    @Test
    void everyOtherRepeatAsksForThePreviewToo() {
        assertThat(course.after(Failing.inDoubt(Reason.CONNECTION_LOST)))
                .isEqualTo(new Ruling.Again(Decision.RECONCILE, Duration.ofSeconds(5), true));
    }

    @Test
    void aVoiceWhosePreviewWasUnsafeStaysInDoubtWhateverTheAccountIsToldNext() {
        course.after(unsafePreview());

        VoiceClonerException told = failure(course.after(Failing.rejected(Category.QUOTA, Reason.BALANCE)));

        assertThat(told).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(told.delivery()).isEqualTo(Delivery.UNKNOWN);
    }

    @Test
    void whoMustNotReconcileLearnsThatThePreviewWasUnsafe() {
        VoiceClonerException unsafe = unsafePreview();

        assertThat(course(Operation.CREATE_BY_ID, false, Duration.ofMinutes(10)).after(unsafe))
                .isEqualTo(new Ruling.Fail(unsafe));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereTheProviderChoosesTheIdNoPreviewIsTriedAgainWhateverTheRule(boolean reconciles) {
        VoiceClonerException unsafe = unsafePreview();

        assertThat(course(Operation.CREATE, reconciles, Duration.ofMinutes(10)).after(unsafe))
                .isEqualTo(new Ruling.Fail(unsafe));
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD", "READ"})
    void whatMakesNoVoiceLeavesNoDoubtBehind(Operation operation) {
        Course harmless = course(operation, false, Duration.ofMinutes(10));
        assertThat(harmless.after(Failing.with(Category.PROVIDER_UNAVAILABLE, Reason.TIMEOUT, Delivery.UNKNOWN)))
                .isInstanceOf(Ruling.Again.class);
        VoiceClonerException last = Failing.rejected(Category.ACCESS, Reason.KEY);

        assertThat(harmless.after(last)).isEqualTo(new Ruling.Fail(last));
    }

    @Test
    void noAttemptIsPlannedForAfterTheDeadline() {
        VoiceClonerException lost = Failing.inDoubt(Reason.CONNECTION_LOST);

        // The repeat would be after five seconds.
        assertThat(course(Operation.CREATE_BY_ID, true, Duration.ofSeconds(5)).after(lost))
                .isEqualTo(new Ruling.Fail(lost));
        assertThat(course(Operation.CREATE_BY_ID, true, Duration.ofMillis(5001)).after(lost))
                .isInstanceOf(Ruling.Again.class);
    }

    @Test
    void givingUpIsToldAsDoubtWhereThereIsDoubtAndAsItselfWhereThereIsNone() {
        VoiceClonerException canceled = Failing.with(Category.CANCELED, Reason.CANCELED, Delivery.NOT_SENT);
        assertThat(course.settled(canceled)).isSameAs(canceled);

        course.after(Failing.inDoubt(Reason.TIMEOUT));

        VoiceClonerException told = course.settled(canceled);
        assertThat(told).isInstanceOf(AmbiguousOutcomeException.class).hasCause(canceled);
        assertThat(told.reason()).isEqualTo(Reason.CANCELED);
    }

    @Test
    void onlyTheSameRequestMustHaveMetTheSameRefusal() {
        course.after(unsafePreview());

        VoiceClonerException told = failure(course.after(Failing.rejected(Category.INVALID_REQUEST, Reason.PARAMETER)));

        assertThat(told).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(told.reason()).isEqualTo(Reason.PARAMETER);
    }

    @Test
    void anIdThatNobodyElseCanHaveThoughtOfIsTakenByAVoiceThatMayBeOurs() {
        Course ofOurId = new Course(
                Operation.CREATE_BY_ID,
                true,
                true,
                new RetryState(Operation.CREATE_BY_ID, 3, new Pauses(Chance.MOST)),
                CallScope.of("fake", Duration.ofMinutes(10), "vc-course", null, time));

        assertThat(failure(ofOurId.after(taken())).voiceMayExist()).isTrue();
        assertThat(failure(course.after(taken())).voiceMayExist()).isFalse();
    }

    @Test
    void anotherRefusalOfAnIdOfOursSaysNothingOfAVoice() {
        Course ofOurId = new Course(
                Operation.CREATE_BY_ID,
                true,
                true,
                new RetryState(Operation.CREATE_BY_ID, 3, new Pauses(Chance.MOST)),
                CallScope.of("fake", Duration.ofMinutes(10), "vc-course", null, time));
        VoiceClonerException no = Failing.rejected(Category.QUOTA, Reason.BALANCE);

        assertThat(ofOurId.after(no)).isEqualTo(new Ruling.Fail(no));
    }

    private Course course(Operation operation, boolean reconciles, Duration left) {
        return new Course(
                operation,
                reconciles,
                false,
                new RetryState(operation, 3, new Pauses(Chance.MOST)),
                CallScope.of("fake", left, "vc-course", null, time));
    }

    private static VoiceClonerException taken() {
        return Failing.rejected(Category.VOICE_ID_TAKEN, Reason.DUPLICATE);
    }

    private static VoiceClonerException unsafePreview() {
        return Failing.rejected(Category.CONTENT_REJECTED, Reason.OUTPUT_CONTENT);
    }

    private static VoiceClonerException failure(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Fail.class);
        return ((Ruling.Fail) ruling).failure();
    }
}
