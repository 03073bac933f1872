package io.voicecloner.preflight;

import io.voicecloner.Capabilities;
import io.voicecloner.CloneRequest;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Step;
import io.voicecloner.spi.PreparedAudio;
import java.util.List;
import java.util.Optional;

/** Checks whole requests against what one provider can do. Thread-safe. */
public final class Preflight {
    private final String provider;
    private final Capabilities capabilities;
    private final ProviderSettings settings;
    private final boolean hostAvailable;

    /** @param hostAvailable whether local recordings could be published */
    public Preflight(String provider, Capabilities capabilities, ProviderSettings settings, boolean hostAvailable) {
        this.provider = provider;
        this.capabilities = capabilities;
        this.settings = settings;
        this.hostAvailable = hostAvailable;
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
        SourceRules sources = new SourceRules(capabilities, hostAvailable, settings.loopbackAllowed(), findings);
        Optional<PreparedAudio.Content> audio = sources.check(
                "audio", request.audio(), limit(capabilities.audio().maxBytes()));
        Optional<PreparedAudio.Content> prompt = request.prompt()
                .flatMap(given -> sources.check(
                        "promptAudio",
                        given.audio(),
                        limit(capabilities.promptAudio().maxBytes())));
        FeatureRules.check(request, capabilities, settings.voiceIdPrefix(), findings);
        TextRules.check(request, capabilities, findings);
        findings.throwIfViolated(provider, Step.CHECK);
        return new Passed(audio, prompt, findings.warnings());
    }

    private long limit(long provided) {
        return Math.min(provided, settings.maxAudioBytes());
    }
}
