package io.voicecloner.preflight;

import io.voicecloner.CheckReport;
import io.voicecloner.SpeechLimits;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.spi.SpeechDelivery;
import java.util.List;
import java.util.Optional;

/** Checks what is to be spoken against what one provider takes, and says how to ask for it. Thread-safe. */
public final class SpeechPreflight {
    private final String provider;
    private final SpeechLimits limits;

    public SpeechPreflight(String provider, SpeechLimits limits) {
        this.provider = provider;
        this.limits = limits;
    }

    /**
     * What passed.
     *
     * @param model the model to use
     * @param delivery how to ask for the audio
     * @param warnings what a person should know
     */
    public record Passed(String model, SpeechDelivery delivery, List<String> warnings) {}

    /**
     * Checks everything that can be known here. Sends nothing.
     *
     * @param stranger what is wrong with the voice, if it lives elsewhere
     * @throws io.voicecloner.InvalidRequestException with every violation
     */
    public Passed check(SpeechRequest request, SpeechTarget target, Optional<Violation> stranger) {
        Findings findings = look(request, target, stranger);
        findings.throwIfViolated(provider, Step.CHECK);
        String model = request.model().or(limits::defaultModel).orElseThrow();
        return new Passed(model, delivery(request, target), findings.warnings());
    }

    /** As {@link #check}, but tells instead of throwing. */
    public CheckReport report(SpeechRequest request, SpeechTarget target, Optional<Violation> stranger) {
        return look(request, target, stranger).report();
    }

    private Findings look(SpeechRequest request, SpeechTarget target, Optional<Violation> stranger) {
        Findings findings = new Findings();
        stranger.ifPresent(findings::violation);
        new SpeechRules(limits, findings).check(request, target);
        return findings;
    }

    /** A text to be said in whatever way: with the best of the known models where one must be named. */
    public SpeechRequest anyhow(SpeechRequest plain) {
        boolean mustName = limits.defaultModel().isEmpty() && !limits.models().isEmpty();
        return mustName ? plain.withModel(limits.models().get(0)) : plain;
    }

    /** How to ask for the audio, if it can be had at all. */
    public SpeechDelivery delivery(SpeechRequest request, SpeechTarget target) {
        if (Unicode.isLongerThan(request.text(), limits.codePoints())) {
            return SpeechDelivery.TASK;
        }
        if (request.audioByLink()) {
            return SpeechDelivery.LINK;
        }
        return target != SpeechTarget.FILE && SpeechRules.isStreamed(request, limits)
                ? SpeechDelivery.STREAM
                : SpeechDelivery.WHOLE;
    }
}
