package io.voicecloner.spi;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Makes a local recording reachable for a provider that takes only URLs. Thread-safe. An instance passed in by the application
 * stays the application's to close; one made from configuration is closed with the cloner.
 */
public interface AudioHost extends AutoCloseable {
    /**
     * Publishes a recording under a temporary URL that nobody can guess, and that ends in the format's extension. The caller
     * takes it down, whatever happened, once the provider has answered.
     *
     * @throws IOException if it could not be published; then nothing stays published
     */
    Published publish(PreparedAudio.Content audio) throws IOException;

    /**
     * Where the URLs of what it publishes begin, for a host that knows beforehand: then a provider that could not fetch from there is
     * found before anything is published. Default: empty.
     */
    default Optional<URI> publicBaseUrl() {
        return Optional.empty();
    }

    /** Takes everything down. */
    @Override
    void close();

    /** A recording that is published. */
    interface Published extends AutoCloseable {
        /** Where the provider finds it: {@code https}, or loopback {@code http} where loopback is allowed. */
        URI url();

        /**
         * Takes it down. Taking it down again does nothing. Of a voice that was made, an unchecked exception from here becomes a
         * warning that quotes its message, which holds no secret and no URL.
         */
        @Override
        void close();
    }
}
