package io.voicecloner.pipeline;

import io.voicecloner.AudioSource;
import io.voicecloner.Category;
import io.voicecloner.CloneRequest;
import io.voicecloner.ConsentCheck;
import io.voicecloner.ConsentRecord;
import io.voicecloner.Prompt;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.attempt.Daemons;
import io.voicecloner.attempt.FailurePolicy;
import io.voicecloner.bridge.Cleanup;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the application whether a voice may be cloned, beside the caller, who waits no longer than the deadline and until somebody gives up.
 * Thread-safe.
 */
final class Consent {
    private static final Daemons THREADS = new Daemons("voicecloner-consent");

    private final ConsentCheck check;
    private final Optional<String> account;
    private final Clock clock;

    Consent(ConsentCheck check, Optional<String> account, Clock clock) {
        this.check = check;
        this.account = account;
        this.clock = clock;
    }

    /**
     * Goes on only if the check allows it.
     *
     * @return the recordings that it was asked about, to be sent in place of those given
     */
    CloneAudio require(CloneRequest request, CloneAudio audio, CallScope scope, Cleanup cleanup) {
        KnownRecording recording = known(request.audio(), audio.recording(), scope, cleanup);
        PreparedAudio given = audio.prompt();
        KnownRecording prompt =
                given == null ? null : known(request.prompt().map(Prompt::audio).orElseThrow(), given, scope, cleanup);
        FailurePolicy.requireTime(Step.CHECK, scope);
        Answer answer = answer(
                new ConsentRecord(
                        scope.provider(),
                        account,
                        clock.instant(),
                        scope.voiceId(),
                        recording.facts(),
                        Optional.ofNullable(prompt).map(KnownRecording::facts),
                        request.consent()),
                scope);
        if (!answer.yes()) {
            throw refused(answer.thrown(), scope);
        }
        return new CloneAudio(recording.prepared(), prompt == null ? null : prompt.prepared());
    }

    private static KnownRecording known(AudioSource source, PreparedAudio prepared, CallScope scope, Cleanup cleanup) {
        try {
            return KnownRecording.of(source, prepared, scope, cleanup);
        } catch (KnownRecording.NotCopiedException e) {
            throw Failures.exception(
                    scope.failure(
                                    Category.CONFIGURATION,
                                    Reason.OUTPUT,
                                    Step.CHECK,
                                    "no copy of the recording could be made: " + e.getMessage())
                            .hint("What is hashed must stay what is sent: make room where java.io.tmpdir points."),
                    e);
        } catch (IOException e) {
            FailurePolicy.requireTime(Step.CHECK, scope);
            throw Failures.exception(
                    scope.failure(
                                    Category.INVALID_REQUEST,
                                    Reason.AUDIO,
                                    Step.CHECK,
                                    "the recording cannot be read any more: " + e.getMessage())
                            .hint("Leave the recording alone until the clone has ended."),
                    e);
        }
    }

    /** What the check said, or threw. */
    private record Answer(boolean yes, @Nullable Throwable thrown) {}

    private Answer answer(ConsentRecord record, CallScope scope) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread thread = THREADS.newThread(() -> answer.complete(asked(record)));
        CallScope.Registration canceled = scope.onCancel(() -> answer.cancel(false));
        try {
            if (!answer.isDone()) {
                thread.start();
            }
            return answer.get(scope.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            scope.cancel();
            Thread.currentThread().interrupt();
            throw givenUp(scope);
        } catch (TimeoutException | CancellationException e) {
            throw givenUp(scope);
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking for consent never completes so", e);
        } finally {
            canceled.close();
            // To one that has answered this means nothing.
            thread.interrupt();
        }
    }

    /** Whatever is thrown counts as no, errors and exceptions of ours included: a check that is broken has allowed nothing. */
    private Answer asked(ConsentRecord record) {
        try {
            return new Answer(check.allows(record), null);
        } catch (Throwable e) {
            return new Answer(false, e);
        }
    }

    private static VoiceClonerException refused(@Nullable Throwable thrown, CallScope scope) {
        String what = thrown == null
                ? "there is no consent to this clone"
                : "the consent check failed (" + thrown.getClass().getSimpleName() + ')';
        return Failures.exception(
                scope.failure(Category.INVALID_REQUEST, Reason.CONSENT, Step.CHECK, what)
                        .hint(
                                "This is the answer of the application's own consent check; no provider was asked for the voice."),
                thrown);
    }

    private static VoiceClonerException givenUp(CallScope scope) {
        boolean canceled = scope.isCanceled();
        return Failures.exception(scope.failure(
                canceled ? Category.CANCELED : Category.PROVIDER_UNAVAILABLE,
                canceled ? Reason.CANCELED : Reason.DEADLINE,
                Step.CHECK,
                (canceled ? "cancelled" : "the deadline passed") + " while consent was asked for"));
    }
}
