package io.voicecloner;

import java.util.Locale;

/** What a provider can or cannot do. A request that asks for a feature its provider lacks is refused, never trimmed. */
public enum Feature {
    /** Takes a recording as a file. */
    FILE_AUDIO,
    /** Takes a recording as a URL that it fetches itself. */
    URL_AUDIO,
    /** The caller, or this library, chooses the voice id. */
    CHOSEN_VOICE_ID,
    /** Takes a short prompt audio with its transcript. */
    PROMPT,
    /** Reads a preview text with the new voice. */
    PREVIEW,
    /** Takes the language to favour. */
    LANGUAGE_BOOST,
    /** Takes the accuracy its check of the text must reach. */
    ACCURACY,
    /** Marks the preview audibly as made by a machine. */
    WATERMARK,
    /** Takes noise out of the recording. */
    NOISE_REDUCTION,
    /** Evens out the loudness of the recording. */
    VOLUME_NORMALIZATION,
    /** Says whether the content was found unsafe. */
    SAFETY_VERDICT,
    /** Says what the preview will be billed as. */
    USAGE,
    /** Speaks with its voices: see {@link Capabilities#speech()}. */
    SPEECH,
    /** Lists the clones that were used in a synthesis. */
    LIST_VOICES,
    /** Deletes voices. */
    DELETE_VOICE;

    /** The name in kebab case, as the command line prints it: {@code chosen-voice-id}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
