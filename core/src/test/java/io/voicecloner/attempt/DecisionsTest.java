package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables, line by line. */
class DecisionsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            NOT_SENT,    REPEAT, REPEAT,    REPEAT, REPEAT, REPEAT
            REFUSED,     WAIT,   WAIT,      WAIT,   WAIT,   WAIT
            REJECTED,    STOP,   STOP,      STOP,   STOP,   STOP
            DONE,        STOP,   STOP,      STOP,   STOP,   STOP
            INCOMPLETE,  REPEAT, RECONCILE, STOP,   REPEAT, REPEAT
            UNKNOWN,     REPEAT, RECONCILE, STOP,   REPEAT, REPEAT
            ANSWER_LOST, REPEAT, RECONCILE, STOP,   REPEAT, REPEAT
            """)
    void howFarARequestCameAndWhatItWasForDecide(
            Delivery delivery, Decision upload, Decision createById, Decision create, Decision read, Decision speak) {
        assertThat(Decisions.of(Operation.UPLOAD, delivery)).isEqualTo(upload);
        assertThat(Decisions.of(Operation.CREATE_BY_ID, delivery)).isEqualTo(createById);
        assertThat(Decisions.of(Operation.CREATE, delivery)).isEqualTo(create);
        assertThat(Decisions.of(Operation.READ, delivery)).isEqualTo(read);
        assertThat(Decisions.of(Operation.QUERY, delivery)).isEqualTo(read);
        assertThat(Decisions.of(Operation.DELETE, delivery)).isEqualTo(read);
        assertThat(Decisions.of(Operation.SPEAK, delivery)).isEqualTo(speak);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CANCELED", "DEADLINE", "CERTIFICATE", "BREAKER_OPEN", "OVERLOADED", "IN_FLIGHT", "KEY", "AUDIO"})
    void someReasonsStopHoweverLittleWasDone(Reason reason) {
        for (Operation operation : Operation.values()) {
            assertThat(Decisions.of(operation, Failing.notSent(reason))).isEqualTo(Decision.STOP);
        }
    }

    @Test
    void everyOtherReasonLeavesItToTheTable() {
        assertThat(Decisions.of(Operation.CREATE, Failing.notSent(Reason.CONNECT)))
                .isEqualTo(Decision.REPEAT);
        assertThat(Decisions.of(Operation.CREATE_BY_ID, Failing.inDoubt(Reason.TIMEOUT)))
                .isEqualTo(Decision.RECONCILE);
    }

    @Test
    void theProvidersLimitIsWaitedOutButNotATurnThatWouldComeTooLateHere() {
        VoiceClonerException there = Failing.notNow(null);
        VoiceClonerException here = Failing.with(Category.RATE_LIMITED, Reason.RATE, Delivery.NOT_SENT);

        assertThat(Decisions.of(Operation.CREATE, there)).isEqualTo(Decision.WAIT);
        assertThat(Decisions.of(Operation.CREATE, here)).isEqualTo(Decision.STOP);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_JSON", "TOO_LARGE", "UNREADABLE", "OUTPUT", "UNSAFE_URL"})
    void speechIsNotPaidForAgainToSeeAnAnswerThatMakesNoSenseOnceMore(Reason reason) {
        VoiceClonerException nonsense = Failing.with(Category.UNEXPECTED_REPLY, reason, Delivery.ANSWER_LOST);

        assertThat(Decisions.of(Operation.SPEAK, nonsense)).isEqualTo(Decision.STOP);
        assertThat(Decisions.of(Operation.QUERY, nonsense)).isEqualTo(Decision.REPEAT);
    }

    @Test
    void aVoiceMayComeOfTwoOperationsOnly() {
        assertThat(Operation.values())
                .filteredOn(Operation::createsVoice)
                .containsExactly(Operation.CREATE_BY_ID, Operation.CREATE);
    }

    @ParameterizedTest
    @CsvSource({
        "DUPLICATE, MADE",
        "PARAMETER, NOT_MADE",
        "AUDIO, NOT_MADE",
        "FOREIGN_VOICE, NEVER_OURS",
        "INPUT_CONTENT, REFUSED_NOW",
        "KEY, NOTHING",
        "BALANCE, NOTHING",
        "UNKNOWN_FILE, NOTHING"
    })
    void aLaterAnswerSaysWhatBecameOfTheFirstRequest(Reason later, Hindsight hindsight) {
        assertThat(Hindsight.of(later)).isEqualTo(hindsight);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void onlyFourKindsOfAnswersSayAnythingOfAnEarlierRequest(Reason reason) {
        Set<Reason> telling = EnumSet.of(
                Reason.DUPLICATE, Reason.PARAMETER, Reason.AUDIO, Reason.FOREIGN_VOICE, Reason.INPUT_CONTENT);

        assertThat(Hindsight.of(reason) != Hindsight.NOTHING).isEqualTo(telling.contains(reason));
    }

    @Test
    void whatIsRefusedHereIsNotSentAgainAndWhatTheProviderRefusesIs() {
        for (Reason reason : new Reason[] {Reason.RATE, Reason.UNREADABLE}) {
            for (Operation operation : Operation.values()) {
                assertThat(Decisions.of(operation, Failing.notSent(reason))).isEqualTo(Decision.STOP);
            }
        }
        assertThat(Decisions.of(Operation.UPLOAD, Failing.notNow(null))).isEqualTo(Decision.WAIT);
        assertThat(Decisions.of(
                        Operation.UPLOAD, Failing.with(Category.UNEXPECTED_REPLY, Reason.UNREADABLE, Delivery.UNKNOWN)))
                .isEqualTo(Decision.REPEAT);
    }

    @Test
    void whatIsConfiguredWronglyDoesNotGetBetterByRepeating() {
        for (Operation operation : Operation.values()) {
            assertThat(Decisions.of(
                            operation, Failing.with(Category.CONFIGURATION, Reason.INVALID_SETTING, Delivery.NOT_SENT)))
                    .isEqualTo(Decision.STOP);
        }
    }
}
