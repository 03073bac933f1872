package io.voicecloner.testkit;

import io.voicecloner.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.Stream;

/** The caller gives up a synthesis, or the time is up. */
final class SpeechEndRules {
    /** Long enough for a request to arrive on a machine that does much else. */
    private static final Duration SHORT_DEADLINE = Duration.ofSeconds(1);

    private SpeechEndRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule(
                        "R102",
                        "a cancelled future ends a synthesis that waits for its answer, and nothing more is sent",
                        SpeechEndRules::canceled),
                rule(
                        "R103",
                        "a deadline ends a synthesis that waits for its answer, and nothing more is sent",
                        SpeechEndRules::tooLate),
                rule(
                        "R104",
                        "closing ends a synthesis that waits for its answer, and nothing more is sent",
                        SpeechEndRules::closed));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, SpeechRules.GROUP, title, check)
                .needs(Feature.SPEECH)
                .needs(SpeechTrouble.SLOW);
    }

    private static void canceled(Bench bench) throws IOException, InterruptedException {
        try (Speaking voice = new Speaking(bench)) {
            UnansweredSpeech speech = UnansweredSpeech.begin(bench, voice, voice.plain());
            speech.cancel();
            speech.requireEnd("after its future was cancelled");
        }
    }

    private static void tooLate(Bench bench) throws IOException, InterruptedException {
        try (Speaking voice = new Speaking(bench)) {
            // What is done for the first time takes long, and shall not eat up the deadline.
            voice.spoken(bench.cloner(), voice.plain());
            Files.delete(voice.target());
            UnansweredSpeech.begin(bench, voice, voice.plain().withDeadline(SHORT_DEADLINE))
                    .requireEnd("after its deadline");
        }
    }

    private static void closed(Bench bench) throws IOException, InterruptedException {
        try (Speaking voice = new Speaking(bench)) {
            UnansweredSpeech speech = UnansweredSpeech.begin(bench, voice, voice.plain());
            speech.closeCloner();
            speech.requireEnd("after its cloner was closed");
        }
    }
}
