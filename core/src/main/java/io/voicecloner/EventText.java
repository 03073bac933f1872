package io.voicecloner;

import io.voicecloner.CloneEvent.AttemptFinished;
import io.voicecloner.CloneEvent.CloneFailed;
import io.voicecloner.CloneEvent.Decided;
import io.voicecloner.CloneEvent.FailedOver;
import io.voicecloner.CloneEvent.OrphanLeft;
import io.voicecloner.CloneEvent.OutcomeUnknown;
import io.voicecloner.CloneEvent.SpeechFailed;
import io.voicecloner.CloneEvent.SpeechMade;
import io.voicecloner.CloneEvent.StepFinished;
import io.voicecloner.CloneEvent.StepStarted;
import io.voicecloner.CloneEvent.VoiceDeleted;
import io.voicecloner.CloneEvent.VoiceMade;
import io.voicecloner.CloneEvent.Waiting;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** An event in one line for a person. */
final class EventText {
    private EventText() {}

    static String of(CloneEvent event) {
        return event.provider() + words(event);
    }

    private static String words(CloneEvent event) {
        if (event instanceof StepStarted started) {
            return call(started.call()) + started.step().doing();
        }
        if (event instanceof StepFinished finished) {
            String size = finished.bytes().isPresent() ? ", " + finished.bytes().getAsLong() + " bytes" : "";
            return call(finished.call()) + finished.step().doing() + result(finished.failure(), " done") + " after "
                    + millis(finished.took()) + size;
        }
        if (event instanceof AttemptFinished attempt) {
            return call(attempt.call()) + "attempt " + attempt.attempt() + " at "
                    + attempt.step().doing()
                    + result(attempt.failure(), " succeeded") + " ("
                    + attempt.delivery().id() + ") after "
                    + millis(attempt.took())
                    + attempt.traceId().map(id -> ", trace id " + id).orElse("");
        }
        if (event instanceof Waiting waiting) {
            return call(waiting.call()) + "waiting" + forWhat(waiting.why())
                    + waiting.atMost().map(limit -> ", " + millis(limit)).orElse("");
        }
        if (event instanceof Decided decided) {
            return call(decided.call()) + decided.failure().id() + " while "
                    + decided.step().doing() + ": " + decided.move().name().toLowerCase(Locale.ROOT);
        }
        if (event instanceof VoiceMade made) {
            return call(made.call()) + "made " + made.voice() + " ("
                    + made.confirmation().name().toLowerCase(Locale.ROOT) + ", attempts: " + made.attempts()
                    + ") in " + millis(made.took());
        }
        if (event instanceof CloneFailed failed) {
            return call(failed.call()) + "failed at " + failed.step().doing() + " ("
                    + failed.category().id() + ", " + failed.reason().id() + ") after " + millis(failed.took());
        }
        if (event instanceof SpeechMade made) {
            return call(made.call()) + "spoke " + made.bytes() + " bytes with " + made.voice() + " (attempts: "
                    + made.attempts() + (made.possiblyBilledTwice() ? ", possibly billed twice" : "") + ") in "
                    + millis(made.took());
        }
        if (event instanceof SpeechFailed failed) {
            return call(failed.call()) + "failed at " + failed.step().doing() + " ("
                    + failed.category().id() + ", " + failed.reason().id()
                    + (failed.moneyMayBeSpent() ? ", may be billed" : "") + ") after " + millis(failed.took());
        }
        if (event instanceof VoiceDeleted deleted) {
            return call(deleted.call()) + "deleted " + deleted.voice();
        }
        if (event instanceof OrphanLeft orphan) {
            return call(orphan.call()) + "left behind: " + orphan.name();
        }
        if (event instanceof OutcomeUnknown unknown) {
            return call(unknown.call()) + "a voice may exist"
                    + unknown.voiceId().map(id -> ": " + id).orElse("") + " ("
                    + unknown.reason().id()
                    + (unknown.traceIds().isEmpty() ? "" : ", trace ids " + String.join(", ", unknown.traceIds()))
                    + ')';
        }
        if (event instanceof FailedOver over) {
            return " did not make the voice (" + over.category().id() + ", "
                    + over.reason().id() + "); asking " + over.next();
        }
        return ": " + event.getClass().getSimpleName();
    }

    private static String call(long call) {
        return " #" + call + ": ";
    }

    private static String result(Optional<Reason> failure, String success) {
        return failure.map(reason -> " failed, " + reason.id()).orElse(success);
    }

    private static String forWhat(CloneEvent.Wait why) {
        return switch (why) {
            case TURN -> " for a turn";
            case SLOT -> " for others to finish";
            case REPEAT -> " before asking again";
            case TASK -> " for the task";
        };
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
