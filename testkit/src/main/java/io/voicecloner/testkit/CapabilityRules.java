package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.AudioLimits;
import io.voicecloner.Capabilities;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceIdRule;
import io.voicecloner.spi.VoiceClonerProvider;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** What a provider says of itself: checks, failover, tables and help texts believe it. */
final class CapabilityRules {
    private static final String GROUP = "capabilities";
    private static final Set<String> CONTAINERS = Set.of("mp3", "m4a", "wav");

    /** How many characters the library puts behind a prefix, and the least and the greatest it may put there. */
    private static final List<String> MADE_ENDS = List.of("2222222222222222", "aaaaaaaaaaaaaaaa", "zzzzzzzzzzzzzzzz");

    private CapabilityRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule("R07", "telling them needs no key and sends nothing", CapabilityRules::withoutKey),
                rule("R08", "recordings are taken in at least one form and within sane limits", CapabilityRules::audio),
                rule(
                        "R09",
                        "a preview comes with its limit, and the default model is a known one",
                        CapabilityRules::preview),
                rule(
                        "R10",
                        "languages, models and the rule for ids come with their features only",
                        CapabilityRules::details),
                rule(
                                "R11",
                                "the rule for ids takes what the library makes, and not everything",
                                CapabilityRules::voiceIds)
                        .needs(Feature.CHOSEN_VOICE_ID));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, GROUP, title, check);
    }

    private static void withoutKey(Bench bench) {
        VoiceClonerProvider provider = bench.provider();
        int before = bench.host().requests();
        ProviderSettings settings = ProviderSettings.of(() -> {
            throw new AssertionFailedError("capabilities() asked for the key");
        });
        Set<Feature> first = provider.capabilities(settings).features();
        assertEquals(first, provider.capabilities(settings).features(), "the features, asked for again");
        assertEquals(before, bench.host().requests(), "requests sent to find out the capabilities");
    }

    private static void audio(Bench bench) {
        Capabilities capabilities = bench.cloner().capabilities();
        assertTrue(
                capabilities.has(Feature.FILE_AUDIO) || capabilities.has(Feature.URL_AUDIO),
                "takes neither files nor URLs");
        sane("the recording", capabilities.audio());
        if (capabilities.has(Feature.PROMPT)) {
            sane("the prompt audio", capabilities.promptAudio());
        }
    }

    private static void sane(String what, AudioLimits limits) {
        assertFalse(limits.formats().isEmpty(), () -> "no format of " + what);
        assertTrue(CONTAINERS.containsAll(limits.formats()), () -> "formats of " + what + ": " + limits.formats());
        assertTrue(limits.maxBytes() > 0, () -> "size of " + what + ": " + limits.maxBytes());
        Duration shortest = limits.shortest().orElse(Duration.ZERO);
        assertFalse(shortest.isNegative(), () -> "shortest length of " + what + ": " + shortest);
        limits.longest()
                .ifPresent(longest -> assertTrue(
                        longest.compareTo(shortest) > 0,
                        () -> "lengths of " + what + ": " + shortest + " to " + longest));
    }

    private static void preview(Bench bench) {
        Capabilities capabilities = bench.cloner().capabilities();
        assertEquals(
                capabilities.has(Feature.PREVIEW),
                capabilities.previewCodePoints() > 0,
                () -> "PREVIEW and its limit of " + capabilities.previewCodePoints());
        distinctWords("models", capabilities.models());
        capabilities
                .defaultModel()
                .ifPresent(model -> assertTrue(
                        capabilities.models().contains(model),
                        () -> "the default model \"" + model + "\" is not one of " + capabilities.models()));
    }

    private static void details(Bench bench) {
        Capabilities capabilities = bench.cloner().capabilities();
        distinctWords("languages", capabilities.languages());
        assertTrue(
                capabilities.has(Feature.LANGUAGE_BOOST)
                        || capabilities.languages().isEmpty(),
                "languages without LANGUAGE_BOOST");
        assertTrue(
                capabilities.has(Feature.PREVIEW)
                        || (capabilities.models().isEmpty()
                                && capabilities.defaultModel().isEmpty()),
                "models without PREVIEW");
        assertEquals(
                capabilities.has(Feature.CHOSEN_VOICE_ID),
                capabilities.voiceIdRule().isPresent(),
                "CHOSEN_VOICE_ID and its rule");
    }

    static void distinctWords(String what, List<String> words) {
        assertTrue(words.stream().noneMatch(String::isBlank), () -> "a blank among the " + what + ": " + words);
        assertEquals(words.size(), new HashSet<>(words).size(), () -> "one of the " + what + " twice: " + words);
    }

    private static void voiceIds(Bench bench) {
        VoiceIdRule rule = bench.cloner().capabilities().voiceIdRule().orElseThrow();
        String prefix = ProviderSettings.of("").voiceIdPrefix();
        for (String end : MADE_ENDS) {
            assertTrue(
                    rule.allows(prefix + end), () -> "refuses \"" + prefix + end + "\", which the library could make");
        }
        for (String id :
                List.of("", " ", "two words for an id", "a-line-break\n", "\u0000\u0001\u0002\u0003\u0004\u0005")) {
            assertFalse(rule.allows(id), () -> "takes \"" + id + '"');
        }
        assertFalse(rule.description().isBlank(), "the rule is not described");
    }
}
