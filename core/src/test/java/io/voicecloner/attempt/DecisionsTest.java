package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables, line by line. */
class DecisionsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            NOT_SENT,    REPEAT, REPEAT,    REPEAT, REPEAT
            REFUSED,     WAIT,   WAIT,      WAIT,   WAIT
            REJECTED,    STOP,   STOP,      STOP,   STOP
            DONE,        STOP,   STOP,      STOP,   STOP
            INCOMPLETE,  REPEAT, RECONCILE, STOP,   REPEAT
            UNKNOWN,     REPEAT, RECONCILE, STOP,   REPEAT
            ANSWER_LOST, REPEAT, RECONCILE, STOP,   REPEAT
            """)
    void howFarARequestCameAndWhatItWasForDecide(
            Delivery delivery, Decision upload, Decision createById, Decision create, Decision read) {
        assertThat(Decisions.of(Operation.UPLOAD, delivery)).isEqualTo(upload);
        assertThat(Decisions.of(Operation.CREATE_BY_ID, delivery)).isEqualTo(createById);
        assertThat(Decisions.of(Operation.CREATE, delivery)).isEqualTo(create);
        assertThat(Decisions.of(Operation.READ, delivery)).isEqualTo(read);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void onlyFourKindsOfAnswersSayAnythingOfAnEarlierRequest(Reason reason) {
        Set<Reason> telling = EnumSet.of(
                Reason.DUPLICATE, Reason.PARAMETER, Reason.AUDIO, Reason.FOREIGN_VOICE, Reason.INPUT_CONTENT);

        assertThat(Hindsight.of(reason) != Hindsight.NOTHING).isEqualTo(telling.contains(reason));
    }
}
