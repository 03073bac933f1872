package io.voicecloner.fake;

import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceRef;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedClone;
import io.voicecloner.spi.ProviderSession;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Does what a test says, and remembers what it was asked. */
public final class FakeSession implements ProviderSession {
    private final Behaviour behaviour;
    private final List<PreparedClone> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger closed = new AtomicInteger();

    /** What becomes of a clone. */
    public interface Behaviour {
        ClonedVoice clone(PreparedClone request, CallScope scope);
    }

    /** Makes every voice. */
    public FakeSession(String provider) {
        this((request, scope) -> ClonedVoice.of(
                VoiceRef.of(provider, request.voiceId() == null ? "made-by-server" : request.voiceId())));
    }

    public FakeSession(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    @Override
    public ClonedVoice cloneVoice(PreparedClone request, CallScope scope) {
        asked.add(request);
        return behaviour.clone(request, scope);
    }

    /** Everything that came this far. */
    public List<PreparedClone> asked() {
        return asked;
    }

    /** How often it was closed. */
    public int closed() {
        return closed.get();
    }

    @Override
    public URI baseUrl() {
        return URI.create("https://fake.example/v1/");
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}
