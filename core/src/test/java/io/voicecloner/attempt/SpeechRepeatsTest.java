package io.voicecloner.attempt;

import static io.voicecloner.attempt.AttemptsBench.failed;
import static io.voicecloner.attempt.AttemptsBench.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How often a text is sent to be spoken: each time may be paid for (reliability 1.11). */
class SpeechRepeatsTest {
    private final AttemptsBench bench = new AttemptsBench();

    @ParameterizedTest
    @CsvSource(textBlock = """
            # how it ends,                                        attempts, after loss, sent, lost
            PROVIDER_UNAVAILABLE, CONNECT,          NOT_SENT,     3,        0,          3,    false
            PROVIDER_UNAVAILABLE, CONNECTION_LOST,  INCOMPLETE,   3,        0,          3,    false
            PROVIDER_UNAVAILABLE, TIMEOUT,          UNKNOWN,      3,        1,          2,    true
            PROVIDER_UNAVAILABLE, PROVIDER_FAULT,   UNKNOWN,      3,        1,          2,    true
            UNEXPECTED_REPLY,     INCOMPLETE_REPLY, ANSWER_LOST,  3,        1,          2,    true
            PROVIDER_UNAVAILABLE, TIMEOUT,          UNKNOWN,      3,        0,          1,    true
            PROVIDER_UNAVAILABLE, TIMEOUT,          UNKNOWN,      1,        1,          1,    true
            PROVIDER_UNAVAILABLE, TIMEOUT,          UNKNOWN,      1,        3,          1,    true
            PROVIDER_UNAVAILABLE, TIMEOUT,          UNKNOWN,      2,        3,          4,    true
            PROVIDER_UNAVAILABLE, TIMEOUT,          UNKNOWN,      10,       3,          4,    true
            PROVIDER_UNAVAILABLE, UNEXPLAINED,      UNKNOWN,      10,       3,          2,    true
            UNEXPECTED_REPLY,     NOT_JSON,         ANSWER_LOST,  3,        1,          1,    true
            UNEXPECTED_REPLY,     TOO_LARGE,        ANSWER_LOST,  3,        1,          1,    true
            UNEXPECTED_REPLY,     UNREADABLE,       ANSWER_LOST,  3,        3,          1,    true
            DOWNLOAD,             OUTPUT,           ANSWER_LOST,  3,        3,          1,    true
            VOICE_NOT_FOUND,      MISSING_VOICE,    REJECTED,     3,        3,          1,    false
            ACCESS,               FOREIGN_VOICE,    REJECTED,     3,        3,          1,    false
            CONTENT_REJECTED,     OUTPUT_CONTENT,   REJECTED,     3,        3,          1,    false
            """)
    void howItEndsAndWhatMayBePaidDecide(
            Category category, Reason reason, Delivery delivery, int attempts, int afterLoss, int sent, boolean lost) {
        bench.failForever(speech(category, reason, delivery));

        VoiceClonerException told = failed(() -> speak(attempts, afterLoss));

        assertThat(bench.sent()).isEqualTo(sent);
        assertThat(told.reason()).isEqualTo(reason);
        assertThat(told.attempts()).isEqualTo(sent);
        assertThat(bench.scope.isSpeechLost()).isEqualTo(lost);
        assertThat(told.moneyMayBeSpent()).isEqualTo(delivery.mayHaveActed());
    }

    @Test
    @Tag("F65")
    @Tag("faults")
    void whatWasLostAndThenSpokenIsPossiblyBilledTwice() {
        bench.answers.add(speech(Category.PROVIDER_UNAVAILABLE, Reason.CONNECTION_LOST, Delivery.UNKNOWN));

        assertThat(speak(3, 1)).isEqualTo("done");
        assertThat(bench.sent()).isEqualTo(2);
        assertThat(bench.scope.isSpeechLost()).isTrue();
    }

    @Test
    void whatNeverLeftIsNotBilledTwice() {
        bench.answers.add(speech(Category.PROVIDER_UNAVAILABLE, Reason.CONNECT, Delivery.NOT_SENT));
        bench.answers.add(refused());

        assertThat(speak(3, 1)).isEqualTo("done");
        assertThat(bench.scope.isSpeechLost()).isFalse();
    }

    @Test
    void aRefusalIsWaitedOutForAMinuteAtMost() {
        bench.failForever(refused());

        VoiceClonerException told = failed(() -> speak(6, 1));

        assertThat(told.category()).isEqualTo(Category.RATE_LIMITED);
        assertThat(bench.time.waits())
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN", "ANSWER_LOST", "REFUSED", "NOT_SENT", "INCOMPLETE"})
    void nothingIsSentAgainOnceSomethingWasHeard(Delivery delivery) {
        bench.scope.handedOut(1);
        bench.failForever(speech(Category.PROVIDER_UNAVAILABLE, Reason.CONNECTION_LOST, delivery));

        assertThat(failed(() -> speak(3, 3)).bytesDelivered()).isEqualTo(1);
        assertThat(bench.sent()).isEqualTo(1);
    }

    @Test
    void aRefusalAfterALossStillMayBeBilled() {
        bench.answers.add(speech(Category.PROVIDER_UNAVAILABLE, Reason.TIMEOUT, Delivery.UNKNOWN));

        VoiceClonerException told = failed(() -> bench.attempts(settings(3)).speak(1, bench.scope, () -> {
            bench.answered();
            throw Failures.exception(bench.scope
                    .failure(Category.QUOTA, Reason.BALANCE, Step.SPEAK, "broke")
                    .delivery(Delivery.REJECTED));
        }));

        assertThat(told.category()).isEqualTo(Category.QUOTA);
        assertThat(told.moneyMayBeSpent()).isTrue();
    }

    @Test
    void aRepeatThatWouldComeAfterTheDeadlineIsNotWaitedFor() {
        bench.time.pass(Duration.ofHours(1).minusSeconds(4));
        bench.failForever(refused());

        assertThat(failed(() -> speak(3, 1)).category()).isEqualTo(Category.RATE_LIMITED);
        assertThat(bench.sent()).isEqualTo(1);
        assertThat(bench.time.waits()).isEmpty();
    }

    private String speak(int attempts, int repeatsAfterLoss) {
        return bench.attempts(settings(attempts)).speak(repeatsAfterLoss, bench.scope, bench::answered);
    }

    private VoiceClonerException refused() {
        return speech(Category.RATE_LIMITED, Reason.RATE, Delivery.REFUSED);
    }

    private VoiceClonerException speech(Category category, Reason reason, Delivery delivery) {
        return Failures.exception(
                bench.scope.failure(category, reason, Step.SPEAK, reason.id()).delivery(delivery));
    }
}
