package io.voicecloner.novita;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/** {@code POST minimax-voice-cloning} ({@code spec/002}; errors: wire-facts 2.5). What is null is not sent. */
interface UrlCloneWire {
    record Prompt(
            @Json(name = "prompt_audio_url") String promptAudioUrl,
            @Json(name = "prompt_text") String promptText) {}

    record Request(
            @Json(name = "audio_url") String audioUrl,
            @Json(name = "clone_prompt") @Nullable Prompt clonePrompt,
            @Nullable String text,
            @Nullable String model,
            @Nullable Double accuracy,
            @Json(name = "need_noise_reduction") @Nullable Boolean needNoiseReduction,

            @Json(name = "need_volume_normalization") @Nullable
            Boolean needVolumeNormalization) {}

    /**
     * {@code voice_id} must be text; typed so, because Moshi would quietly make text of a number. The rest is read as it comes: a
     * voice is not lost over its decoration.
     */
    record Reply(
            @Json(name = "demo_audio_url") @Nullable Object demoAudioUrl,
            @Json(name = "voice_id") @Nullable Object voiceId,
            @Nullable Object reason,
            @Nullable Object code)
            implements Verdict {
        @Override
        public boolean isFulfilled() {
            return voiceId != null;
        }
    }

    /** What every error holds, beside a code that repeats the HTTP status. */
    record Refusal(@Nullable String reason, @Nullable String message) {
        static final Refusal NONE = new Refusal(null, null);
    }
}
