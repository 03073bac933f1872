package io.voicecloner.attempt;

import static io.voicecloner.attempt.AttemptsBench.failed;
import static io.voicecloner.attempt.AttemptsBench.settings;
import static io.voicecloner.attempt.AttemptsBench.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Category;
import io.voicecloner.OnAmbiguity;
import io.voicecloner.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Voices of an id that was chosen here: asked for again where that is safe, and by one call at a time. */
class ChosenIdTest {
    private final AttemptsBench bench = new AttemptsBench();

    @Test
    void aVoiceOfAnIdThatNobodyCanGuessIsAskedForAgainAndMayBeInferred() {
        bench.answers.add(Failing.inDoubt(Reason.TIMEOUT));
        bench.answers.add(taken());

        assertThat(bench.byId(bench.attempts(settings(3)), true)).isEqualTo("inferred");
        assertThat(bench.previews).containsExactly(true, true);
    }

    @Test
    void aVoiceOfAnIdThatOthersMayHaveChosenIsNot() {
        bench.answers.add(Failing.inDoubt(Reason.TIMEOUT));

        assertThat(failed(() -> bench.byId(bench.attempts(settings(3)), false)))
                .isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(bench.sent()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"RECONCILE, false, 2", "RECONCILE, true, 2", "FAIL, true, 1", "FAIL, false, 1"})
    void aRuleThatWasSetCountsMoreThanTheId(OnAmbiguity rule, boolean unguessable, int requests) {
        bench.answers.add(Failing.inDoubt(Reason.TIMEOUT));
        bench.answers.add(Failing.rejected(Category.INVALID_REQUEST, Reason.PARAMETER));

        failed(() -> bench.byId(bench.attempts(settings(3).withOnAmbiguity(rule)), unguessable));

        assertThat(bench.sent()).isEqualTo(requests);
    }

    @Test
    void onceItsPreviewWasUnsafeAVoiceIsNeverAskedForWithOneAgain() {
        bench.answers.add(Failing.rejected(Category.CONTENT_REJECTED, Reason.OUTPUT_CONTENT));
        bench.answers.add(Failing.inDoubt(Reason.CONNECTION_LOST));

        assertThat(bench.byId(bench.attempts(settings(3)), true)).isEqualTo("done");
        assertThat(bench.previews).containsExactly(true, false, false);
    }

    @Test
    void twoCallsDoNotAskForOneIdAtTheSameTime() {
        Attempts attempts = bench.attempts(settings(1));
        List<Reason> refusals = new ArrayList<>();

        bench.byId(
                attempts,
                true,
                () -> refusals.add(failed(() -> bench.byId(attempts, true)).reason()));

        assertThat(refusals).containsExactly(Reason.IN_FLIGHT);
        assertThat(bench.byId(attempts, true)).isEqualTo("done");
    }

    @Test
    void anIdIsFreeAgainAfterAFailureToo() {
        Attempts attempts = bench.attempts(settings(1));
        bench.answers.add(taken());
        failed(() -> bench.byId(attempts, true));

        assertThat(bench.byId(attempts, true)).isEqualTo("done");
    }
}
