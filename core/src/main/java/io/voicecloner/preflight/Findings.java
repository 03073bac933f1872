package io.voicecloner.preflight;

import io.voicecloner.Category;
import io.voicecloner.CheckReport;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.spi.Failures;
import java.util.ArrayList;
import java.util.List;

/** What the checks of one request found. Not thread-safe. */
public final class Findings {
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** Something that must not be sent. */
    public void violation(String field, String rule, String message) {
        violations.add(new Violation(field, rule, message));
    }

    /** Something that must not be sent. */
    public void violation(Violation violation) {
        violations.add(violation);
    }

    /** Something that a person should know. */
    public void warning(String message) {
        warnings.add(message);
    }

    /** What a person should know. */
    public List<String> warnings() {
        return warnings.stream().distinct().toList();
    }

    /** Everything found. */
    public CheckReport report() {
        return new CheckReport(violations, warnings.stream().distinct().toList());
    }

    /**
     * Goes on only if nothing was found that must not be sent.
     *
     * @throws io.voicecloner.InvalidRequestException with every violation
     */
    public void throwIfViolated(String provider, Step step) {
        if (violations.isEmpty()) {
            return;
        }
        String summary = violations.size() == 1
                ? "the request cannot be sent"
                : "the request cannot be sent for " + violations.size() + " reasons";
        throw Failures.exception(FailureReport.of(Category.INVALID_REQUEST, Reason.VIOLATIONS, step, summary)
                .provider(provider)
                .violations(violations));
    }
}
