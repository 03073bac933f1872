package io.voicecloner.attempt;

import static io.voicecloner.attempt.AttemptsBench.failed;
import static io.voicecloner.attempt.AttemptsBench.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Rate;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands before every request: the breaker, the gate and the slots of its operation. */
class GuardsTest {
    private final AttemptsBench bench = new AttemptsBench();

    @Test
    void voicesAreAskedForAtTheRateThatWasSetAndNothingElseIs() {
        Attempts attempts =
                bench.attempts(settings(1).withRate(Rate.parse("1/s").orElseThrow()));
        bench.create(attempts);
        bench.byId(attempts, true);
        bench.create(attempts);
        assertThat(bench.time.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));

        bench.upload(attempts);
        bench.upload(attempts);
        bench.read(attempts);
        assertThat(bench.time.waits()).hasSize(2);
    }

    @Test
    void aProviderThatFailsIsLeftAloneAndThatCostsNoTurn() {
        Attempts attempts =
                bench.attempts(settings(1).withRate(Rate.parse("1/s").orElseThrow()));
        bench.failForever(Failing.inDoubt(Reason.TIMEOUT));
        for (int i = 0; i < 5; i++) {
            failed(() -> bench.create(attempts));
        }
        int waits = bench.time.waits().size();

        assertThat(failed(() -> bench.create(attempts)).reason()).isEqualTo(Reason.BREAKER_OPEN);
        assertThat(bench.sent()).isEqualTo(5);
        assertThat(bench.time.waits()).hasSize(waits);
    }

    @Test
    void whoseTurnComesAfterTheProviderWasLeftAloneIsNotSentEither() {
        Attempts attempts =
                bench.attempts(settings(1).withRate(Rate.parse("1/s").orElseThrow()));
        bench.failForever(Failing.inDoubt(Reason.TIMEOUT));
        failed(() -> bench.create(attempts));
        bench.time.meanwhile(() -> {
            for (int i = 0; i < 4; i++) {
                failed(() -> bench.create(attempts));
            }
        });

        assertThat(failed(() -> bench.create(attempts)).reason()).isEqualTo(Reason.BREAKER_OPEN);
        assertThat(bench.sent()).isEqualTo(5);
    }

    @Test
    void oneOperationThatFailsDoesNotStopTheOthers() {
        Attempts attempts = bench.attempts(settings(1));
        bench.failForever(bench.lostUpload());
        for (int i = 0; i < 5; i++) {
            failed(() -> bench.upload(attempts));
        }
        assertThat(failed(() -> bench.upload(attempts)).reason()).isEqualTo(Reason.BREAKER_OPEN);

        bench.answers.clear();
        assertThat(bench.create(attempts)).isEqualTo("done");
    }

    @Test
    void oneHostOfDownloadsSaysNothingOfTheNext() {
        Attempts attempts = bench.attempts(settings(1));
        bench.failForever(bench.lostUpload());
        for (int i = 0; i < 20; i++) {
            assertThat(failed(() -> bench.read(attempts)).reason()).isEqualTo(Reason.TIMEOUT);
        }
        assertThat(bench.sent()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"UPLOAD, 2", "READ, 4", "CREATE, 4"})
    void soManyRequestsOfOneKindAreInFlightAtOnce(Operation operation, int atOnce) {
        Attempts attempts = bench.attempts(settings(1));

        assertThat(bench.inside(attempts, operation, atOnce)).isEqualTo("done");
        assertThat(bench.time.waits()).isEmpty();

        bench.time.meanwhile(bench.scope::cancel);
        failed(() -> bench.inside(attempts, operation, atOnce + 1));
        assertThat(bench.time.waits()).containsExactly(Duration.ofHours(1));
    }

    @Test
    void aRequestThatFailedGivesItsPlaceBack() {
        Attempts attempts = bench.attempts(settings(1));
        bench.failForever(Failing.rejected(Category.INVALID_REQUEST, Reason.PARAMETER));
        for (int i = 0; i < 20; i++) {
            assertThat(failed(() -> bench.upload(attempts)).reason()).isEqualTo(Reason.PARAMETER);
        }
        assertThat(bench.time.waits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT7S, PT7S", "PT24H, PT60S"})
    void aProviderThatAsksForAPauseGetsItFromEveryCallButNoLongerThanAMinute(Duration asked, Duration held) {
        Attempts attempts = bench.attempts(settings(1));
        bench.answers.add(Failing.notNow(asked));
        failed(() -> bench.create(attempts));
        bench.time.meanwhile(() -> bench.time.pass(held));

        bench.byId(attempts, true);

        assertThat(bench.time.waits()).containsExactly(held);
        bench.upload(attempts);
        assertThat(bench.time.waits()).hasSize(1);
    }

    @Test
    void aTurnThatWouldComeTooLateHereHoldsNobodyElseUp() {
        Attempts attempts = bench.attempts(settings(1));
        bench.answers.add(
                Failures.exception(FailureReport.of(Category.RATE_LIMITED, Reason.RATE, Step.CLONE, "no turn in time")
                        .retryAfter(Duration.ofSeconds(30))));
        failed(() -> bench.create(attempts));

        bench.create(attempts);

        assertThat(bench.time.waits()).isEmpty();
    }
}
