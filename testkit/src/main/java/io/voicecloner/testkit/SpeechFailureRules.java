package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Feature;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** What is refused before a byte is sent, and what else can go wrong with a synthesis. */
final class SpeechFailureRules {
    private static final Set<SpeechTrouble> OF_THE_VOICE =
            EnumSet.of(SpeechTrouble.VOICE_MISSING, SpeechTrouble.VOICE_FOREIGN);

    private SpeechFailureRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule(
                        "R86",
                        "everything wrong with what is to be spoken is told at once, before anything is sent",
                        SpeechFailureRules::everythingAtOnce),
                rule(
                        "R87",
                        "a voice speaks where it lives, and is refused elsewhere before anything is sent",
                        SpeechFailureRules::elsewhere),
                new ContractRule(
                        "R88",
                        SpeechRules.GROUP,
                        "speech is there with SPEECH, and is said to be unsupported without",
                        SpeechFailureRules::promised),
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

    private static void everythingAtOnce(Bench bench) throws IOException {
        try (Speaking voice = new Speaking(bench)) {
            int before = bench.host().requests();
            SpeechRequest bad = voice.request(" ")
                    .withSpeed(-1)
                    .withVolume(-1)
                    .withPitch(1_000)
                    .withSampleRate(1)
                    .withBitrate(1)
                    .withChannels(9);
            Set<String> wrong =
                    new TreeSet<>(Set.of("text", "speed", "volume", "pitch", "sampleRate", "bitrate", "channels"));
            if (voice.limits().onlyKnownModels()) {
                bad = bad.withModel("a-model-of-nobody");
                wrong.add("model");
            }
            assertEquals(wrong, refused(voice.failure(bench.cloner(), bad)), "what was found wrong");
            assertEquals(wrong, fields(bench.cloner().speech().check(bad).violations()), "what a dry run finds wrong");
            int longest = Math.max(voice.limits().codePoints(), voice.limits().taskCodePoints());
            SpeechRequest endless = voice.request("a".repeat(longest + 1));
            assertEquals(Set.of("text"), refused(voice.failure(bench.cloner(), endless)), "wrong with a long text");
            voice.requireUnsent(before, "for what was refused");
        }
    }

    private static void elsewhere(Bench bench) throws IOException {
        VoiceRef own = bench.cloned(bench.plain()).ref();
        assertTrue(bench.cloner().speech().serves(own), () -> own + " lives here");
        try (Speaking voice = new Speaking(bench)) {
            int before = bench.host().requests();
            for (VoiceRef stranger : List.of(
                    VoiceRef.of("somebody-else", own.id()), VoiceRef.of(own.provider(), "another-team", own.id()))) {
                assertFalse(bench.cloner().speech().serves(stranger), () -> stranger + " lives elsewhere");
                SpeechRequest request = voice.request(stranger, Speaking.TEXT);
                assertEquals(
                        Set.of("voice"), refused(voice.failure(bench.cloner(), request)), "wrong with " + stranger);
                assertEquals(
                        Set.of("voice"),
                        refused(Speaking.failureOf(() -> bench.cloner().speech().activate(stranger))),
                        "wrong with activating " + stranger);
            }
            voice.requireUnsent(before, "for a voice of elsewhere");
        }
    }

    private static void promised(Bench bench) {
        if (bench.cloner().capabilities().has(Feature.SPEECH)) {
            bench.cloner().speech();
        } else {
            requireUnsupported(bench, () -> bench.cloner().speech());
        }
    }

    /** Fails unless the call is refused as something that the provider cannot do at all. */
    static void requireUnsupported(Bench bench, Speaking.Call call) {
        int before = bench.host().requests();
        VoiceClonerException failure = Speaking.failureOf(call);
        assertEquals(Category.INVALID_REQUEST, failure.category(), () -> "the leaf of: " + failure);
        assertEquals(
                List.of("unsupported"),
                failure.violations().stream().map(Violation::rule).toList(),
                "what is wrong");
        assertEquals(before, bench.host().requests(), "requests sent");
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

    static Set<String> refused(VoiceClonerException failure) {
        assertEquals(Category.INVALID_REQUEST, failure.category(), () -> "the leaf of: " + failure);
        assertEquals(Delivery.NOT_SENT, failure.delivery(), () -> "the delivery of: " + failure);
        return fields(failure.violations());
    }

    private static Set<String> fields(List<Violation> violations) {
        return violations.stream().map(Violation::field).collect(Collectors.toCollection(TreeSet::new));
    }
}
