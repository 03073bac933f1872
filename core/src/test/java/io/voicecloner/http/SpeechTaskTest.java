package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.CanceledException;
import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waiting for the task that speaks a long text, on virtual time. */
class SpeechTaskTest {
    private final VirtualTime time = new VirtualTime();
    private final List<Step> progress = new ArrayList<>();
    private final CallScope scope =
            CallScope.of("probe", Duration.ofMinutes(1), "vc-1", (step, bytes, total) -> progress.add(step), time);
    private final SpeakingProbe probe =
            new SpeakingProbe(URI.create("http://127.0.0.1:9/"), settings -> settings, scope);

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void itIsAskedAfterMoreAndMoreSeldom() {
        AtomicInteger asked = new AtomicInteger();

        assertThat(SpeechTask.await(
                        probe.api(),
                        "t-1",
                        scope,
                        () -> Optional.of("done").filter(any -> asked.incrementAndGet() > 11)))
                .isEqualTo("done");
        assertThat(time.waits().subList(0, 4))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofMillis(1_500),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(2_500));
        assertThat(time.waits()).hasSize(11).endsWith(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(progress).hasSize(11).containsOnly(Step.AWAIT_SPEECH);
    }

    @Test
    void aTaskThatNeverEndsIsGivenUpAtTheDeadlineAndNamed() {
        ProviderUnavailableException failure = catchThrowableOfType(
                ProviderUnavailableException.class, () -> SpeechTask.await(probe.api(), "t-1", scope, Optional::empty));

        assertThat(failure.reason()).isEqualTo(Reason.DEADLINE);
        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(failure.hint().orElseThrow()).endsWith("The provider calls its task t-1; it may go on there.");
        assertThat(Duration.ofNanos(time.nanos())).isEqualTo(Duration.ofMinutes(1));
    }

    /** Its id is the provider's own word, and stood in the message as it came. */
    @Test
    void theNameOfATaskIsPrintedAsOtherWordsOfTheProviderAre() {
        String id = "t\n\u001b[31m-a-signature-of-the-recording-" + "x".repeat(10_000);
        scope.keepsToItself(List.of("a-signature-of-the-recording"));
        scope.cancel();

        CanceledException failure = catchThrowableOfType(
                CanceledException.class, () -> SpeechTask.await(probe.api(), id, scope, Optional::empty));

        assertThat(failure.getMessage()).hasSizeLessThan(1_000).doesNotContain("\n", "\u001b", "a-signature-of");
        assertThat(failure.moneyMayBeSpent()).isTrue();
    }

    @Test
    void aQuestionThatFailsIsAskedAgain() {
        AtomicInteger asked = new AtomicInteger();

        assertThat(SpeechTask.await(probe.api(), "t-1", scope, () -> {
                    if (asked.incrementAndGet() == 1) {
                        throw Failures.exception(
                                scope.failure(Category.PROVIDER_UNAVAILABLE, Reason.TIMEOUT, Step.AWAIT_SPEECH, "late")
                                        .delivery(Delivery.UNKNOWN));
                    }
                    return Optional.of("done");
                }))
                .isEqualTo("done");
        assertThat(asked).hasValue(2);
    }

    /** A task that went well was given up after half a second without an answer. */
    @Test
    void aProviderThatCannotBeAskedForAWhileHasNotFailedAtItsTask() {
        AtomicInteger asked = new AtomicInteger();

        assertThat(SpeechTask.await(probe.api(), "t-1", scope, () -> {
                    if (asked.incrementAndGet() < 10) {
                        throw Failures.exception(
                                scope.failure(Category.PROVIDER_UNAVAILABLE, Reason.CONNECT, Step.AWAIT_SPEECH, "away")
                                        .delivery(Delivery.NOT_SENT));
                    }
                    return Optional.of("done");
                }))
                .isEqualTo("done");
        assertThat(asked).hasValue(10);
    }

    @Test
    void whoIsSilentForMinutesIsAskedNoMore() {
        CallScope patient = CallScope.of("probe", Duration.ofHours(1), "vc-1", null, time);

        VoiceClonerException failure = catchThrowableOfType(
                VoiceClonerException.class,
                () -> SpeechTask.await(probe.api(), "t-1", patient, () -> {
                    throw Failures.exception(
                            scope.failure(Category.PROVIDER_UNAVAILABLE, Reason.CONNECT, Step.AWAIT_SPEECH, "away")
                                    .delivery(Delivery.NOT_SENT));
                }));

        assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
        assertThat(Duration.ofNanos(time.nanos())).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
    }

    @Test
    void whatIsRefusedEndsIt() {
        VoiceClonerException failure = catchThrowableOfType(
                VoiceClonerException.class,
                () -> SpeechTask.await(probe.api(), "t-1", scope, () -> {
                    throw Failures.exception(scope.failure(
                                    Category.UNEXPECTED_REPLY, Reason.PARAMETER, Step.AWAIT_SPEECH, "no such task")
                            .delivery(Delivery.REJECTED)
                            .hint("Look."));
                }));

        assertThat(failure.hint()).contains("Look. The provider calls its task t-1; it may go on there.");
    }
}
