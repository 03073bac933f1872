package io.voicecloner.spi;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Makes {@link AudioHost}s from configuration. Found by {@link java.util.ServiceLoader}, like {@link VoiceClonerProvider}. */
public interface AudioHostFactory {
    /** The name that {@code audio-host.type} uses. */
    String type();

    /** Every setting the host reads from the {@code audio-host} block. */
    Set<Option> options();

    /**
     * Opens a host.
     *
     * @param settings the values given for {@link #options()}, by name
     * @throws io.voicecloner.ConfigurationException if the settings cannot be used; its violations name {@code config.audio-host.KEY}
     * @throws IOException if the host cannot start
     */
    AudioHost open(Map<String, String> settings) throws IOException;
}
