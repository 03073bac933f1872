package io.voicecloner.attempt;

import static io.voicecloner.attempt.AttemptsBench.failed;
import static io.voicecloner.attempt.AttemptsBench.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Category;
import io.voicecloner.OnAmbiguity;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a request is sent, and what the caller is told in the end. */
class AttemptsTest {
    private final AttemptsBench bench = new AttemptsBench();

    @Test
    void aFailureThatMayPassIsSentAgainAndWhatComesThenIsTheResult() {
        bench.answers.add(Failing.notSent(Reason.CONNECT));
        bench.answers.add(Failing.notSent(Reason.CONNECT));

        assertThat(bench.upload(bench.attempts(settings(3)))).isEqualTo("done");
        assertThat(bench.sent()).isEqualTo(3);
        assertThat(bench.time.waits()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theLastFailureTellsHowManyUploadsThereWere(int allowed) {
        bench.failForever(bench.lostUpload());

        VoiceClonerException told = failed(() -> bench.upload(bench.attempts(settings(allowed))));

        assertThat(bench.sent()).isEqualTo(allowed);
        assertThat(told.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(told.attempts()).isEqualTo(allowed);
    }

    @Test
    void requestsToMakeAVoiceCountThemselves() {
        CallScope scope = bench.scope;

        VoiceClonerException told = failed(() -> bench.attempts(settings(3)).create(scope, () -> {
            scope.createAttempted();
            throw Failures.exception(scope.failure(
                    Category.PROVIDER_UNAVAILABLE, Reason.CONNECT, Step.CLONE, "no connection could be made"));
        }));

        assertThat(told.attempts()).isEqualTo(3);
    }

    @Test
    void nothingIsSentForACallThatWasGivenUp() {
        bench.scope.cancel();

        assertThat(failed(() -> bench.upload(bench.attempts(settings(3)))).category())
                .isEqualTo(Category.CANCELED);
        assertThat(bench.sent()).isZero();
    }

    @Test
    void aVoiceOfTheProvidersOwnIdIsNeverAskedForTwice() {
        bench.answers.add(Failing.inDoubt(Reason.TIMEOUT));

        failed(() -> bench.create(bench.attempts(settings(10).withOnAmbiguity(OnAmbiguity.RECONCILE))));

        assertThat(bench.sent()).isEqualTo(1);
    }

    @Test
    void whoGivesUpDuringAPauseLearnsOfTheDoubt() {
        bench.answers.add(Failing.inDoubt(Reason.TIMEOUT));
        bench.time.meanwhile(bench.scope::cancel);

        VoiceClonerException told = failed(() -> bench.byId(bench.attempts(settings(3)), true));

        assertThat(told).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(told.reason()).isEqualTo(Reason.CANCELED);
        assertThat(bench.sent()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD", "READ"})
    void whoGivesUpDuringAPauseWithoutDoubtIsToldJustThat(Operation operation) {
        bench.failForever(bench.lostUpload());
        bench.time.meanwhile(bench.scope::cancel);
        Attempts attempts = bench.attempts(settings(3));

        VoiceClonerException told = failed(() -> attempts.repeat(operation, Step.UPLOAD, bench.scope, bench::answered));

        assertThat(told.category()).isEqualTo(Category.CANCELED);
        assertThat(bench.sent()).isEqualTo(1);
        assertThat(told.attempts()).isEqualTo(1);
    }
}
