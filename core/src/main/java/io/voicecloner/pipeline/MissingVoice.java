package io.voicecloner.pipeline;

import io.voicecloner.ClonedVoice;
import io.voicecloner.Reason;
import io.voicecloner.SpeechRequest;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.Failures;
import java.time.Clock;
import java.time.Instant;

/** Says of a voice that is not there why it is not, as far as the moment it was made tells. */
final class MissingVoice {
    private MissingVoice() {}

    static VoiceClonerException explained(VoiceClonerException failure, SpeechRequest request, Clock clock) {
        return failure.reason() != Reason.MISSING_VOICE
                ? failure
                : request.voiceCreatedAt()
                        .map(made -> Failures.retold(
                                failure, failure.report().toBuilder().hint(why(made, clock.instant()))))
                        .orElse(failure);
    }

    private static String why(Instant made, Instant now) {
        Instant end = made.plus(ClonedVoice.LIFE_IF_UNUSED);
        return now.isBefore(end)
                ? "It was made at " + made + " and would be kept until " + end
                        + ", used or not: somebody deleted it, or it never came about."
                : "It was made at " + made + ". If it was never used in a synthesis, it expired and is gone since "
                        + end + "; otherwise somebody deleted it. Clone it again.";
    }
}
