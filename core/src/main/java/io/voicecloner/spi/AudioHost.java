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
     * <p>The library calls this on a thread of its own and interrupts it when its caller gives up or the deadline passes: the host
     * should then end soon, with nothing published. What comes out published all the same is taken down at once.
     *
     * @throws IOException if it could not be published; then nothing stays published. Its message is a clause. The message and the
     *     causes are shown to the caller: they hold no secret and no URL
     * @throws io.voicecloner.VoiceClonerException if more is known of why; what may stay published is among its orphans, by the
     *     names that {@link Published#name} would give
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
         * What to call it in messages, so that a person can find and delete it. Holds no secret, and is not enough to read the
         * recording. Default: at which host a recording is.
         */
        default String name() {
            return "a recording at " + url().getHost();
        }

        /**
         * Takes it down. Taking it down again does nothing. An unchecked exception from here says that it may still be there; its
         * message is a clause that holds no secret and no URL. A voice that was made then has a warning that quotes it; a failure has
         * it in its hint and {@link #name} among its orphans.
         *
         * <p>The library calls this on a thread of its own, after the deadline too, and lets its caller wait for it five seconds at
         * most: if it takes longer, it goes on, and the recording is told of as one that may still be there.
         */
        @Override
        void close();
    }
}
