package io.voicecloner;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Clones voices through one configured provider. Thread-safe; keep one for the life of the application and close it at the end.
 */
public interface VoiceCloner extends AutoCloseable {
    /**
     * Makes a voice and waits for it, seconds as a rule. Everything wrong with the request is found before anything is sent.
     * An interrupt ends the call on the connection itself and leaves the thread's interrupt flag set.
     *
     * @throws InvalidRequestException if the request or its recording breaks a rule
     * @throws AmbiguousOutcomeException if the request left and its outcome is not known: a voice may exist
     * @throws CanceledException if interrupted before the voice could have been made
     * @throws VoiceClonerException for every other failure, by its leaf
     * @throws IllegalStateException if this cloner is closed
     */
    ClonedVoice cloneVoice(CloneRequest request);

    /**
     * As {@link #cloneVoice}, on the executor the cloner was built with, by default daemon threads of its own.
     *
     * <p>{@code cancel} on the future returned here ends the call on the connection; on a future derived from it, it does not.
     * A future that was cancelled after the request to make the voice left can no longer tell that a voice may exist.
     */
    CompletableFuture<ClonedVoice> cloneVoiceAsync(CloneRequest request);

    /**
     * A dry run: everything that would be found wrong with the request, and everything worth knowing, without sending a byte. A
     * recording given as a stream is read; one given as a URL is not fetched.
     *
     * @throws IllegalStateException if this cloner is closed
     */
    CheckReport check(CloneRequest request);

    /**
     * Saves a preview of a voice this cloner made. The target is replaced only once the whole file is there, and is not touched
     * otherwise. The API key is never sent along, and only public addresses and the provider's own are connected to.
     *
     * @return the size of the file in bytes
     * @throws DownloadException if the file could not be had or written; the voice is not affected
     */
    long download(Preview preview, Path target);

    /**
     * Speaking with the voices of the configured provider.
     *
     * @throws InvalidRequestException if the provider does not speak; it names who does
     */
    Speech speech();

    /**
     * The clones of the configured account.
     *
     * @throws InvalidRequestException if the provider neither lists nor deletes voices; it names who does
     */
    Catalog catalog();

    /** What the configured provider can do. */
    Capabilities capabilities();

    /** The id of the configured provider. */
    String provider();

    /** Ends every call in flight, as an interrupt would, and frees all threads and connections. Closing again does nothing. */
    @Override
    void close();
}
