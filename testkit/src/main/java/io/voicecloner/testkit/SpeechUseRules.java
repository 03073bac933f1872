package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.voicecloner.Activation;
import io.voicecloner.CloneEvent;
import io.voicecloner.Feature;
import io.voicecloner.Retention;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Synthesis;
import io.voicecloner.VoiceCloner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Long texts, voices that are kept, and texts that are private. */
final class SpeechUseRules {
    private SpeechUseRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule("R99", "a text too long for one request is spoken by one task", SpeechUseRules::longText),
                rule(
                        "R100",
                        "an activation is one synthesis, says that the voice is kept, and may be repeated",
                        SpeechUseRules::activation),
                rule("R101", "nothing that is printed shows the text or the key", SpeechUseRules::secrets));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, SpeechRules.GROUP, title, check).needs(Feature.SPEECH);
    }

    private static void longText(Bench bench) throws IOException {
        try (Speaking voice = new Speaking(bench)) {
            int tooLong = voice.limits().codePoints() + 1;
            if (voice.limits().taskCodePoints() < tooLong) {
                throw new TestAbortedException("needs a provider that has tasks for long texts");
            }
            SpeechRequest request = voice.request("la ".repeat(tooLong / 3 + 1).substring(0, tooLong));
            Synthesis speech = voice.spoken(bench.persistent(), request);
            voice.requireAudio(speech.bytes());
            assertEquals(List.of(voice.voice().id()), bench.host().syntheses(), "the voices spoken with");
            assertEquals(1, bench.host().speeches(), "requests to speak");
        }
    }

    private static void activation(Bench bench) throws IOException {
        try (Speaking voice = new Speaking(bench)) {
            List<String> expected = new ArrayList<>();
            for (int times = 1; times <= 2; times++) {
                Activation kept = bench.cloner().speech().activate(voice.voice());
                expected.add(voice.voice().id());
                assertEquals(voice.voice(), kept.voice(), "the voice told");
                assertEquals(Retention.KEPT, kept.retention(), "how long it is kept");
                assertEquals(expected, bench.host().syntheses(), "the voices spoken with");
            }
        }
    }

    private static void secrets(Bench bench) throws IOException {
        try (Speaking voice = new Speaking(bench)) {
            List<CloneEvent> told = new CopyOnWriteArrayList<>();
            VoiceCloner heard = bench.persistent(settings -> settings.listener(told::add));
            Synthesis speech = voice.spoken(heard, voice.plain());
            requireHidden(
                    bench,
                    voice.plain() + "\n" + speech + speech.warnings() + speech.traceIds() + "\n" + told
                            + heard.speech(),
                    "of a synthesis");
        }
        for (SpeechTrouble trouble : bench.speechFailures().toList()) {
            try (Bench fresh = bench.another();
                    Speaking voice = new Speaking(fresh)) {
                fresh.host().next(trouble);
                String shown = SecretRules.shown(voice.failure(fresh.cloner(), voice.plain()));
                requireHidden(fresh, shown, "after \"" + trouble.words() + '"');
            }
        }
    }

    private static void requireHidden(Bench bench, String shown, String when) {
        assertFalse(shown.contains(Speaking.TEXT), () -> "the text is shown " + when);
        for (String secret : SecretRules.secrets(bench)) {
            assertFalse(shown.contains(secret), () -> "a secret is shown " + when);
        }
    }
}
