package io.voicecloner.preflight;

import io.voicecloner.Capabilities;
import io.voicecloner.CloneRequest;
import io.voicecloner.Feature;
import io.voicecloner.PreviewText;
import io.voicecloner.Prompt;
import java.util.Locale;

/** The rules for words: preview text, model, prompt transcript, language. */
final class TextRules {
    private TextRules() {}

    static void check(CloneRequest request, Capabilities capabilities, Findings findings) {
        // What a provider lacks is refused as a whole; its limits would only add noise.
        if (capabilities.has(Feature.PREVIEW)) {
            request.preview().ifPresent(preview -> checkPreview(preview, capabilities, findings));
        }
        request.prompt().map(Prompt::transcript).ifPresent(transcript -> checkTranscript(transcript, findings));
        request.language().ifPresent(language -> checkLanguage(language, capabilities, findings));
    }

    private static void checkPreview(PreviewText preview, Capabilities capabilities, Findings findings) {
        String text = preview.text();
        // First of all, so that an endless text costs no more than its limit.
        if (Unicode.isLongerThan(text, capabilities.previewCodePoints())) {
            findings.violation(
                    "text",
                    "too-long",
                    String.format(
                            Locale.ROOT,
                            "The preview text is longer than %,d characters.",
                            capabilities.previewCodePoints()));
        } else if (text.isBlank()) {
            findings.violation("text", "empty", "The preview text is empty.");
        } else if (!Unicode.isWellFormed(text)) {
            findings.violation("text", "not-unicode", "The preview text holds half of a surrogate pair.");
        } else if (!Unicode.saysSomething(text)) {
            findings.violation("text", "empty", "The preview text holds nothing but punctuation.");
        } else if (!Unicode.isMostlyVisible(text)) {
            findings.violation(
                    "text", "invisible", "More than a tenth of the preview text is control or invisible characters.");
        }
        if (preview.model().isEmpty() && capabilities.defaultModel().isEmpty()) {
            findings.violation(
                    "model", "missing", "A preview text needs a model here: the provider has no default for it.");
        }
        preview.model().ifPresent(model -> {
            if (model.isBlank()) {
                findings.violation("model", "empty", "The model is empty.");
            } else if (!Unicode.isWellFormed(model)) {
                findings.violation("model", "not-unicode", "The model holds half of a surrogate pair.");
            } else if (!capabilities.models().isEmpty()
                    && !capabilities.models().contains(model)) {
                findings.warning("The model \"" + model + "\" is not among the known ones ("
                        + String.join(", ", capabilities.models()) + "); it is sent as it is.");
            }
        });
    }

    private static void checkTranscript(String transcript, Findings findings) {
        String words = transcript.strip();
        if (words.isEmpty()) {
            findings.violation("promptText", "empty", "The transcript of the prompt audio is empty.");
        } else if (!Unicode.isWellFormed(words)) {
            findings.violation("promptText", "not-unicode", "The transcript holds half of a surrogate pair.");
        } else if (!Unicode.endsInPunctuation(words)) {
            findings.warning("The transcript of the prompt audio does not end in a punctuation mark; "
                    + "the providers ask for one.");
        }
    }

    private static void checkLanguage(String language, Capabilities capabilities, Findings findings) {
        if (language.isBlank()) {
            findings.violation("language", "empty", "The language is empty.");
        } else if (!Unicode.isWellFormed(language)) {
            findings.violation("language", "not-unicode", "The language holds half of a surrogate pair.");
        } else if (!capabilities.languages().isEmpty()
                && !capabilities.languages().contains(language)) {
            findings.warning("The language \"" + language + "\" is not among the known ones; it is sent as it is.");
        }
    }
}
