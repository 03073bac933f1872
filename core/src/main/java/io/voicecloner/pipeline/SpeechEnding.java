package io.voicecloner.pipeline;

import io.voicecloner.CloneEvent;
import io.voicecloner.Synthesis;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import java.time.Duration;

/** Tells how a synthesis ended to whoever listens. */
final class SpeechEnding {
    private SpeechEnding() {}

    static void told(Synthesis speech, Duration took, CallScope scope) {
        scope.tell(() -> new CloneEvent.SpeechMade(
                scope.provider(),
                scope.call(),
                speech.voice(),
                speech.bytes(),
                speech.attempts(),
                speech.possiblyBilledTwice(),
                took));
    }

    static void told(VoiceClonerException failure, Duration took, CallScope scope) {
        scope.tell(() -> new CloneEvent.SpeechFailed(
                scope.provider(),
                scope.call(),
                failure.step(),
                failure.category(),
                failure.reason(),
                failure.moneyMayBeSpent(),
                took));
    }
}
