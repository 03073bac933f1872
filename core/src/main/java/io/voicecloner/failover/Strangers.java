package io.voicecloner.failover;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import io.voicecloner.spi.Failures;
import java.util.List;

/** What a caller is told of a voice that lives at none of several providers. */
final class Strangers {
    private Strangers() {}

    private static Violation violation(VoiceRef voice) {
        return new Violation(
                "voice",
                "elsewhere",
                "The voice lives at " + voice.provider()
                        + voice.account().map(name -> '@' + name).orElse("")
                        + ", which is none of those configured.");
    }

    static VoiceClonerException refused(VoiceRef voice) {
        return Failures.exception(
                FailureReport.of(Category.INVALID_REQUEST, Reason.VIOLATIONS, Step.CHECK, "the request cannot be sent")
                        .violations(List.of(violation(voice))));
    }
}
