package io.voicecloner;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that happened in a clone, a synthesis or a download, for whoever wants to look on. Holds ids, sizes and durations, and never a key, a signed URL, a
 * text or audio. Records may get more components and events more kinds in any release before 1.0: a {@code switch} over them needs a default.
 */
public sealed interface CloneEvent {
    /** The id of the provider concerned; of a download, the one whose cloner fetches the preview, whoever made it. */
    String provider();

    /** What happened in one line for a person. */
    default String text() {
        return EventText.of(this);
    }

    /** A part of a clone began. */
    record StepStarted(String provider, long call, Step step) implements CloneEvent {}

    /**
     * A part of a clone ended.
     *
     * @param call the same for all events of one clone at one provider, and of no other in this JVM
     * @param took how long the part took, pauses included
     * @param bytes how long the recording or the preview is that was carried; empty where none was
     * @param failure why it failed; empty if it did not
     */
    record StepFinished(
            String provider, long call, Step step, Duration took, OptionalLong bytes, Optional<Reason> failure)
            implements CloneEvent {}

    /**
     * One request was made and ended.
     *
     * @param attempt which of this part it was, from 1
     * @param delivery how far it came
     * @param failure why it failed; empty if it did not
     * @param traceId what the provider's support asks for
     * @param took how long it took, without what it waited for before
     */
    record AttemptFinished(
            String provider,
            long call,
            Step step,
            int attempt,
            Delivery delivery,
            Optional<Reason> failure,
            Optional<String> traceId,
            Duration took)
            implements CloneEvent {}

    /**
     * A clone waits before it goes on.
     *
     * @param why what for
     * @param atMost how long; empty where nobody knows beforehand
     */
    record Waiting(String provider, long call, Step step, Wait why, Optional<Duration> atMost) implements CloneEvent {}

    /** What a clone waits for. */
    enum Wait {
        /** Its turn by the rate, or the end of a time for which the provider asked to be left alone. */
        TURN,
        /** Others, of which too many are in flight. */
        SLOT,
        /** A moment, before a request is sent again. */
        REPEAT,
        /** The task that speaks a long text, before it is asked after again. */
        TASK
    }

    /**
     * It was decided what to do about a request that failed.
     *
     * @param move what
     * @param failure why it failed
     */
    record Decided(String provider, long call, Step step, Move move, Reason failure) implements CloneEvent {}

    /** What is done about a request that failed. */
    enum Move {
        /** It is sent again. */
        REPEAT,
        /** It is sent again once the provider will have it. */
        WAIT,
        /** The same id is asked for again, to learn what became of the first request. */
        RECONCILE,
        /** The voice counts as made, by a request whose answer was lost. */
        INFER,
        /** The caller is told. */
        STOP
    }

    /**
     * A voice was made.
     *
     * @param took how long the whole call took
     * @param attempts how many requests to make the voice were sent
     */
    record VoiceMade(String provider, long call, VoiceRef voice, Confirmation confirmation, int attempts, Duration took)
            implements CloneEvent {}

    /**
     * A clone failed, or was given up.
     *
     * @param step at which part
     * @param category what went wrong
     * @param reason why
     * @param took how long the whole call took
     */
    record CloneFailed(String provider, long call, Step step, Category category, Reason reason, Duration took)
            implements CloneEvent {}

    /**
     * Speech was made and handed out.
     *
     * @param voice whose
     * @param bytes how much audio
     * @param attempts how many requests were sent for it
     * @param possiblyBilledTwice whether an answer was lost on the way
     * @param took how long the whole call took
     */
    record SpeechMade(
            String provider,
            long call,
            VoiceRef voice,
            long bytes,
            int attempts,
            boolean possiblyBilledTwice,
            Duration took)
            implements CloneEvent {}

    /**
     * A synthesis failed, or was given up.
     *
     * @param step at which part
     * @param category what went wrong
     * @param reason why
     * @param moneyMayBeSpent whether it may be billed all the same
     * @param took how long the whole call took
     */
    record SpeechFailed(
            String provider,
            long call,
            Step step,
            Category category,
            Reason reason,
            boolean moneyMayBeSpent,
            Duration took)
            implements CloneEvent {}

    /** A voice was deleted, as somebody asked. Its id can never be used again. */
    record VoiceDeleted(String provider, long call, VoiceRef voice) implements CloneEvent {}

    /**
     * A recording stays behind that nobody uses.
     *
     * @param name the provider's id of it, or its name where no id is known
     */
    record OrphanLeft(String provider, long call, String name) implements CloneEvent {}

    /**
     * A voice may exist, and the call cannot say so by a success. Told for a cancelled future too, which cannot tell it in another way.
     *
     * @param voiceId the id of that voice, where it is known
     * @param reason why it is not known
     * @param traceIds what the provider's support asks for
     */
    record OutcomeUnknown(String provider, long call, Optional<String> voiceId, Reason reason, List<String> traceIds)
            implements CloneEvent {
        public OutcomeUnknown {
            traceIds = List.copyOf(traceIds);
        }
    }

    /**
     * A provider did not make the voice, and the next one is asked.
     *
     * @param provider the one that did not
     * @param next the one that is asked now
     * @param category what went wrong
     * @param reason why
     */
    record FailedOver(String provider, String next, Category category, Reason reason) implements CloneEvent {
        public FailedOver {
            Objects.requireNonNull(next, "next");
        }
    }
}
