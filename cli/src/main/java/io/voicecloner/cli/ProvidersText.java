package io.voicecloner.cli;

import io.voicecloner.AudioLimits;
import io.voicecloner.Capabilities;
import io.voicecloner.Feature;
import io.voicecloner.InstalledProvider;
import io.voicecloner.SpeechLimits;
import io.voicecloner.VoiceIdRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code providers} prints for a person: features as a table, limits provider by provider. */
final class ProvidersText {
    private static final long MEBIBYTE = 1024 * 1024;

    private ProvidersText() {}

    static String of(List<InstalledProvider> installed) {
        if (installed.isEmpty()) {
            return "No provider is installed.";
        }
        List<String> lines = new ArrayList<>();
        lines.add(row("", installed.stream().map(InstalledProvider::id).toList()));
        for (Feature feature : Feature.values()) {
            lines.add(row(
                    feature.id(),
                    installed.stream()
                            .map(provider -> provider.capabilities().has(feature) ? "yes" : "-")
                            .toList()));
        }
        for (InstalledProvider provider : installed) {
            lines.add("");
            lines.add(provider.id());
            addLimits(provider.capabilities(), lines);
        }
        return String.join("\n", lines);
    }

    private static void addLimits(Capabilities can, List<String> lines) {
        lines.add("  recording     " + limits(can.audio()));
        if (can.has(Feature.PROMPT)) {
            lines.add("  prompt audio  " + limits(can.promptAudio()));
        }
        if (can.has(Feature.PREVIEW)) {
            lines.add("  preview text  up to " + can.previewCodePoints() + " characters");
            lines.add("  models        " + String.join(", ", can.models())
                    + can.defaultModel().map(model -> "; default " + model).orElse(""));
        }
        can.voiceIdRule().map(VoiceIdRule::description).ifPresent(rule -> lines.add("  voice id      " + rule));
        can.speech().ifPresent(limits -> addSpeech(limits, lines));
    }

    private static void addSpeech(SpeechLimits limits, List<String> lines) {
        String task = limits.taskCodePoints() == 0
                ? ", no longer ones"
                : ", as a task up to " + limits.taskCodePoints() + " characters";
        lines.add("  speech text   up to " + limits.codePoints() + " characters" + task);
        lines.add("  speech models " + String.join(", ", limits.models())
                + limits.defaultModel().map(model -> "; default " + model).orElse(""));
        List<String> streamed = SpeechLimitsJson.streamed(limits);
        lines.add("  speech audio  " + String.join(", ", limits.formats()) + "; streamed: "
                + (streamed.isEmpty() ? "none" : String.join(", ", streamed)));
    }

    private static String limits(AudioLimits limits) {
        List<String> parts = new ArrayList<>();
        parts.add(String.join(", ", limits.formats()));
        limits.shortest().ifPresent(length -> parts.add("from " + seconds(length)));
        limits.longest().ifPresent(length -> parts.add("to " + seconds(length)));
        parts.add("at most " + size(limits.maxBytes()));
        return String.join(", ", parts);
    }

    private static String size(long bytes) {
        return bytes % MEBIBYTE == 0 ? bytes / MEBIBYTE + " MiB" : bytes + " bytes";
    }

    private static String seconds(Duration length) {
        return length.toMillisPart() == 0 ? length.toSeconds() + " s" : length.toMillis() / 1000.0 + " s";
    }

    private static String row(String name, List<String> cells) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-22s", name));
        cells.forEach(cell -> row.append(String.format(Locale.ROOT, "%-12s", cell)));
        return row.toString().stripTrailing();
    }
}
