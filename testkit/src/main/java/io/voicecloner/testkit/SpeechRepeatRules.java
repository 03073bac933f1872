package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.Feature;
import io.voicecloner.Reason;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Synthesis;
import io.voicecloner.VoiceClonerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** What is asked for again, and what never is: each synthesis may be billed. */
final class SpeechRepeatRules {
    private SpeechRepeatRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule(
                                "R94",
                                "a refusal to be asked again later is followed by one synthesis",
                                SpeechRepeatRules::refusedForNow)
                        .needs(SpeechTrouble.RATE_LIMITED),
                rule("R95", "a synthesis that was rejected is never asked for again", SpeechRepeatRules::rejected),
                rule(
                        "R96",
                        "a synthesis whose answer is lost is asked for once more and no oftener, and says what it may cost",
                        SpeechRepeatRules::onceMore),
                rule(
                        "R97",
                        "a synthesis whose answer is lost is not asked for again if that is configured",
                        SpeechRepeatRules::notAgain),
                rule(
                                "R98",
                                "nothing is asked for again once audio was handed out, and how much it was is told",
                                SpeechRepeatRules::handedOut)
                        .needs(SpeechTrouble.STREAM_CUT));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, SpeechRules.GROUP, title, check).needs(Feature.SPEECH);
    }

    private static void refusedForNow(Bench bench) throws IOException {
        try (Speaking voice = new Speaking(bench)) {
            bench.host().next(SpeechTrouble.RATE_LIMITED);
            Synthesis speech = voice.spoken(bench.persistent(), voice.plain());
            assertEquals(1, bench.host().syntheses().size(), "syntheses");
            assertEquals(2, bench.host().speeches(), "requests to speak");
            assertEquals(2, speech.attempts(), "the attempts told");
            assertFalse(speech.possiblyBilledTwice(), "told as possibly billed twice");
        }
    }

    private static void rejected(Bench bench) throws IOException {
        List<SpeechTrouble> rejections = SpeechFailureRules.failures(bench).stream()
                .filter(trouble -> SpeechOutcome.of(trouble).orElseThrow().isRejection())
                .toList();
        if (rejections.isEmpty()) {
            throw new TestAbortedException("needs a host that rejects something");
        }
        for (SpeechTrouble trouble : rejections) {
            try (Bench fresh = bench.another();
                    Speaking voice = new Speaking(fresh)) {
                fresh.host().next(trouble);
                voice.failure(fresh.persistent(), voice.plain());
                assertEquals(1, fresh.host().speeches(), () -> "requests to speak, with \"" + trouble.words() + '"');
            }
        }
    }

    private static void onceMore(Bench bench) throws IOException {
        for (SpeechTrouble trouble : losses(bench)) {
            String when = " after \"" + trouble.words() + '"';
            int made = trouble == SpeechTrouble.DROPPED_BEFORE_ACTING ? 0 : 1;
            try (Bench fresh = bench.another();
                    Speaking voice = new Speaking(fresh)) {
                fresh.host().next(trouble);
                Synthesis speech = voice.spoken(fresh.persistent(), voice.plain());
                assertEquals(made + 1, fresh.host().syntheses().size(), () -> "syntheses" + when);
                assertEquals(2, speech.attempts(), () -> "the attempts told" + when);
                assertTrue(speech.possiblyBilledTwice(), () -> "not told as possibly billed twice" + when);
                voice.requireAudio(speech.bytes());
            }
            try (Bench fresh = bench.another();
                    Speaking voice = new Speaking(fresh)) {
                fresh.host().next(trouble);
                fresh.host().next(trouble);
                VoiceClonerException failure = voice.failure(fresh.persistent(), voice.plain());
                assertEquals(2, fresh.host().speeches(), () -> "requests to speak" + when + ", twice");
                assertEquals(2, failure.attempts(), () -> "the attempts told" + when + ", twice");
                assertTrue(failure.moneyMayBeSpent(), () -> "told as costing nothing: " + failure);
            }
        }
    }

    private static void notAgain(Bench bench) throws IOException {
        for (SpeechTrouble trouble : losses(bench)) {
            try (Bench fresh = bench.another();
                    Speaking voice = new Speaking(fresh)) {
                fresh.host().next(trouble);
                VoiceClonerException failure = voice.failure(fresh.notSpeakingAgain(), voice.plain());
                assertEquals(1, fresh.host().speeches(), () -> "requests to speak after \"" + trouble.words() + '"');
                assertTrue(failure.moneyMayBeSpent(), () -> "told as costing nothing: " + failure);
            }
        }
    }

    private static void handedOut(Bench bench) throws IOException {
        try (Speaking voice = new Speaking(bench)) {
            SpeechRequest request = SpeechRules.streamed(voice);
            bench.host().next(SpeechTrouble.STREAM_CUT);
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            VoiceClonerException failure = Speaking.failureOf(() -> voice.heard(bench.persistent(), request, heard));
            assertEquals(Reason.STREAM_INTERRUPTED, failure.reason(), () -> "the reason of: " + failure);
            assertTrue(heard.size() > 0, "nothing was handed out before");
            assertEquals(heard.size(), failure.bytesDelivered(), () -> "the bytes told of: " + failure);
            assertTrue(failure.moneyMayBeSpent(), () -> "told as costing nothing: " + failure);
            assertEquals(1, bench.host().speeches(), "requests to speak");
        }
    }

    private static List<SpeechTrouble> losses(Bench bench) {
        List<SpeechTrouble> losses = Stream.of(
                        SpeechTrouble.DROPPED_BEFORE_ACTING,
                        SpeechTrouble.DROPPED_AFTER_ACTING,
                        SpeechTrouble.TRUNCATED)
                .filter(bench.host()::can)
                .toList();
        if (losses.isEmpty()) {
            throw new TestAbortedException("needs a host that can lose an answer");
        }
        return losses;
    }
}
