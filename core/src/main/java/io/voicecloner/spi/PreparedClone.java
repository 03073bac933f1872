package io.voicecloner.spi;

import io.voicecloner.CloneRequest;
import io.voicecloner.PreviewText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that was checked, with its recordings in the form its provider takes.
 *
 * @param request what the caller asked for; its audio sources are replaced by the ones here
 * @param voiceId the id to use, chosen by the caller or made by the library; null where the server chooses
 * @param audio the recording to clone
 * @param prompt the prompt audio; null if the request has none
 * @param model the model of the preview; null if the request has no preview
 */
public record PreparedClone(
        CloneRequest request,
        @Nullable String voiceId,
        PreparedAudio audio,
        @Nullable PreparedAudio prompt,
        @Nullable String model) {
    /** The id to use. Only for providers whose callers choose ids. */
    public String chosenVoiceId() {
        if (voiceId == null) {
            throw new IllegalStateException("core gives an id to every request of a provider with CHOSEN_VOICE_ID");
        }
        return voiceId;
    }

    /** The prompt audio, there exactly if the request has a prompt. */
    public Optional<PreparedAudio> promptAudio() {
        return Optional.ofNullable(prompt);
    }

    /** The words of the preview, if one is asked for. */
    public Optional<String> previewText() {
        return request.preview().map(PreviewText::text);
    }

    /** The words of the prompt audio, if there is one. */
    public Optional<String> promptTranscript() {
        return request.prompt().map(prompt -> prompt.transcript());
    }
}
