package io.voicecloner.config;

import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.AudioHostFactory;
import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;

/**
 * An audio host that was configured and not yet started.
 *
 * @param factory makes it
 * @param settings the values given for its options
 */
public record AudioHostChoice(AudioHostFactory factory, Map<String, String> settings) {
    public AudioHostChoice {
        settings = Map.copyOf(settings);
    }

    /** Names of settings only: their values may be secrets. */
    @Override
    public String toString() {
        return "AudioHostChoice[" + factory.type() + ", settings=" + new TreeSet<>(settings.keySet()) + ']';
    }

    /** Starts it; the caller closes it. */
    public AudioHost open() throws IOException {
        return factory.open(settings);
    }
}
