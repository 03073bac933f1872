package io.voicecloner.pipeline;

import io.voicecloner.CloneEvent;
import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import java.time.Duration;

/** Tells how a clone ended to whoever listens: what a cancelled future cannot say is said here all the same. */
final class Ending {
    private Ending() {}

    static void told(ClonedVoice voice, Duration took, CallScope scope) {
        voice.orphans().forEach(name -> left(name, scope));
        scope.tell(() -> new CloneEvent.VoiceMade(
                scope.provider(), scope.call(), voice.ref(), voice.confirmation(), voice.attempts(), took));
    }

    static void told(VoiceClonerException failure, Duration took, CallScope scope) {
        failure.orphans().forEach(name -> left(name, scope));
        scope.tell(() -> new CloneEvent.CloneFailed(
                scope.provider(), scope.call(), failure.step(), failure.category(), failure.reason(), took));
        if (failure.voiceMayExist()) {
            scope.tell(() -> new CloneEvent.OutcomeUnknown(
                    scope.provider(), scope.call(), failure.voiceId(), failure.reason(), failure.traceIds()));
        }
    }

    private static void left(String name, CallScope scope) {
        scope.tell(() -> new CloneEvent.OrphanLeft(scope.provider(), scope.call(), name));
    }
}
