package io.voicecloner.fuzz;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Rate;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.http.OkHttpCustomizer;
import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedAudio;
import io.voicecloner.spi.PreparedClone;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.VoiceClonerProvider;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provider's own code up to the socket, with made-up answers behind it. One thread does everything. */
final class Host {
    static final String KEY = "planted-key-9f31c7d5a2";
    static final String VOICE_ID = "vc-fuzzed-voice";
    private static final byte[] RECORDING = "ID3 not much of a recording".getBytes(StandardCharsets.US_ASCII);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final Wire wire = new Wire();
    private final LeapingTime time = new LeapingTime();
    private final VoiceClonerProvider provider;
    private final ProviderSession session;
    private final PreparedClone request;

    Host(VoiceClonerProvider provider) {
        this.provider = provider;
        ProviderSettings settings = ProviderSettings.of(KEY)
                .withBaseUrl(URI.create("http://127.0.0.1:9/v1"))
                .withLoopbackAllowed(true)
                .withAttempts(1)
                .withRate(Rate.unlimited())
                .withExecutor(Runnable::run)
                .withHttpCustomizer(OkHttpCustomizer.of(client -> client.socketFactory(wire)));
        this.session = provider.open(settings, new ProviderContext(CLOCK, time));
        boolean choosesIds = provider.capabilities(settings).voiceIdRule().isPresent();
        PreparedAudio audio = choosesIds
                ? new PreparedAudio.Content(
                        AudioFormat.MP3, RECORDING.length, () -> new ByteArrayInputStream(RECORDING))
                : new PreparedAudio.Location(URI.create("https://audio.example/speech.mp3"));
        this.request = new PreparedClone(
                CloneRequest.of(AudioSource.bytes(RECORDING)).withPreview("The quick brown fox."),
                choosesIds ? VOICE_ID : null,
                audio,
                null,
                "model-1");
    }

    /** What a clone comes to: one of the two. What else is thrown, is thrown on. */
    record Outcome(@Nullable ClonedVoice voice, @Nullable VoiceClonerException failure) {}

    /** Clones while the provider answers like this, one answer for each request. */
    Outcome answering(byte[]... answers) {
        wire.answers(List.of(answers));
        time.leap();
        CallScope scope = CallScope.of(provider.id(), Duration.ofHours(1), request.voiceId(), null, time);
        try {
            return new Outcome(session.cloneVoice(request, scope), null);
        } catch (VoiceClonerException e) {
            return new Outcome(null, e);
        }
    }

    Wire wire() {
        return wire;
    }
}
