package io.voicecloner.fake;

import io.voicecloner.ClonedVoice;
import io.voicecloner.ListedVoice;
import io.voicecloner.VoiceRef;
import io.voicecloner.spi.AudioOutput;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.CatalogSession;
import io.voicecloner.spi.PreparedClone;
import io.voicecloner.spi.PreparedSpeech;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.SpeechSession;
import io.voicecloner.spi.SpokenAudio;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks as a test says, has two voices, and remembers what it was asked. */
public final class SpeakingSession implements ProviderSession, SpeechSession, CatalogSession {
    private final String provider;
    private final Script script;
    private final List<PreparedSpeech> asked = new CopyOnWriteArrayList<>();
    private final List<String> deleted = new CopyOnWriteArrayList<>();

    /** What becomes of a synthesis. */
    public interface Script {
        SpokenAudio speak(PreparedSpeech request, AudioOutput output, CallScope scope) throws IOException;
    }

    public SpeakingSession(String provider, Script script) {
        this.provider = provider;
        this.script = script;
    }

    /** Says this, in pieces. */
    public static Script saying(byte[]... pieces) {
        return (request, output, scope) -> {
            say(output, scope, pieces);
            return SpokenAudio.handedOut();
        };
    }

    /** As the kit does it. */
    public static void say(AudioOutput output, CallScope scope, byte[]... pieces) throws IOException {
        try (OutputStream out = output.open()) {
            for (byte[] piece : pieces) {
                if (!output.canBeginAnew()) {
                    scope.handedOut(piece.length);
                }
                out.write(piece);
            }
        }
    }

    @Override
    public SpokenAudio speak(PreparedSpeech request, AudioOutput output, CallScope scope) {
        asked.add(request);
        scope.speechAttempted();
        try {
            return script.speak(request, output, scope);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that came this far. */
    public List<PreparedSpeech> asked() {
        return asked;
    }

    /** The voices that were deleted. */
    public List<String> deleted() {
        return deleted;
    }

    @Override
    public List<ListedVoice> list(CallScope scope) {
        List<ListedVoice> voices = new ArrayList<>();
        for (String id : List.of("used-1", "used-2")) {
            voices.add(new ListedVoice(VoiceRef.of(provider, id), Optional.empty()));
        }
        return voices;
    }

    @Override
    public void delete(String voiceId, CallScope scope) {
        deleted.add(voiceId);
    }

    @Override
    public Optional<SpeechSession> speech() {
        return Optional.of(this);
    }

    @Override
    public Optional<CatalogSession> catalog() {
        return Optional.of(this);
    }

    @Override
    public ClonedVoice cloneVoice(PreparedClone request, CallScope scope) {
        return ClonedVoice.of(VoiceRef.of(provider, "vc-made"));
    }

    @Override
    public URI baseUrl() {
        return URI.create("https://fake.example/v1/");
    }

    @Override
    public void close() {}
}
