package io.voicecloner.preflight;

import io.voicecloner.SpeechLimits;
import io.voicecloner.SpeechRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The limits of what is to be spoken. */
final class SpeechRules {
    private final SpeechLimits limits;
    private final Findings findings;

    SpeechRules(SpeechLimits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    void check(SpeechRequest request, SpeechTarget target) {
        checkText(request.text(), target);
        checkModel(request.model());
        request.speed().ifPresent(speed -> checkRange("speed", speed, limits.speed()));
        request.volume().ifPresent(volume -> checkRange("volume", volume, limits.volume()));
        request.pitch().ifPresent(pitch -> checkRange("pitch", pitch, limits.pitch()));
        checkWord("emotion", request.emotion(), limits.emotions());
        checkLanguage(request.language());
        checkWord("format", request.format(), limits.formats());
        request.sampleRate().ifPresent(rate -> checkListed("sampleRate", rate, limits.sampleRates()));
        request.bitrate().ifPresent(rate -> checkListed("bitrate", rate, limits.bitrates()));
        request.channels().ifPresent(channels -> checkListed("channels", channels, List.of(1, 2)));
        if (target == SpeechTarget.CHUNKS) {
            checkStreamed(request);
        }
    }

    static boolean isStreamed(SpeechRequest request, SpeechLimits limits) {
        return request.format()
                .or(() -> limits.formats().stream().findFirst())
                .map(limits.streamedFormats()::contains)
                .orElse(false);
    }

    private void checkText(String text, SpeechTarget target) {
        boolean tasks = limits.taskCodePoints() > 0 && target != SpeechTarget.CHUNKS;
        int longest = tasks ? Math.max(limits.codePoints(), limits.taskCodePoints()) : limits.codePoints();
        // First of all, so that an endless text costs no more than its limit.
        if (Unicode.isLongerThan(text, longest)) {
            findings.violation(
                    "text", "too-long", String.format(Locale.ROOT, "The text is longer than %,d characters.", longest));
        } else if (text.isBlank()) {
            findings.violation("text", "empty", "The text is empty.");
        } else if (!Unicode.isWellFormed(text)) {
            findings.violation("text", "not-unicode", "The text holds half of a surrogate pair.");
        } else if (!Unicode.saysSomething(text)) {
            findings.violation("text", "empty", "The text holds nothing but punctuation.");
        } else if (!Unicode.isMostlyVisible(text)) {
            findings.violation(
                    "text", "invisible", "More than a tenth of the text is control or invisible characters.");
        }
    }

    private void checkModel(Optional<String> model) {
        if (model.isEmpty()) {
            if (limits.defaultModel().isEmpty()) {
                findings.violation("model", "missing", "A model is needed here: the provider has no default for it.");
            }
            return;
        }
        if (limits.onlyKnownModels() && !limits.models().contains(model.get())) {
            findings.violation(
                    "model",
                    "unknown",
                    "This provider has a path for each model, and none is known for this one. Known are: "
                            + String.join(", ", limits.models()) + '.');
        } else {
            checkWord("model", model, limits.models());
        }
    }

    private void checkLanguage(Optional<String> language) {
        if (language.isPresent() && limits.languages().isEmpty()) {
            findings.violation("language", "unsupported", "This provider takes no language for speech.");
        } else {
            checkWord("language", language, limits.languages());
        }
    }

    /** Such words are open: providers add to them. */
    private void checkWord(String field, Optional<String> word, List<String> known) {
        word.ifPresent(given -> {
            if (given.isBlank()) {
                findings.violation(field, "empty", "The " + field + " is empty.");
            } else if (!Unicode.isWellFormed(given)) {
                findings.violation(field, "not-unicode", "The " + field + " holds half of a surrogate pair.");
            } else if (!known.contains(given)) {
                findings.warning("The " + field + " \"" + given + "\" is not among the known ones ("
                        + String.join(", ", known) + "); it is sent as it is.");
            }
        });
    }

    private void checkRange(String field, double number, SpeechLimits.Range range) {
        if (!range.allows(number)) {
            String least = range.above()
                    ? "more than " + plain(range.least()) + " and at most "
                    : plain(range.least()) + " to ";
            findings.violation(
                    field,
                    "out-of-range",
                    "The " + field + ' ' + plain(number) + " is not " + least + plain(range.most()) + '.');
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private void checkListed(String field, int number, List<Integer> allowed) {
        if (!allowed.contains(number)) {
            findings.violation(
                    field,
                    "out-of-range",
                    "It is " + number + ", and must be one of "
                            + String.join(
                                    ", ", allowed.stream().map(Object::toString).toList()) + '.');
        }
    }

    private void checkStreamed(SpeechRequest request) {
        if (request.audioByLink()) {
            findings.violation("audioByLink", "not-streamed", "What comes by link does not come in pieces.");
        }
        if (!isStreamed(request, limits)) {
            findings.violation(
                    "format",
                    "not-streamed",
                    "This format is not streamed here. Those that are: "
                            + String.join(
                                    ", ",
                                    limits.formats().stream()
                                            .filter(limits.streamedFormats()::contains)
                                            .toList())
                            + '.');
        }
    }
}
