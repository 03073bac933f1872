package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.ConfigurationException;
import io.voicecloner.Confirmation;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.StandardOptions;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** What a request becomes, and what its voice is called. */
final class RequestRules {
    private static final String GROUP = "requests";
    private static final String ACCOUNT = "contract-team";

    /** Those that settings hold in places of their own. */
    private static final Set<String> STANDARD =
            Set.of(StandardOptions.API_KEY, StandardOptions.API_KEY_FILE, StandardOptions.BASE_URL);

    private RequestRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule("R12", "nothing is sent before the first clone", RequestRules::nothingBefore),
                rule("R13", "a plain clone is one request and one voice", RequestRules::plainClone),
                rule("R14", "what is not asked for is not sent", RequestRules::nothingUnasked),
                rule("R15", "each option that the provider takes arrives", RequestRules::eachOption),
                rule("R16", "all options arrive together", RequestRules::allOptions),
                rule("R17", "the reference names the provider and the voice, and reads back", RequestRules::reference),
                rule("R18", "the reference names the account", RequestRules::account),
                rule("R19", "the id that was chosen is the voice's", RequestRules::chosenId)
                        .needs(Feature.CHOSEN_VOICE_ID),
                rule("R20", "two clones are two voices of different ids", RequestRules::twoVoices),
                rule("R21", "the base URL may end in a slash or not", RequestRules::lastSlash),
                rule("R22", "a base URL that would show the key to the network is refused", RequestRules::plainHttp));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, GROUP, title, check);
    }

    private static void nothingBefore(Bench bench) {
        bench.cloner().capabilities();
        assertEquals(0, bench.host().requests(), "requests sent by opening a cloner");
    }

    private static void plainClone(Bench bench) {
        ClonedVoice voice = bench.cloned(bench.plain());

        assertEquals(1, bench.host().voices().size(), "voices made");
        assertEquals(1, bench.host().creates(), "requests to make a voice");
        assertEquals(1, voice.attempts(), "attempts told");
        assertEquals(Confirmation.CONFIRMED, voice.confirmation(), "how it is known that the voice exists");
    }

    private static void nothingUnasked(Bench bench) {
        bench.cloned(bench.plain());
        assertEquals(Set.of(), bench.host().asked(), "options of a plain clone");
    }

    private static void eachOption(Bench bench) {
        List<AskedOption> options = AskedOption.of(bench, true).toList();
        for (AskedOption option : options) {
            bench.cloned(bench.plainWith(option));
            assertEquals(Set.of(option.feature()), bench.host().asked(), "options of a clone that asks for one");
        }
        assertEquals(options.size(), bench.host().voices().size(), "voices made");
    }

    private static void allOptions(Bench bench) {
        CloneRequest request = bench.plain();
        List<AskedOption> options = AskedOption.of(bench, true).toList();
        for (AskedOption option : options) {
            request = option.ask(request, bench);
        }
        bench.cloned(request);
        assertEquals(
                options.stream().map(AskedOption::feature).collect(Collectors.toSet()),
                bench.host().asked(),
                "options of a clone that asks for all");
    }

    private static void reference(Bench bench) {
        VoiceRef ref = bench.cloned(bench.plain()).ref();

        assertEquals(bench.host().provider(), ref.provider(), "the provider in " + ref);
        assertEquals(Optional.empty(), ref.account(), "the account in " + ref);
        assertEquals(bench.host().voices(), List.of(ref.id()), "the voice in " + ref);
        assertFalse(
                ref.id().isBlank() || ref.id().chars().anyMatch(Character::isISOControl),
                () -> "nobody can store the id of " + ref);
        assertEquals(ref, VoiceRef.parse(ref.toString()), "what is read back");
    }

    private static void account(Bench bench) {
        String block = "voicecloner." + bench.host().provider() + '.';
        Map<String, String> properties = new HashMap<>();
        bench.host().properties().forEach((key, value) -> {
            boolean own = key.startsWith(block);
            properties.put(own ? account(key.substring(block.length())) : key, value);
        });
        properties.put(account("provider"), bench.host().provider());
        properties.put("voicecloner.provider", ACCOUNT);

        VoiceRef ref = clonedWith(bench, properties).ref();

        assertEquals(Optional.of(ACCOUNT), ref.account(), "the account in " + ref);
    }

    private static String account(String key) {
        return "voicecloner.accounts." + ACCOUNT + '.' + key;
    }

    private static void chosenId(Bench bench) {
        String chosen = Bench.voiceId('z');
        ClonedVoice voice = bench.cloned(bench.plain().withVoiceId(chosen));

        assertEquals(chosen, voice.ref().id(), "the id in the reference");
        assertEquals(List.of(chosen), bench.host().voices(), "the voices made");
    }

    private static void twoVoices(Bench bench) {
        String first = bench.cloned(bench.plain()).ref().id();
        String second = bench.cloned(bench.plain()).ref().id();
        assertEquals(List.of(first, second), bench.host().voices(), "the voices made");
        assertFalse(first.equals(second), () -> "both are called " + first);
    }

    private static void lastSlash(Bench bench) {
        clonedWith(bench, withBaseUrl(bench, url -> url.endsWith("/") ? url : url + '/'));
        clonedWith(bench, withBaseUrl(bench, url -> url.replaceFirst("/+$", "")));
        assertEquals(2, bench.host().voices().size(), "voices made");
    }

    private static void plainHttp(Bench bench) {
        String id = bench.provider().id();
        ProviderSettings settings =
                ProviderSettings.of(bench.host().apiKey()).withBaseUrl(URI.create("http://api.example.com/v1"));
        for (Option option : bench.provider().options()) {
            String value = bench.host().properties().get("voicecloner." + id + '.' + option.name());
            if (value != null && !STANDARD.contains(option.name())) {
                settings = settings.withOption(option.name(), value);
            }
        }
        ProviderSettings unsafe = settings;
        assertThrows(
                ConfigurationException.class,
                () -> VoiceCloners.open(id, unsafe).close(),
                "opened with http://api.example.com/v1");
    }

    static Map<String, String> withBaseUrl(Bench bench, UnaryOperator<String> change) {
        bench.provider();
        String key = "voicecloner." + bench.host().provider() + ".base-url";
        Map<String, String> properties = new HashMap<>(bench.host().properties());
        if (properties.computeIfPresent(key, (unused, url) -> change.apply(url)) == null) {
            throw new TestAbortedException("needs " + key + ", which the host's properties do not have");
        }
        return properties;
    }

    private static ClonedVoice clonedWith(Bench bench, Map<String, String> properties) {
        bench.provider();
        try (VoiceCloner cloner = VoiceCloners.fromProperties(properties)) {
            return cloner.cloneVoice(bench.plain());
        }
    }
}
