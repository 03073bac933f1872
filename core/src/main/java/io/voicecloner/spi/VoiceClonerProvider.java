package io.voicecloner.spi;

import io.voicecloner.Capabilities;
import io.voicecloner.ProviderSettings;
import java.util.Set;

/**
 * A provider of cloned voices. Found by {@link java.util.ServiceLoader}, so it needs a public constructor without parameters
 * and both a {@code META-INF/services} entry and a {@code provides} clause; it should do nothing until opened.
 */
public interface VoiceClonerProvider {
    /** The name that configuration uses: lower-case letters, digits and hyphens, beginning with a letter. */
    String id();

    /** Every setting the provider reads, in the order of its documentation. */
    Set<Option> options();

    /** What the provider can do with these settings. Sends nothing and needs no key. */
    Capabilities capabilities(ProviderSettings settings);

    /**
     * Gets ready to clone. Sends nothing.
     *
     * @throws io.voicecloner.ConfigurationException if the settings cannot be used
     */
    ProviderSession open(ProviderSettings settings, ProviderContext context);
}
