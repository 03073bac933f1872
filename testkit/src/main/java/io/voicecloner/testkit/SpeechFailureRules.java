package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.Feature;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** What can go wrong with a synthesis, and what is left of it. */
final class SpeechFailureRules {
    private static final Set<SpeechTrouble> OF_THE_VOICE =
            EnumSet.of(SpeechTrouble.VOICE_MISSING, SpeechTrouble.VOICE_FOREIGN);

    private SpeechFailureRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule("R89", "a voice that is gone is told as gone", bench -> told(SpeechTrouble.VOICE_MISSING, bench))
                        .needs(SpeechTrouble.VOICE_MISSING),
                rule(
                                "R90",
                                "a voice of another account is told as that, and not as gone",
                                bench -> told(SpeechTrouble.VOICE_FOREIGN, bench))
                        .needs(SpeechTrouble.VOICE_FOREIGN),
                rule(
                        "R91",
                        "a synthesis that failed says how far its request came, and whether money may be spent",
                        SpeechFailureRules::eachFailure),
                rule("R92", "a success without audio is a failure, and leaves no file", SpeechFailureRules::noAudio)
                        .needs(SpeechTrouble.NO_AUDIO),
                rule(
                        "R93",
                        "a failure leaves the file that is there as it was, and no other beside it",
                        SpeechFailureRules::fileUntouched));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, SpeechRules.GROUP, title, check).needs(Feature.SPEECH);
    }

    private static void eachFailure(Bench bench) throws IOException {
        for (SpeechTrouble trouble : failures(bench)) {
            if (!OF_THE_VOICE.contains(trouble)) {
                told(trouble, bench);
            }
        }
    }

    private static void told(SpeechTrouble trouble, Bench bench) throws IOException {
        SpeechOutcome expected = SpeechOutcome.of(trouble).orElseThrow();
        try (Bench fresh = bench.another();
                Speaking voice = new Speaking(fresh)) {
            fresh.host().next(trouble);
            VoiceClonerException failure = voice.failure(fresh.cloner(), voice.plain());
            String after = " after \"" + trouble.words() + "\": " + failure;
            assertEquals(expected.category(), failure.category(), () -> "the leaf" + after);
            assertTrue(
                    expected.reasons().contains(failure.reason()),
                    () -> failure.reason() + " is none of " + expected.reasons() + after);
            assertEquals(expected.delivery(), failure.delivery(), () -> "the delivery" + after);
            assertEquals(
                    expected.delivery().mayHaveActed(),
                    failure.moneyMayBeSpent(),
                    () -> "whether money may be spent" + after);
            assertFalse(failure.voiceMayExist(), () -> "voiceMayExist" + after);
            assertEquals(Step.SPEAK, failure.step(), () -> "the step" + after);
            assertEquals(1, fresh.host().speeches(), () -> "requests to speak" + after);
        }
    }

    private static void noAudio(Bench bench) throws IOException {
        try (Speaking voice = new Speaking(bench)) {
            bench.host().next(SpeechTrouble.NO_AUDIO);
            voice.failure(bench.cloner(), voice.plain());
            assertEquals(List.of(), voice.files(), "what was left");
        }
    }

    private static void fileUntouched(Bench bench) throws IOException {
        for (SpeechTrouble trouble : failures(bench)) {
            try (Bench fresh = bench.another();
                    Speaking voice = new Speaking(fresh)) {
                Files.writeString(voice.target(), "what was there");
                fresh.host().next(trouble);
                voice.failure(fresh.cloner(), voice.plain());
                String after = " after \"" + trouble.words() + '"';
                assertEquals("what was there", Files.readString(voice.target()), () -> "the file" + after);
                assertEquals(List.of(voice.target()), voice.files(), () -> "the files" + after);
            }
        }
    }

    /** What fails, and can be provoked here. */
    static List<SpeechTrouble> failures(Bench bench) {
        List<SpeechTrouble> failures = Stream.of(SpeechTrouble.values())
                .filter(trouble ->
                        SpeechOutcome.of(trouble).isPresent() && bench.host().can(trouble))
                .toList();
        if (failures.isEmpty()) {
            throw new TestAbortedException("needs a host that can let a synthesis fail");
        }
        return failures;
    }
}
