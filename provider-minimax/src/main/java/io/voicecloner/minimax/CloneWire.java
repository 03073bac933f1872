package io.voicecloner.minimax;

import com.squareup.moshi.Json;
import io.voicecloner.http.BaseResp;
import org.jspecify.annotations.Nullable;

/** {@code POST voice_clone} ({@code spec/001}; the watermark: {@code spec/004}). What is null is not sent. */
interface CloneWire {
    record Prompt(
            @Json(name = "prompt_audio") long promptAudio,
            @Json(name = "prompt_text") String promptText) {}

    record Request(
            @Json(name = "file_id") long fileId,
            @Json(name = "voice_id") String voiceId,
            @Json(name = "clone_prompt") @Nullable Prompt clonePrompt,
            @Nullable String text,
            @Nullable String model,
            @Json(name = "language_boost") @Nullable String languageBoost,
            @Json(name = "need_noise_reduction") @Nullable Boolean needNoiseReduction,

            @Json(name = "need_volume_normalization") @Nullable
            Boolean needVolumeNormalization,

            @Json(name = "aigc_watermark") @Nullable Boolean watermark) {
        Request withoutPreview() {
            return new Request(
                    fileId,
                    voiceId,
                    clonePrompt,
                    null,
                    null,
                    languageBoost,
                    needNoiseReduction,
                    needVolumeNormalization,
                    watermark);
        }
    }

    /**
     * {@code input_sensitive} is an object in the schema, a boolean in its example and in live replies. Like everything else beside
     * {@code base_resp}, which alone decides, it is read as it comes: a voice is not lost over its decoration.
     */
    record Reply(
            @Json(name = "input_sensitive") @Nullable Object inputSensitive,
            @Json(name = "input_sensitive_type") @Nullable Object inputSensitiveType,
            @Json(name = "demo_audio") @Nullable Object demoAudio,
            @Json(name = "extra_info") @Nullable Object extraInfo,
            @Json(name = "base_resp") @Nullable BaseResp baseResp) {}
}
