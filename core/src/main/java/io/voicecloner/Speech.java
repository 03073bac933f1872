package io.voicecloner;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Speaks with voices of one configured provider. Thread-safe; belongs to the {@link VoiceCloner} it came from and ends with it.
 *
 * <p>A text longer than one request takes is given to the provider as a task and fetched when it is done, where the provider has such
 * tasks. What a synthesis costs is billed by its characters; the first one with a clone is also when the fee for the clone is taken
 * (public page of voice cloning, wire-facts 1.4).
 *
 * <p>After a lost answer the request is sent once more, unless {@link ProviderSettings#withRetryAmbiguousSpeech} or the key
 * {@code retry-ambiguous-speech} says otherwise; {@link Synthesis#possiblyBilledTwice()} tells of it. Nothing is sent again once audio was
 * handed to a stream or a receiver of chunks.
 */
public interface Speech {
    /**
     * Speaks into a file, which is replaced only once all of the speech is there, and is not touched otherwise. An interrupt ends the call on
     * the connection itself and leaves the thread's interrupt flag set.
     *
     * @throws InvalidRequestException if the request breaks a rule, or its voice lives elsewhere; nothing was sent then
     * @throws VoiceNotFoundException if there is no such voice (any more)
     * @throws DownloadException if the file cannot be made, which is found before anything is sent; or if the speech was made and could not be
     *     fetched or written, which may be billed
     * @throws CanceledException if interrupted
     * @throws VoiceClonerException for every other failure, by its leaf
     * @throws IllegalStateException if the cloner is closed
     */
    Synthesis synthesize(SpeechRequest request, Path target);

    /**
     * Speaks into a stream, as the audio arrives where the provider streams this request. The stream is written by one thread of this
     * library while this one waits, is flushed at the end, and stays open. It is not flushed when the synthesis fails. One that blocks holds the call beyond its deadline.
     *
     * @throws ProviderUnavailableException with {@link Reason#STREAM_INTERRUPTED} if it broke off after audio was written;
     *     {@link VoiceClonerException#bytesDelivered()} says how much
     * @throws VoiceClonerException as {@link #synthesize(SpeechRequest, Path)}
     */
    Synthesis synthesize(SpeechRequest request, OutputStream target);

    /**
     * Speaks to a receiver of chunks, each as it arrives. Only what the provider streams: a text for which a task would be needed, or a
     * format that is not streamed, is refused.
     *
     * @throws VoiceClonerException as {@link #synthesize(SpeechRequest, OutputStream)}
     */
    Synthesis synthesize(SpeechRequest request, AudioChunks target);

    /**
     * As {@link #synthesize(SpeechRequest, Path)}, on the executor the cloner was built with. {@code cancel} on the future returned here ends
     * the call on the connection; on a future derived from it, it does not. What was sent before may be billed.
     */
    CompletableFuture<Synthesis> synthesizeAsync(SpeechRequest request, Path target);

    /**
     * Everything that would be found wrong with the request when it is spoken into a file, and everything worth knowing. Sends nothing.
     *
     * @throws IllegalStateException if the cloner is closed
     */
    CheckReport check(SpeechRequest request);

    /**
     * Keeps a clone for good: makes the shortest synthesis with it, and throws the audio away. A clone that nobody uses in a synthesis is
     * deleted {@linkplain ClonedVoice#LIFE_IF_UNUSED 7 days} after it was made, and a preview is no such use ({@code spec/001},
     * {@code spec/002}).
     *
     * <p><strong>This is the moment the fee for the clone is taken</strong> where a provider takes it with the first synthesis and not with the
     * clone, beside a few characters of speech: the page on keeping a voice names those that do, and what is not published. Safe to repeat: a voice
     * that is kept already stays so, and costs the few characters again. After a lost answer it is repeated up to three times by itself, unless
     * {@link ProviderSettings#withAttempts} allows one attempt.
     *
     * @throws InvalidRequestException if the voice lives elsewhere; nothing was sent then
     * @throws VoiceNotFoundException if it is gone already
     * @throws VoiceClonerException for every other failure, by its leaf
     */
    Activation activate(VoiceRef voice);

    /** As {@link #activate(VoiceRef)}; knows when the voice was made, and can say so if it is gone. */
    Activation activate(ClonedVoice voice);

    /** Whether this voice lives at the provider and account that speak here. Asks nobody. */
    boolean serves(VoiceRef voice);
}
