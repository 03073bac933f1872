package io.voicecloner.minimax;

import io.voicecloner.ClonedVoice;
import io.voicecloner.Confirmation;
import io.voicecloner.VoiceRef;
import io.voicecloner.http.CreateById;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** One voice that is asked for, as often as it takes to know that it is there. */
final class Creation implements CreateById<ClonedVoice> {
    private static final String UNSAFE =
            "The provider found the speech of the preview unsafe; the voice was made without one.";

    private final VoiceRef ref;
    private final CloneWire.Request body;
    private final Clock clock;
    private final Function<CloneWire.Request, CloneWire.Reply> send;
    private boolean previewWasUnsafe;

    Creation(VoiceRef ref, CloneWire.Request body, Clock clock, Function<CloneWire.Request, CloneWire.Reply> send) {
        this.ref = ref;
        this.body = body;
        this.clock = clock;
        this.send = send;
    }

    @Override
    public ClonedVoice send(boolean withPreview) {
        previewWasUnsafe = !withPreview;
        CloneWire.Reply reply = send.apply(withPreview ? body : body.withoutPreview());
        return told(CloneReading.of(ref, clock.instant(), expectsPreview(), reply));
    }

    @Override
    public ClonedVoice inferred() {
        ClonedVoice.Builder voice = ClonedVoice.builder(ref, clock.instant()).confirmation(Confirmation.INFERRED);
        return told((expectsPreview() ? voice.previewLost() : voice).build());
    }

    private boolean expectsPreview() {
        return body.text() != null && !previewWasUnsafe;
    }

    private ClonedVoice told(ClonedVoice voice) {
        return previewWasUnsafe ? voice.toBuilder().warnings(List.of(UNSAFE)).build() : voice;
    }
}
