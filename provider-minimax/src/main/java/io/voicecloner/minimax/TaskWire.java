package io.voicecloner.minimax;

import com.squareup.moshi.Json;
import io.voicecloner.SpeechRequest;
import io.voicecloner.http.BaseResp;
import io.voicecloner.spi.PreparedSpeech;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST t2a_async_v2} and {@code GET query/t2a_async_query_v2} (public pages of them, wire-facts 1.4, 4.4). What is null is not sent.
 * Ids are numbers here and texts there, and are read as text: so they keep all their digits.
 */
interface TaskWire {
    record AudioSetting(
            @Json(name = "audio_sample_rate") @Nullable Integer sampleRate,
            @Nullable Integer bitrate,
            @Nullable String format,
            int channel) {
        /**
         * One channel unless two are asked for. A task would make two by itself, an ordinary request one: how long a text is must not change
         * how it sounds, nor double the file.
         */
        static AudioSetting of(SpeechRequest request) {
            return new AudioSetting(
                    SpeechWire.given(request.sampleRate()),
                    SpeechWire.given(request.bitrate()),
                    request.format().orElse(null),
                    request.channels().orElse(1));
        }
    }

    record Request(
            String model,
            String text,
            @Json(name = "language_boost") @Nullable String languageBoost,
            @Json(name = "voice_setting") SpeechWire.VoiceSetting voiceSetting,
            @Json(name = "audio_setting") AudioSetting audioSetting) {
        static Request of(PreparedSpeech speech) {
            SpeechRequest asked = speech.request();
            return new Request(
                    speech.model(),
                    asked.text(),
                    asked.language().orElse(null),
                    SpeechWire.VoiceSetting.of(asked),
                    AudioSetting.of(asked));
        }
    }

    record Begun(
            @Json(name = "task_id") @Nullable String taskId,
            @Json(name = "file_id") @Nullable String fileId,
            @Json(name = "usage_characters") @Nullable Object usageCharacters,
            @Json(name = "base_resp") @Nullable BaseResp baseResp) {}

    record State(
            @Nullable String status,
            @Json(name = "file_id") @Nullable String fileId,
            @Json(name = "base_resp") @Nullable BaseResp baseResp) {}
}
