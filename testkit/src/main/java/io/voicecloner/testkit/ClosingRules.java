package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.voicecloner.CloneRequest;
import io.voicecloner.VoiceCloner;
import java.util.stream.Stream;

/** A cloner is closed with attempts left. */
final class ClosingRules {
    private ClosingRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(new ContractRule(
                        "R80",
                        "threads and closing",
                        "closing ends clones with attempts left, at once and in a pause, and nothing more is sent",
                        ClosingRules::withAttemptsLeft)
                .needs(Trouble.SLOW));
    }

    private static void withAttemptsLeft(Bench bench) throws InterruptedException {
        Unanswered clone = Unanswered.begin(bench, bench.plain());
        VoiceCloner cloner = clone.cloner();
        CloneRequest another = bench.plain();
        cloner.close();
        assertThrows(IllegalStateException.class, () -> cloner.cloneVoice(another), "a clone after the end");
        clone.requireDoubt("after its cloner was closed");
        PauseEnd.CLOSE.check(bench);
    }
}
