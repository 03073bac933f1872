package io.voicecloner.cli;

import io.voicecloner.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** Arguments that are each legal and together are not, or that name something unusable. Nothing was sent. */
final class UsageMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** Of at least one mistake. */
    UsageMistake(List<Violation> violations) {
        super(message(violations));
        this.violations = List.copyOf(violations);
    }

    List<Violation> violations() {
        return violations;
    }

    private static String message(List<Violation> violations) {
        return violations.size() == 1
                ? violations.get(0).message()
                : violations.stream()
                        .map(Violation::message)
                        .collect(Collectors.joining("\n  - ", "these arguments cannot be used:\n  - ", ""));
    }
}
