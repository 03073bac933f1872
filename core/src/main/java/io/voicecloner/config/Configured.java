package io.voicecloner.config;

import io.voicecloner.FailoverOn;
import io.voicecloner.InstalledProvider;
import io.voicecloner.ProviderSettings;
import io.voicecloner.spi.VoiceClonerProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a configuration comes to.
 *
 * @param name the provider's or the account's name, as configured
 * @param provider the one that was named
 * @param settings how to reach it
 * @param audioHost how local recordings are published; empty for not at all
 * @param warnings what a person should know
 * @param fallbacks who is asked next, in order
 * @param failoverOn what else lets a clone go on to the next
 */
public record Configured(
        String name,
        VoiceClonerProvider provider,
        ProviderSettings settings,
        Optional<AudioHostChoice> audioHost,
        List<String> warnings,
        List<Configured> fallbacks,
        Set<FailoverOn> failoverOn) {
    public Configured {
        warnings = List.copyOf(warnings);
        fallbacks = List.copyOf(fallbacks);
        failoverOn = Set.copyOf(failoverOn);
    }

    /** With the settings changed of those that are named. */
    public Configured with(Map<String, UnaryOperator<ProviderSettings>> changes) {
        List<Configured> others =
                fallbacks.stream().map(fallback -> fallback.with(changes)).toList();
        ProviderSettings changed =
                changes.getOrDefault(name, UnaryOperator.identity()).apply(settings);
        return new Configured(name, provider, changed, audioHost, warnings, others, failoverOn);
    }

    /** The other providers that could have been named, for those who ask for what this one lacks. */
    public List<InstalledProvider> others() {
        return InstalledExtensions.find().describeProviders().stream()
                .filter(other -> !other.id().equals(provider.id()))
                .toList();
    }

    /**
     * A provider chosen by code.
     *
     * @throws io.voicecloner.ConfigurationException if there is none of this name, or it cannot use these settings
     */
    public static Configured byCode(String name, ProviderSettings settings) {
        VoiceClonerProvider provider = InstalledExtensions.find().provider(name);
        return new Configured(
                name,
                provider,
                OwnOptions.ofCode(provider, settings),
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of());
    }
}
