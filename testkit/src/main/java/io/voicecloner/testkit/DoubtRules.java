package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.voicecloner.Category;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Confirmation;
import io.voicecloner.Feature;
import io.voicecloner.OnAmbiguity;
import io.voicecloner.PreviewState;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** A voice was made and its answer is lost: what more is asked for, and what is told. */
final class DoubtRules {
    private static final String GROUP = "doubt";

    private DoubtRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule("R70", "a voice whose id the library made is found again", DoubtRules::ownIdReconciled)
                        .needs(Feature.CHOSEN_VOICE_ID),
                rule(
                                "R71",
                                "a voice whose id the caller chose is not asked for again, unless that is configured",
                                DoubtRules::callersId)
                        .needs(Feature.CHOSEN_VOICE_ID),
                rule("R72", "nothing is asked for again if doubt is configured to fail", DoubtRules::toldToFail),
                rule("R73", "nothing is asked for again where the provider makes the ids", DoubtRules::providersId));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, GROUP, title, check);
    }

    private static void ownIdReconciled(Bench bench) {
        forEachLostAnswer(bench, (when, at) -> {
            ClonedVoice voice = at.persistent().cloneVoice(at.plain());
            requireInferred(voice, at, when);
            assertEquals(PreviewState.NOT_REQUESTED, voice.previewState(), "the state of the preview " + when);
        });
        if (bench.takes(AskedOption.PREVIEW)) {
            forEachLostAnswer(bench, (when, at) -> {
                ClonedVoice voice = at.persistent().cloneVoice(at.plainWith(AskedOption.PREVIEW));
                requireInferred(voice, at, when);
                assertEquals(PreviewState.LOST, voice.previewState(), "the state of the preview " + when);
            });
        }
    }

    private static void callersId(Bench bench) {
        String id = Bench.voiceId('a');
        forEachLostAnswer(
                bench, (when, at) -> requireDoubt(at.persistent(), at.plain().withVoiceId(id), at, when));
        forEachLostAnswer(bench, (when, at) -> {
            ClonedVoice voice =
                    at.persistent(OnAmbiguity.RECONCILE).cloneVoice(at.plain().withVoiceId(id));
            requireInferred(voice, at, when);
        });
    }

    private static void toldToFail(Bench bench) {
        forEachLostAnswer(bench, (when, at) -> requireDoubt(at.persistent(OnAmbiguity.FAIL), at.plain(), at, when));
    }

    private static void providersId(Bench bench) {
        if (bench.cloner().capabilities().has(Feature.CHOSEN_VOICE_ID)) {
            throw new TestAbortedException("needs a provider that makes the ids, and here the caller does");
        }
        forEachLostAnswer(bench, (when, at) -> requireDoubt(at.persistent(), at.plain(), at, when));
        forEachLostAnswer(
                bench, (when, at) -> requireDoubt(at.persistent(OnAmbiguity.RECONCILE), at.plain(), at, when));
    }

    private static void requireInferred(ClonedVoice voice, Bench bench, String when) {
        assertEquals(List.of(voice.ref().id()), bench.host().voices(), "the voices made " + when);
        assertEquals(Confirmation.INFERRED, voice.confirmation(), "how the voice is known " + when);
    }

    private static void requireDoubt(VoiceCloner cloner, CloneRequest request, Bench bench, String when) {
        VoiceClonerException failure = Bench.failure(cloner, request);
        assertEquals(Category.AMBIGUOUS_OUTCOME, failure.category(), () -> "the leaf " + when + ": " + failure);
        assertEquals(1, bench.host().creates(), "requests to make a voice " + when);
        assertEquals(1, failure.attempts(), "the attempts told " + when);
    }

    /** Each with a host of its own. */
    private static void forEachLostAnswer(Bench bench, BiConsumer<String, Bench> check) {
        List<Trouble> losses = bench.troubles()
                .filter(trouble -> trouble == Trouble.DROPPED_AFTER_ACTING || trouble == Trouble.TRUNCATED)
                .toList();
        if (losses.isEmpty()) {
            throw new TestAbortedException("needs a host that can lose an answer");
        }
        for (Trouble trouble : losses) {
            try (Bench fresh = bench.another()) {
                fresh.host().next(trouble);
                check.accept("after \"" + trouble.words() + '"', fresh);
            }
        }
    }
}
