package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.OnAmbiguity;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Rate;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent, how often, behind which guards, and what the caller is told in the end. */
class AttemptsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final ScriptedTime time = new ScriptedTime();
    private final CallScope scope = scope(LONG);
    private final Deque<VoiceClonerException> answers = new ArrayDeque<>();
    private final List<Boolean> previews = new ArrayList<>();
    private int sent;

    @Test
    void aFailureThatMayPassIsSentAgainAndWhatComesThenIsTheResult() {
        answers.add(Failing.notSent(Reason.CONNECT));
        answers.add(Failing.notSent(Reason.CONNECT));

        assertThat(upload(attempts(settings(3)), scope)).isEqualTo("done");
        assertThat(sent).isEqualTo(3);
        assertThat(time.waits()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3"})
    void theLastFailureTellsHowManyUploadsThereWere(int allowed, int made) {
        failForever(lostUpload());

        VoiceClonerException told = failed(() -> upload(attempts(settings(allowed)), scope));

        assertThat(sent).isEqualTo(made);
        assertThat(told.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(told.attempts()).isEqualTo(made == 1 ? 0 : made);
    }

    @Test
    void requestsToMakeAVoiceCountThemselves() {
        failForever(Failing.notSent(Reason.CONNECT));

        assertThat(failed(() -> create(attempts(settings(3)), scope)).attempts())
                .isZero();
        assertThat(sent).isEqualTo(3);
    }

    @Test
    void nothingIsSentForACallThatWasGivenUp() {
        scope.cancel();

        assertThat(failed(() -> upload(attempts(settings(3)), scope)).category())
                .isEqualTo(Category.CANCELED);
        assertThat(sent).isZero();
    }

    @Test
    void voicesAreAskedForAtTheRateThatWasSetAndNothingElseIs() {
        Attempts attempts = attempts(settings(1).withRate(Rate.parse("1/s").orElseThrow()));
        create(attempts, scope);
        byId(attempts, true);
        create(attempts, scope);
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));

        upload(attempts, scope);
        upload(attempts, scope);
        read(attempts, scope);
        assertThat(time.waits()).hasSize(2);
    }

    @Test
    void aProviderThatFailsIsLeftAloneAndThatCostsNoTurn() {
        Attempts attempts = attempts(settings(1).withRate(Rate.parse("1/s").orElseThrow()));
        failForever(Failing.inDoubt(Reason.TIMEOUT));
        for (int i = 0; i < 5; i++) {
            failed(() -> create(attempts, scope));
        }
        int waits = time.waits().size();

        assertThat(failed(() -> create(attempts, scope)).reason()).isEqualTo(Reason.BREAKER_OPEN);
        assertThat(sent).isEqualTo(5);
        assertThat(time.waits()).hasSize(waits);
    }

    @Test
    void whoseTurnComesAfterTheProviderWasLeftAloneIsNotSentEither() {
        Attempts attempts = attempts(settings(1).withRate(Rate.parse("1/s").orElseThrow()));
        failForever(Failing.inDoubt(Reason.TIMEOUT));
        failed(() -> create(attempts, scope));
        time.meanwhile(() -> {
            for (int i = 0; i < 4; i++) {
                failed(() -> create(attempts, scope));
            }
        });

        assertThat(failed(() -> create(attempts, scope)).reason()).isEqualTo(Reason.BREAKER_OPEN);
        assertThat(sent).isEqualTo(5);
    }

    @Test
    void oneOperationThatFailsDoesNotStopTheOthers() {
        Attempts attempts = attempts(settings(1));
        failForever(lostUpload());
        for (int i = 0; i < 5; i++) {
            failed(() -> upload(attempts, scope));
        }
        assertThat(failed(() -> upload(attempts, scope)).reason()).isEqualTo(Reason.BREAKER_OPEN);

        answers.clear();
        assertThat(create(attempts, scope)).isEqualTo("done");
    }

    @Test
    void oneHostOfDownloadsSaysNothingOfTheNext() {
        Attempts attempts = attempts(settings(1));
        failForever(lostUpload());
        for (int i = 0; i < 20; i++) {
            assertThat(failed(() -> read(attempts, scope)).reason()).isEqualTo(Reason.TIMEOUT);
        }
        assertThat(sent).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"UPLOAD, 2", "READ, 4", "CREATE, 4"})
    void soManyRequestsOfOneKindAreInFlightAtOnce(Operation operation, int atOnce) {
        Attempts attempts = attempts(settings(1));

        assertThat(inside(attempts, operation, atOnce)).isEqualTo("done");
        assertThat(time.waits()).isEmpty();

        time.meanwhile(scope::cancel);
        failed(() -> inside(attempts, operation, atOnce + 1));
        assertThat(time.waits()).containsExactly(LONG);
    }

    @Test
    void aRequestThatFailedGivesItsPlaceBack() {
        Attempts attempts = attempts(settings(1));
        failForever(Failing.rejected(Category.INVALID_REQUEST, Reason.PARAMETER));
        for (int i = 0; i < 20; i++) {
            assertThat(failed(() -> upload(attempts, scope)).reason()).isEqualTo(Reason.PARAMETER);
        }
        assertThat(time.waits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT7S, PT7S", "PT24H, PT60S"})
    void aProviderThatAsksForAPauseGetsItFromEveryCallButNoLongerThanAMinute(Duration asked, Duration held) {
        Attempts attempts = attempts(settings(1));
        answers.add(Failing.notNow(asked));
        failed(() -> create(attempts, scope));

        byId(attempts, true);

        assertThat(time.waits()).containsExactly(held);
        upload(attempts, scope);
        assertThat(time.waits()).hasSize(1);
    }

    @Test
    void aTurnThatWouldComeTooLateHereHoldsNobodyElseUp() {
        Attempts attempts = attempts(settings(1));
        answers.add(
                Failures.exception(FailureReport.of(Category.RATE_LIMITED, Reason.RATE, Step.CLONE, "no turn in time")
                        .retryAfter(Duration.ofSeconds(30))));
        failed(() -> create(attempts, scope));

        create(attempts, scope);

        assertThat(time.waits()).isEmpty();
    }

    @Test
    void aVoiceOfAnIdThatNobodyCanGuessIsAskedForAgainAndMayBeInferred() {
        answers.add(Failing.inDoubt(Reason.TIMEOUT));
        answers.add(taken());

        assertThat(byId(attempts(settings(3)), true)).isEqualTo("inferred");
        assertThat(previews).containsExactly(true, true);
    }

    @Test
    void aVoiceOfAnIdThatOthersMayHaveChosenIsNot() {
        answers.add(Failing.inDoubt(Reason.TIMEOUT));

        assertThat(failed(() -> byId(attempts(settings(3)), false))).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(sent).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"RECONCILE, false, 2", "RECONCILE, true, 2", "FAIL, true, 1", "FAIL, false, 1"})
    void aRuleThatWasSetCountsMoreThanTheId(OnAmbiguity rule, boolean unguessable, int requests) {
        answers.add(Failing.inDoubt(Reason.TIMEOUT));
        answers.add(Failing.rejected(Category.INVALID_REQUEST, Reason.PARAMETER));

        failed(() -> byId(attempts(settings(3).withOnAmbiguity(rule)), unguessable));

        assertThat(sent).isEqualTo(requests);
    }

    @Test
    void aVoiceOfTheProvidersOwnIdIsNeverAskedForTwice() {
        answers.add(Failing.inDoubt(Reason.TIMEOUT));

        failed(() -> create(attempts(settings(10).withOnAmbiguity(OnAmbiguity.RECONCILE)), scope));

        assertThat(sent).isEqualTo(1);
    }

    @Test
    void onceItsPreviewWasUnsafeAVoiceIsNeverAskedForWithOneAgain() {
        answers.add(Failing.rejected(Category.CONTENT_REJECTED, Reason.OUTPUT_CONTENT));
        answers.add(Failing.inDoubt(Reason.CONNECTION_LOST));

        assertThat(byId(attempts(settings(3)), true)).isEqualTo("done");
        assertThat(previews).containsExactly(true, false, false);
    }

    @Test
    void twoCallsDoNotAskForOneIdAtTheSameTime() {
        Attempts attempts = attempts(settings(1));
        List<Reason> refusals = new ArrayList<>();

        byId(
                attempts,
                true,
                () -> refusals.add(failed(() -> byId(attempts, true)).reason()));

        assertThat(refusals).containsExactly(Reason.IN_FLIGHT);
        assertThat(byId(attempts, true)).isEqualTo("done");
    }

    @Test
    void anIdIsFreeAgainAfterAFailureToo() {
        Attempts attempts = attempts(settings(1));
        answers.add(taken());
        failed(() -> byId(attempts, true));

        assertThat(byId(attempts, true)).isEqualTo("done");
    }

    @Test
    void whoGivesUpDuringAPauseLearnsOfTheDoubt() {
        answers.add(Failing.inDoubt(Reason.TIMEOUT));
        time.meanwhile(scope::cancel);

        VoiceClonerException told = failed(() -> byId(attempts(settings(3)), true));

        assertThat(told).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(told.reason()).isEqualTo(Reason.CANCELED);
        assertThat(sent).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD", "READ"})
    void whoGivesUpDuringAPauseWithoutDoubtIsToldJustThat(Operation operation) {
        failForever(lostUpload());
        time.meanwhile(scope::cancel);
        Attempts attempts = attempts(settings(3));

        VoiceClonerException told = failed(() -> attempts.repeat(operation, Step.UPLOAD, scope, this::answered));

        assertThat(told.category()).isEqualTo(Category.CANCELED);
        assertThat(sent).isEqualTo(1);
        assertThat(told.attempts()).isEqualTo(1);
    }

    private static ProviderSettings settings(int attempts) {
        return ProviderSettings.of("long-enough-key").withRate(Rate.unlimited()).withAttempts(attempts);
    }

    private Attempts attempts(ProviderSettings settings) {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return new Attempts(() -> "account", settings, clock, time, Chance.MOST);
    }

    private String upload(Attempts attempts, CallScope within) {
        return attempts.repeat(Operation.UPLOAD, Step.UPLOAD, within, this::answered);
    }

    private String read(Attempts attempts, CallScope within) {
        return attempts.repeat(Operation.READ, Step.DOWNLOAD, within, this::answered);
    }

    private String create(Attempts attempts, CallScope within) {
        return attempts.create(within, this::answered);
    }

    private String byId(Attempts attempts, boolean unguessable) {
        return byId(attempts, unguessable, () -> {});
    }

    private String byId(Attempts attempts, boolean unguessable, Runnable meanwhile) {
        return attempts.createById("vc-attempts", unguessable, scope, new Attempts.CreateById<>() {
            @Override
            public String send(boolean withPreview) {
                previews.add(withPreview);
                meanwhile.run();
                return answered();
            }

            @Override
            public String inferred() {
                return "inferred";
            }
        });
    }

    /** So many requests, each sent while the one before is under way. */
    private String inside(Attempts attempts, Operation operation, int depth) {
        Supplier<String> send = () -> depth == 1 ? "done" : inside(attempts, operation, depth - 1);
        return operation == Operation.CREATE
                ? attempts.create(scope, send)
                : attempts.repeat(operation, Step.UPLOAD, scope, send);
    }

    private String answered() {
        sent++;
        VoiceClonerException failure = answers.poll();
        if (failure != null) {
            throw failure;
        }
        return "done";
    }

    private void failForever(VoiceClonerException failure) {
        for (int i = 0; i < 50; i++) {
            answers.add(failure);
        }
    }

    private static VoiceClonerException lostUpload() {
        return Failures.exception(
                FailureReport.of(Category.PROVIDER_UNAVAILABLE, Reason.TIMEOUT, Step.UPLOAD, "no answer")
                        .delivery(Delivery.UNKNOWN));
    }

    private static VoiceClonerException taken() {
        return Failing.rejected(Category.VOICE_ID_TAKEN, Reason.DUPLICATE);
    }

    private static VoiceClonerException failed(Supplier<?> call) {
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, call::get);
        assertThat(failure).isNotNull();
        return failure;
    }

    private CallScope scope(Duration left) {
        return CallScope.of("fake", left, "vc-attempts", null, time);
    }
}
