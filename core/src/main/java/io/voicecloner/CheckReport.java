package io.voicecloner;

import java.util.List;

/**
 * What is known of a request before anything is sent.
 *
 * @param violations why it would be refused; empty if it would be sent
 * @param warnings what a person should know, each a sentence
 */
public record CheckReport(List<Violation> violations, List<String> warnings) {
    public CheckReport {
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
    }

    /** Whether the request would be sent. */
    public boolean ok() {
        return violations.isEmpty();
    }
}
