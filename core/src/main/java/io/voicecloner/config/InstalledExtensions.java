package io.voicecloner.config;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.InstalledProvider;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.spi.AudioHostFactory;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.VoiceClonerProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The providers and audio hosts that can be named. */
public final class InstalledExtensions {
    private final Installed<VoiceClonerProvider> providers;
    private final Installed<AudioHostFactory> audioHosts;

    private InstalledExtensions(Installed<VoiceClonerProvider> providers, Installed<AudioHostFactory> audioHosts) {
        this.providers = providers;
        this.audioHosts = audioHosts;
    }

    /** Looks with this library's class loader first, then with the thread's. */
    public static InstalledExtensions find() {
        return new InstalledExtensions(
                Installed.find(VoiceClonerProvider.class, VoiceClonerProvider::id),
                Installed.find(AudioHostFactory.class, AudioHostFactory::type));
    }

    /** What the installed providers can do with default settings, by name. */
    public List<InstalledProvider> describeProviders() {
        List<InstalledProvider> described = new ArrayList<>();
        providers.byName().forEach((name, provider) -> {
            try {
                described.add(new InstalledProvider(name, provider.capabilities(ProviderSettings.of(""))));
            } catch (RuntimeException | LinkageError ignored) {
                // One provider that cannot describe itself does not hide the others.
            }
        });
        return List.copyOf(described);
    }

    /**
     * The provider of this name.
     *
     * @throws io.voicecloner.ConfigurationException if there is none, or several
     */
    public VoiceClonerProvider provider(String name) {
        VoiceClonerProvider provider = providers.byName().get(name);
        if (provider == null) {
            throw unknownProvider(name);
        }
        return provider;
    }

    Map<String, VoiceClonerProvider> providers() {
        return providers.byName();
    }

    Map<String, AudioHostFactory> audioHosts() {
        return audioHosts.byName();
    }

    Violation violationOf(String name, Set<String> accounts) {
        return new Violation("provider", "unknown", providers.missing("provider", name, accounts));
    }

    Violation audioHostViolation(String type) {
        return new Violation("config.audio-host.type", "unknown", audioHosts.missing("audio host", type, Set.of()));
    }

    private RuntimeException unknownProvider(String name) {
        return Failures.exception(FailureReport.of(
                        Category.CONFIGURATION, Reason.UNKNOWN_PROVIDER, Step.CONFIGURE, "the provider cannot be used")
                .violations(List.of(violationOf(name, Set.of()))));
    }
}
