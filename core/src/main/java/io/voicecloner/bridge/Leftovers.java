package io.voicecloner.bridge;

import io.voicecloner.FailureReport;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.Failures;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a clone may have left published, for the failure on its way up to tell. Not thread-safe. */
public final class Leftovers {
    private final List<Leftover> leftovers = new ArrayList<>();

    /**
     * Something that may be left.
     *
     * @param names what it is called, as far as that is known
     * @param sentence what became of it
     */
    record Leftover(List<String> names, String sentence) {}

    void add(Leftover leftover) {
        leftovers.add(leftover);
    }

    /** The failure, with what is left among its orphans and in its hint. */
    public VoiceClonerException toldBy(VoiceClonerException failure) {
        if (leftovers.isEmpty()) {
            return failure;
        }
        Set<String> orphans = new LinkedHashSet<>(failure.orphans());
        List<String> hints = new ArrayList<>();
        for (Leftover leftover : leftovers) {
            orphans.addAll(leftover.names());
            hints.add(leftover.sentence());
        }
        // Last, because it may lead over to the checks.
        failure.hint().ifPresent(hints::add);
        FailureReport.Builder report =
                failure.report().toBuilder().orphans(List.copyOf(orphans)).hint(String.join(" ", hints));
        return Failures.retold(failure, report);
    }
}
