package io.voicecloner;

import java.io.Serializable;
import java.util.Objects;

/**
 * One thing wrong with a request or a configuration.
 *
 * @param field what is wrong: {@code audio}, {@code promptAudio}, {@code promptText}, {@code voiceId}, {@code text},
 *     {@code model}, {@code language}, {@code accuracy}, {@code noiseReduction}, {@code volumeNormalization},
 *     {@code watermark}, {@code provider} or {@code config.KEY}
 * @param rule the rule that was broken, in kebab case and stable between releases: {@code too-long}
 * @param message one sentence for a person; holds no secret: queries of URLs in it are left out
 */
public record Violation(String field, String rule, String message) implements Serializable {
    public Violation {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(rule, "rule");
        message = Unsigned.of(Objects.requireNonNull(message, "message"));
    }

    @Override
    public String toString() {
        return field + ": " + message;
    }
}
