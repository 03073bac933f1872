package io.voicecloner.http;

import io.voicecloner.Category;
import io.voicecloner.CloneEvent;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.attempt.FailurePolicy;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for the task that speaks a long text, asking now and then: at first every second, later every five. */
public final class SpeechTask {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** So long it is hoped that a provider can be asked again: what it makes meanwhile is paid for. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);

    private SpeechTask() {}

    /**
     * Asks until there is an answer, the deadline passes or the scope is cancelled. A question that fails is asked again as any other, and a
     * provider that cannot be asked for some minutes has not failed at its task for that: only what it clearly says no to ends the wait.
     *
     * @param taskId what the provider calls the task; a failure names it
     * @param ask asks once: the result, or nothing while the task is at work
     * @throws VoiceClonerException what {@code ask} throws in the end, or that the time is over
     */
    public static <R> R await(ProviderApi api, String taskId, CallScope scope, Supplier<Optional<R>> ask) {
        Duration pause = FIRST_PAUSE;
        long silentSince = scope.time().nanos();
        try {
            while (true) {
                try {
                    Optional<R> result = api.query(Step.AWAIT_SPEECH, scope, ask);
                    if (result.isPresent()) {
                        return result.get();
                    }
                    silentSince = scope.time().nanos();
                } catch (VoiceClonerException e) {
                    if (!mayPass(e) || scope.time().nanos() - silentSince > LONGEST_SILENCE.toNanos()) {
                        throw e;
                    }
                }
                scope.progress(Step.AWAIT_SPEECH, 0, 0);
                scope.pause(Step.AWAIT_SPEECH, CloneEvent.Wait.TASK, pause);
                FailurePolicy.requireTime(Step.AWAIT_SPEECH, scope);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.plusMillis(500) : LONGEST_PAUSE;
            }
        } catch (VoiceClonerException e) {
            String hint = e.hint().map(words -> words + ' ').orElse("") + "The provider calls its task "
                    + printable(taskId, scope)
                    + "; it may go on there.";
            throw Failures.retold(e, e.report().toBuilder().hint(hint));
        }
    }

    private static boolean mayPass(VoiceClonerException failure) {
        boolean ended = failure.category() == Category.CANCELED
                || failure.category() == Category.CONFIGURATION
                || failure.reason() == Reason.DEADLINE
                || failure.reason() == Reason.CERTIFICATE;
        return !ended && failure.delivery() != Delivery.REJECTED;
    }

    /** The id of a task or a file as a message may name it: short, in one line, and without a secret that the provider put there. */
    public static String printable(String id, CallScope scope) {
        return Snippet.of(id, new Redaction(scope));
    }
}
