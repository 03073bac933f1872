package io.voicecloner.pipeline;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.config.AudioHostChoice;
import io.voicecloner.config.Configured;
import io.voicecloner.fake.Recordings;
import io.voicecloner.fake.WireProvider;
import io.voicecloner.http.ScriptedServer;
import io.voicecloner.listen.Listening;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.Time;
import io.voicecloner.spi.VoiceClonerProvider;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Opens cloners on what a test gives. */
final class Cloners {
    static final CloneRequest GOOD = CloneRequest.of(AudioSource.bytes(Recordings.wav(500)));
    static final ProviderSettings SETTINGS = ProviderSettings.of("long-enough");

    private Cloners() {}

    static VoiceCloner of(VoiceClonerProvider provider) {
        return of(provider, SETTINGS, null, null);
    }

    static VoiceCloner of(VoiceClonerProvider provider, @Nullable AudioHost host) {
        return of(provider, SETTINGS, host, null);
    }

    static VoiceCloner of(
            VoiceClonerProvider provider,
            ProviderSettings settings,
            @Nullable AudioHost host,
            @Nullable Executor executor) {
        return ClonePipeline.open(
                configured(provider, settings, null),
                host,
                new Instruments(new Listening(null), executor, Clock.systemUTC(), Time.system()));
    }

    static Configured configured(
            VoiceClonerProvider provider, ProviderSettings settings, @Nullable AudioHostChoice host) {
        return new Configured(
                provider.id(),
                provider,
                settings,
                Optional.ofNullable(host),
                List.of("warning of the configuration"),
                List.of(),
                Set.of());
    }

    /** On a provider with a real wire. */
    static VoiceCloner onWire(ScriptedServer server, @Nullable Executor executor) {
        return of(new WireProvider(), SETTINGS.withBaseUrl(server.uri("/v1")), null, executor);
    }
}
