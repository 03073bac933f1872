package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Feature;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Violation;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is not spoken, and refused before a byte is sent. */
final class SpeechRefusalRules {
    private SpeechRefusalRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule(
                        "R86",
                        "everything wrong with what is to be spoken is told at once, before anything is sent",
                        SpeechRefusalRules::everythingAtOnce),
                rule(
                        "R87",
                        "a voice speaks where it lives, and is refused elsewhere before anything is sent",
                        SpeechRefusalRules::elsewhere),
                new ContractRule(
                        "R88",
                        SpeechRules.GROUP,
                        "speech is there with SPEECH, and is said to be unsupported without",
                        SpeechRefusalRules::promised));
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

    static Set<String> refused(VoiceClonerException failure) {
        assertEquals(Category.INVALID_REQUEST, failure.category(), () -> "the leaf of: " + failure);
        assertEquals(Delivery.NOT_SENT, failure.delivery(), () -> "the delivery of: " + failure);
        return fields(failure.violations());
    }

    private static Set<String> fields(List<Violation> violations) {
        return violations.stream().map(Violation::field).collect(Collectors.toCollection(TreeSet::new));
    }
}
