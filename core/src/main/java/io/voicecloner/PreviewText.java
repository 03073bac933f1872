package io.voicecloner;

import java.util.Objects;
import java.util.Optional;

/**
 * What the new voice shall read, billed like any synthesis.
 *
 * @param text the words
 * @param model the model to read with; empty for the provider's default
 */
public record PreviewText(String text, Optional<String> model) {
    public PreviewText {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(model, "model");
    }
}
