package io.voicecloner.minimax;

import com.squareup.moshi.Json;
import io.voicecloner.http.BaseResp;
import org.jspecify.annotations.Nullable;

/** {@code POST voice_clone} ({@code spec/001}). What is null is not sent. */
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
            Boolean needVolumeNormalization) {}

    record ExtraInfo(
            @Json(name = "audio_length") @Nullable Long audioLength,
            @Json(name = "audio_sample_rate") @Nullable Long audioSampleRate,
            @Json(name = "audio_size") @Nullable Long audioSize,
            @Nullable Long bitrate,
            @Json(name = "word_count") @Nullable Long wordCount,
            @Json(name = "usage_characters") @Nullable Long usageCharacters) {}

    /** {@code input_sensitive} is an object in the schema, a boolean in its example and in live replies: read as it comes. */
    record Reply(
            @Json(name = "input_sensitive") @Nullable Object inputSensitive,
            @Json(name = "input_sensitive_type") @Nullable Object inputSensitiveType,
            @Json(name = "demo_audio") @Nullable String demoAudio,
            @Json(name = "extra_info") @Nullable ExtraInfo extraInfo,
            @Json(name = "base_resp") @Nullable BaseResp baseResp) {}
}
