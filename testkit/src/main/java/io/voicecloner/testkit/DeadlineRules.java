package io.voicecloner.testkit;

import java.util.stream.Stream;

/** The time is up. */
final class DeadlineRules {
    private static final String GROUP = "deadlines";

    private DeadlineRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                new ContractRule(
                                "R78",
                                GROUP,
                                "a deadline ends a clone that waits for its answer, and nothing more is sent",
                                DeadlineRules::unanswered)
                        .needs(Trouble.SLOW),
                new ContractRule(
                        "R79",
                        GROUP,
                        "a deadline that passes in a pause lets nothing more be sent",
                        PauseEnd.DEADLINE::check));
    }

    private static void unanswered(Bench bench) throws InterruptedException {
        // What is done for the first time takes long, and shall not eat up the deadline.
        bench.cloned(bench.plain());
        Unanswered.begin(bench, bench.hurried()).requireDoubt("after its deadline");
    }
}
