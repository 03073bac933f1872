package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Capabilities;
import io.voicecloner.CloneEvent;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Speech;
import io.voicecloner.SpeechRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import io.voicecloner.fake.Abilities;
import io.voicecloner.fake.FakeProvider;
import io.voicecloner.fake.SpeakingSession;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.listen.Listening;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A cloner that speaks as a test says, on virtual time, with everything that it tells kept. */
final class Speaking implements AutoCloseable {
    static final VoiceRef VOICE = VoiceRef.of("fake", "vc-1");

    /** Its text is nobody's business. */
    static final SpeechRequest REQUEST = SpeechRequest.of(VOICE, "The CANARY sings.");

    final VirtualTime time = new VirtualTime();
    final List<CloneEvent> events = new CopyOnWriteArrayList<>();
    final SpeakingSession session;
    final VoiceCloner cloner;

    Speaking(SpeakingSession.Script script) {
        this(Abilities.speaking(), Cloners.SETTINGS, script);
    }

    Speaking(Capabilities capabilities, ProviderSettings settings, SpeakingSession.Script script) {
        session = new SpeakingSession("fake", script);
        cloner = ClonePipeline.open(
                Cloners.configured(new FakeProvider("fake", capabilities, session), settings, null),
                null,
                new Instruments(new Listening(events::add), null, time.clock(), time));
    }

    Speech speech() {
        return cloner.speech();
    }

    static <T extends VoiceClonerException> T failure(Class<T> leaf, ThrowingCallable call) {
        T failure = catchThrowableOfType(leaf, call);
        assertThat(failure).isNotNull();
        return failure;
    }

    @Override
    public void close() {
        cloner.close();
    }
}
