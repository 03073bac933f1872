package io.voicecloner.spi;

import io.voicecloner.ListedVoice;
import java.util.List;

/**
 * The voices of an account whose provider was opened with settings. Thread-safe. Each method is called only if the capabilities say that
 * the provider can do it.
 */
public interface CatalogSession {
    /**
     * The clones that the provider lists.
     *
     * @throws io.voicecloner.VoiceClonerException made by {@link Failures} for everything that goes wrong
     */
    List<ListedVoice> list(CallScope scope);

    /**
     * Deletes a clone, for good.
     *
     * @throws io.voicecloner.VoiceNotFoundException if there is none of this id
     * @throws io.voicecloner.VoiceClonerException made by {@link Failures} for everything else that goes wrong
     */
    void delete(String voiceId, CallScope scope);
}
