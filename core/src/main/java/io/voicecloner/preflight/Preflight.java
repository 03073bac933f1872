package io.voicecloner.preflight;

import io.voicecloner.AudioLimits;
import io.voicecloner.Capabilities;
import io.voicecloner.CheckReport;
import io.voicecloner.CloneRequest;
import io.voicecloner.InstalledProvider;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Step;
import io.voicecloner.spi.PreparedAudio;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Checks whole requests against what one provider can do. Thread-safe. */
public final class Preflight {
    private final String provider;
    private final Capabilities capabilities;
    private final ProviderSettings settings;
    private final boolean hostAvailable;
    private final Optional<URI> hostBaseUrl;
    private final List<InstalledProvider> others;
    private final Clock clock;

    /**
     * @param hostAvailable whether local recordings could be published
     * @param hostBaseUrl where, if that is known
     * @param others the other providers that could be named instead
     */
    public Preflight(
            String provider,
            Capabilities capabilities,
            ProviderSettings settings,
            boolean hostAvailable,
            Optional<URI> hostBaseUrl,
            List<InstalledProvider> others,
            Clock clock) {
        this.provider = provider;
        this.capabilities = capabilities;
        this.settings = settings;
        this.hostAvailable = hostAvailable;
        this.hostBaseUrl = hostBaseUrl;
        this.others = List.copyOf(others);
        this.clock = clock;
    }

    /**
     * What passed.
     *
     * @param audio the recording, if it is at hand and not on the web
     * @param prompt the prompt audio, likewise
     * @param warnings what a person should know
     */
    public record Passed(
            Optional<PreparedAudio.Content> audio, Optional<PreparedAudio.Content> prompt, List<String> warnings) {}

    /**
     * Checks everything that can be known here. Sends nothing.
     *
     * @throws io.voicecloner.InvalidRequestException with every violation
     */
    public Passed check(CloneRequest request) {
        Findings findings = new Findings();
        Passed passed = look(request, findings);
        findings.throwIfViolated(provider, Step.CHECK);
        return passed;
    }

    /** As {@link #check}, but tells instead of throwing. */
    public CheckReport report(CloneRequest request) {
        Findings findings = new Findings();
        look(request, findings);
        return findings.report();
    }

    private Passed look(CloneRequest request, Findings findings) {
        SourceRules sources = new SourceRules(capabilities, hostAvailable, hostBaseUrl, settings, clock, findings);
        Optional<PreparedAudio.Content> audio = sources.check("audio", request.audio(), limited(capabilities.audio()));
        Optional<PreparedAudio.Content> prompt = request.prompt()
                .flatMap(given -> sources.check("promptAudio", given.audio(), limited(capabilities.promptAudio())));
        new FeatureRules(capabilities, others, findings).check(request, settings.voiceIdPrefix());
        TextRules.check(request, capabilities, findings);
        return new Passed(audio, prompt, findings.warnings());
    }

    private AudioLimits limited(AudioLimits limits) {
        return limits.upTo(settings.maxAudioBytes());
    }
}
