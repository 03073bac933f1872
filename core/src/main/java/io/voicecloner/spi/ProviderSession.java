package io.voicecloner.spi;

import io.voicecloner.ClonedVoice;
import java.net.URI;
import java.util.Optional;

/** A provider that was opened with settings. Thread-safe. */
public interface ProviderSession extends AutoCloseable {
    /**
     * Makes one voice. The request was checked against the provider's capabilities and its recordings are in a form that the
     * provider takes. Called on the caller's thread; blocks until the outcome is known, the deadline passes or the scope is
     * cancelled.
     *
     * @throws io.voicecloner.VoiceClonerException made by {@link Failures} for everything that goes wrong
     */
    ClonedVoice cloneVoice(PreparedClone request, CallScope scope);

    /**
     * Fails, with nothing sent, if {@link #cloneVoice} would fail at once whatever it is given: because the provider failed too
     * often of late, or asked to be left alone until after the deadline. Another provider is asked then, before a recording was
     * published or uploaded for this one. By default nothing is known.
     */
    default void requireReady(CallScope scope) {}

    /** Speaking, there exactly if the capabilities have {@link io.voicecloner.Feature#SPEECH}. By default nothing is spoken. */
    default Optional<SpeechSession> speech() {
        return Optional.empty();
    }

    /**
     * The catalog, there exactly if the capabilities have {@link io.voicecloner.Feature#LIST_VOICES} or
     * {@link io.voicecloner.Feature#DELETE_VOICE}. By default there is none.
     */
    default Optional<CatalogSession> catalog() {
        return Optional.empty();
    }

    /** The address whose origin the key may go to and previews may come from. */
    URI baseUrl();

    /** Ends what is in flight and frees threads and connections. */
    @Override
    void close();
}
