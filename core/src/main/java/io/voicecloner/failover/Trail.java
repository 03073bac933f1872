package io.voicecloner.failover;

import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.Failures;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who was asked for one voice and did not make it. Nothing that they said or left behind is lost. Not thread-safe. */
final class Trail {
    private final List<VoiceClonerException> failures = new ArrayList<>();

    void add(VoiceClonerException failure) {
        failures.add(failure);
    }

    VoiceClonerException last() {
        return failures.get(failures.size() - 1);
    }

    /** An error that is none of ours, with what the others said at its side. */
    RuntimeException beside(RuntimeException error) {
        failures.forEach(error::addSuppressed);
        return error;
    }

    /** The voice, with why others did not make it. */
    ClonedVoice on(ClonedVoice voice) {
        if (failures.isEmpty()) {
            return voice;
        }
        List<String> warnings = new ArrayList<>();
        failures.forEach(failure -> warnings.add(sentence(failure)));
        warnings.addAll(voice.warnings());
        Set<String> orphans = new LinkedHashSet<>(voice.orphans());
        failures.forEach(failure -> orphans.addAll(failure.orphans()));
        return voice.toBuilder()
                .warnings(warnings)
                .orphans(List.copyOf(orphans))
                .passedOver(Stream.concat(failures.stream(), voice.passedOver().stream())
                        .toList())
                .build();
    }

    /** How it ended, which nobody else may be asked after, with the others at its side. */
    VoiceClonerException told(VoiceClonerException end) {
        Set<String> orphans = new LinkedHashSet<>(end.orphans());
        failures.forEach(failure -> orphans.addAll(failure.orphans()));
        VoiceClonerException told =
                Failures.retold(end, end.report().toBuilder().orphans(List.copyOf(orphans)));
        failures.stream().filter(failure -> failure != end).forEach(told::addSuppressed);
        return told;
    }

    /** Nobody else is left: the last one that was really asked answers for all. */
    VoiceClonerException told() {
        return told(failures.stream()
                .filter(failure -> !Onward.isIncapable(failure))
                .reduce((earlier, later) -> later)
                .orElse(failures.get(0)));
    }

    private static String sentence(VoiceClonerException failure) {
        String who = failure.provider().orElse("a provider");
        String why = Onward.isIncapable(failure)
                ? String.join(
                        " ", failure.violations().stream().map(Object::toString).toList())
                : failure.report().summary() + '.';
        return "Not made by " + who + ": " + why;
    }
}
