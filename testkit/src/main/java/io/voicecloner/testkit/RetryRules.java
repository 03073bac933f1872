package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.ClonedVoice;
import io.voicecloner.Delivery;
import io.voicecloner.Feature;
import io.voicecloner.VoiceClonerException;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** What comes of several attempts. */
final class RetryRules {
    private static final String GROUP = "retries";

    private RetryRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule("R66", "a refusal to be asked again later is followed by one voice", RetryRules::refusedForNow)
                        .needs(Trouble.RATE_LIMITED),
                rule(
                        "R67",
                        "at most one voice comes of one clone, and the caller learns of it",
                        RetryRules::oneVoiceAtMost),
                rule("R68", "what was rejected is never asked for again", RetryRules::rejectedForGood),
                rule("R69", "a failure that was repeated says how many attempts were made", RetryRules::howOften));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, GROUP, title, check);
    }

    private static void refusedForNow(Bench bench) {
        bench.host().next(Trouble.RATE_LIMITED);
        ClonedVoice voice = bench.persistent().cloneVoice(bench.plain());
        assertEquals(List.of(voice.ref().id()), bench.host().voices(), "the voices made");
        assertEquals(2, bench.host().creates(), "requests to make a voice");
        assertEquals(2, voice.attempts(), "the attempts told");
    }

    private static void oneVoiceAtMost(Bench bench) {
        for (Trouble trouble : bench.troubles().toList()) {
            oneVoiceAtMost(bench, trouble, 1);
            if (trouble != Trouble.SLOW) {
                oneVoiceAtMost(bench, trouble, Bench.ATTEMPTS);
            }
        }
    }

    private static void oneVoiceAtMost(Bench bench, Trouble trouble, int times) {
        String when = " with \"" + trouble.words() + "\" at " + times + " of " + Bench.ATTEMPTS + " attempts";
        try (Bench fresh = bench.another()) {
            meet(fresh, trouble, times);
            try {
                ClonedVoice voice = fresh.persistent().cloneVoice(fresh.requestToMeet(trouble));
                assertEquals(List.of(voice.ref().id()), fresh.host().voices(), "the voices made by a success" + when);
            } catch (VoiceClonerException e) {
                List<String> voices = fresh.host().voices();
                int most = e.voiceMayExist() ? 1 : 0;
                assertTrue(voices.size() <= most, () -> "voices made" + when + ": " + voices + "; told: " + e);
            }
        }
    }

    private static void rejectedForGood(Bench bench) {
        List<Trouble> rejections = bench.quickFailures()
                .filter(trouble -> Outcome.of(trouble)
                        .filter(told -> told.delivery() == Delivery.REJECTED && !told.voiceMayExist())
                        .isPresent())
                .toList();
        if (rejections.isEmpty()) {
            throw new TestAbortedException("needs a host that rejects something");
        }
        for (Trouble trouble : rejections) {
            try (Bench fresh = bench.another()) {
                meet(fresh, trouble, 1);
                Bench.failure(fresh.persistent(), fresh.requestToMeet(trouble));
                assertEquals(
                        1, fresh.host().creates(), () -> "requests to make a voice, with \"" + trouble.words() + '"');
            }
        }
    }

    private static void howOften(Bench bench) {
        boolean byId = bench.cloner().capabilities().has(Feature.CHOSEN_VOICE_ID);
        List<Trouble> repeated = bench.troubles()
                .filter(trouble -> trouble == Trouble.RATE_LIMITED
                        || trouble == Trouble.UPLOAD_FAULT
                        || (byId && trouble == Trouble.DROPPED_BEFORE_ACTING))
                .toList();
        if (repeated.isEmpty()) {
            throw new TestAbortedException("needs a host that provokes what is worth another attempt");
        }
        for (Trouble trouble : repeated) {
            try (Bench fresh = bench.another()) {
                meet(fresh, trouble, Bench.ATTEMPTS);
                VoiceClonerException failure = Bench.failure(fresh.persistent(), fresh.plain());
                String when = " with \"" + trouble.words() + "\" at every attempt";
                assertEquals(
                        trouble.endsBeforeCreating() ? 0 : Bench.ATTEMPTS,
                        fresh.host().creates(),
                        "requests to make a voice" + when);
                assertEquals(Bench.ATTEMPTS, failure.attempts(), "the attempts told" + when);
            }
        }
    }

    private static void meet(Bench bench, Trouble trouble, int times) {
        for (int i = 0; i < times; i++) {
            bench.host().next(trouble);
        }
    }
}
