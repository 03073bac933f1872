package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.AudioSource;
import io.voicecloner.Category;
import io.voicecloner.CheckReport;
import io.voicecloner.CloneRequest;
import io.voicecloner.Delivery;
import io.voicecloner.Feature;
import io.voicecloner.Violation;
import io.voicecloner.VoiceClonerException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** What is refused before a byte is sent. */
final class RefusalRules {
    private static final String GROUP = "refusals";

    private RefusalRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule(
                        "R23",
                        "each option that the provider lacks is refused before anything is sent",
                        RefusalRules::lacking),
                rule("R24", "everything wrong is told at once", RefusalRules::everythingAtOnce),
                rule("R25", "a dry run of a good request finds nothing and sends nothing", RefusalRules::dryRun),
                rule("R26", "a dry run finds what a clone would be refused for", RefusalRules::dryRunOfBad));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, GROUP, title, check);
    }

    private static void lacking(Bench bench) {
        Map<String, CloneRequest> refused = new HashMap<>();
        AskedOption.of(bench, false)
                .filter(option -> option != AskedOption.PROMPT)
                .forEach(option -> refused.put(option.field(), bench.plainWith(option)));
        if (!bench.cloner().capabilities().has(Feature.PROMPT)) {
            refused.put("promptAudio", bench.plain().withPrompt(bench.host().recording(), "Nobody takes this."));
        }
        if (!bench.cloner().capabilities().has(Feature.CHOSEN_VOICE_ID)) {
            refused.put("voiceId", bench.plain().withVoiceId(Bench.voiceId('z')));
        }
        if (refused.isEmpty()) {
            throw new TestAbortedException("needs an option that the provider lacks, and it has them all");
        }
        int before = requestsOfOpening(bench);
        refused.forEach((field, request) -> assertTrue(
                fields(refusal(bench, request).violations()).contains(field), () -> "no violation of " + field));
        assertEquals(before, bench.host().requests(), "requests sent");
    }

    private static void everythingAtOnce(Bench bench) {
        int before = requestsOfOpening(bench);
        VoiceClonerException refusal = refusal(bench, bad(bench));
        Set<String> fields = fields(refusal.violations());
        assertTrue(
                fields.containsAll(Set.of("audio", "accuracy", "promptText", "voiceId")),
                () -> "only these were found wrong: " + fields);
        assertEquals(before, bench.host().requests(), "requests sent");
    }

    private static void dryRun(Bench bench) {
        int before = requestsOfOpening(bench);
        CheckReport report = bench.cloner().check(bench.plain());
        assertEquals(List.of(), report.violations(), "violations of a plain clone");
        assertEquals(before, bench.host().requests(), "requests sent");
    }

    private static void dryRunOfBad(Bench bench) {
        int before = requestsOfOpening(bench);
        CheckReport report = bench.cloner().check(bad(bench));
        assertEquals(
                fields(refusal(bench, bad(bench)).violations()),
                fields(report.violations()),
                "what a dry run finds wrong");
        assertEquals(before, bench.host().requests(), "requests sent");
    }

    /** What opening a cloner sends breaks another rule. */
    private static int requestsOfOpening(Bench bench) {
        bench.cloner();
        return bench.host().requests();
    }

    /** No recording, half a prompt, and two values that no provider can take. */
    private static CloneRequest bad(Bench bench) {
        return CloneRequest.of(AudioSource.bytes(new byte[0]))
                .withPrompt(bench.host().recording(), "")
                .withAccuracy(2)
                .withVoiceId("");
    }

    private static VoiceClonerException refusal(Bench bench, CloneRequest request) {
        VoiceClonerException failure = bench.failure(request);
        assertEquals(Category.INVALID_REQUEST, failure.category(), "the leaf");
        assertEquals(Delivery.NOT_SENT, failure.delivery(), "how far the request came");
        return failure;
    }

    private static Set<String> fields(List<Violation> violations) {
        return violations.stream().map(Violation::field).collect(Collectors.toCollection(TreeSet::new));
    }
}
