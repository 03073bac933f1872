package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.Capabilities;
import io.voicecloner.ConfigurationException;
import io.voicecloner.InstalledProvider;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloners;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.VoiceClonerProvider;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How a provider is found, and that being found changes nothing. */
final class DiscoveryRules {
    private static final String GROUP = "discovery";
    private static final String OPTION_NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String VARIABLE = "[A-Z][A-Z0-9_]*";

    private DiscoveryRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule("R01", "the provider is found exactly once under its id", DiscoveryRules::found),
                rule("R02", "the id is lower-case letters, digits and hyphens", DiscoveryRules::idSyntax),
                rule("R03", "its constructor sends nothing and starts nothing", DiscoveryRules::constructor),
                rule(
                        "R04",
                        "its options are well-formed, and its secrets are declared as such",
                        DiscoveryRules::options),
                rule("R05", "it is listed as installed, with what it can do", DiscoveryRules::installed),
                rule("R06", "that it is there changes nothing until it is named", DiscoveryRules::inertUntilNamed));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, GROUP, title, check);
    }

    private static void found(Bench bench) {
        List<String> classes = bench.found().stream()
                .map(candidate -> candidate.type().getName())
                .toList();
        assertEquals(
                1, classes.size(), () -> "providers of the id \"" + bench.host().provider() + "\": " + classes);
    }

    private static void idSyntax(Bench bench) {
        String id = bench.host().provider();
        assertTrue(id.matches(Bench.PROVIDER_ID), () -> '"' + id + "\" does not match " + Bench.PROVIDER_ID);
    }

    private static void constructor(Bench bench) throws Exception {
        bench.provider();
        ServiceLoader.Provider<VoiceClonerProvider> own = bench.found().get(0);
        int before = bench.host().requests();
        List<Thread> started = Threads.startedBy(own::get);
        assertEquals(List.of(), started, "threads that the constructor started");
        assertEquals(before, bench.host().requests(), "requests that the constructor sent");
    }

    private static void options(Bench bench) {
        Set<Option> options = bench.provider().options();
        Set<String> names = new HashSet<>();
        Set<String> variables = new HashSet<>();
        for (Option option : options) {
            assertTrue(option.name().matches(OPTION_NAME), () -> "an option's name: \"" + option.name() + '"');
            assertTrue(names.add(option.name()), () -> "two options called \"" + option.name() + '"');
            assertFalse(option.description().isBlank(), () -> "no description of \"" + option.name() + '"');
            option.variable().ifPresent(variable -> {
                assertTrue(variable.matches(VARIABLE), () -> "an option's variable: \"" + variable + '"');
                assertTrue(variables.add(variable), () -> "two options read \"" + variable + '"');
            });
        }
        assertEquals(options, bench.provider().options(), "the options, asked for again");
        bench.host().properties().forEach((key, value) -> {
            if (value.contains(bench.host().apiKey())) {
                String name = key.substring(key.lastIndexOf('.') + 1);
                assertTrue(
                        options.stream().anyMatch(option -> option.name().equals(name) && option.secret()),
                        () -> key + " holds the key, and \"" + name + "\" is not declared as a secret option");
            }
        });
    }

    private static void installed(Bench bench) {
        VoiceClonerProvider provider = bench.provider();
        List<InstalledProvider> listed = VoiceCloners.installed().stream()
                .filter(each -> each.id().equals(provider.id()))
                .toList();
        assertEquals(1, listed.size(), "entries in VoiceCloners.installed()");
        Capabilities byDefault = provider.capabilities(ProviderSettings.of(""));
        assertEquals(byDefault.features(), listed.get(0).capabilities().features(), "the features listed");
    }

    private static void inertUntilNamed(Bench bench) {
        Properties before = (Properties) System.getProperties().clone();
        VoiceClonerProvider provider = bench.provider();
        provider.options();
        provider.capabilities(ProviderSettings.of(""));
        assertEquals(before, System.getProperties(), "the system properties after the provider was loaded");

        Map<String, String> unnamed = new TreeMap<>(bench.host().properties());
        unnamed.remove("voicecloner.provider");
        assertThrows(
                ConfigurationException.class,
                () -> VoiceCloners.fromProperties(unnamed).close(),
                "opened without naming a provider");
        assertEquals(0, bench.host().requests(), "requests sent before the provider was named");
    }
}
