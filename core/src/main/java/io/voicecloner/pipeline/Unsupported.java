package io.voicecloner.pipeline;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Feature;
import io.voicecloner.InstalledProvider;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.Failures;
import java.util.List;

/** What a caller is told who asks a provider for what it cannot do at all. */
final class Unsupported {
    private Unsupported() {}

    /** @param what as in "does not speak" */
    static VoiceClonerException by(String provider, String what, Feature feature, List<InstalledProvider> others) {
        List<String> able = others.stream()
                .filter(other -> other.capabilities().has(feature))
                .map(InstalledProvider::id)
                .toList();
        String who = able.isEmpty() ? "" : " Installed providers that do: " + String.join(", ", able) + '.';
        return Failures.exception(FailureReport.of(
                        Category.INVALID_REQUEST, Reason.VIOLATIONS, Step.CHECK, "the provider cannot do this")
                .provider(provider)
                .violations(List.of(new Violation("provider", "unsupported", "This provider " + what + '.' + who))));
    }
}
