package io.voicecloner.minimax;

import com.squareup.moshi.Json;
import io.voicecloner.SpeechRequest;
import io.voicecloner.http.BaseResp;
import io.voicecloner.spi.PreparedSpeech;
import io.voicecloner.spi.SpeechDelivery;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** {@code POST t2a_v2} (public page of it, wire-facts 1.4). What is null is not sent. */
interface SpeechWire {
    record StreamOptions(
            @Json(name = "exclude_aggregated_audio") boolean excludeAggregatedAudio) {}

    record VoiceSetting(
            @Json(name = "voice_id") String voiceId,
            @Nullable Double speed,
            @Nullable Double vol,
            @Nullable Integer pitch,
            @Nullable String emotion) {
        static VoiceSetting of(SpeechRequest request) {
            return new VoiceSetting(
                    request.voice().id(),
                    given(request.speed()),
                    given(request.volume()),
                    given(request.pitch()),
                    request.emotion().orElse(null));
        }
    }

    record AudioSetting(
            @Json(name = "sample_rate") @Nullable Integer sampleRate,
            @Nullable Integer bitrate,
            @Nullable String format,
            @Nullable Integer channel) {
        static @Nullable AudioSetting of(SpeechRequest request) {
            AudioSetting setting = new AudioSetting(
                    given(request.sampleRate()),
                    given(request.bitrate()),
                    request.format().orElse(null),
                    given(request.channels()));
            return setting.equals(new AudioSetting(null, null, null, null)) ? null : setting;
        }
    }

    record Request(
            String model,
            String text,
            boolean stream,
            @Json(name = "stream_options") @Nullable StreamOptions streamOptions,
            @Json(name = "output_format") @Nullable String outputFormat,
            @Json(name = "language_boost") @Nullable String languageBoost,
            @Json(name = "voice_setting") VoiceSetting voiceSetting,
            @Json(name = "audio_setting") @Nullable AudioSetting audioSetting) {
        /** A stream comes in hexadecimal digits only, and says everything again at its end unless it is asked not to. */
        static Request of(PreparedSpeech speech) {
            SpeechRequest asked = speech.request();
            boolean stream = speech.delivery() == SpeechDelivery.STREAM;
            String format = speech.delivery() == SpeechDelivery.LINK ? "url" : "hex";
            return new Request(
                    speech.model(),
                    asked.text(),
                    stream,
                    stream ? new StreamOptions(true) : null,
                    stream ? null : format,
                    asked.language().orElse(null),
                    VoiceSetting.of(asked),
                    AudioSetting.of(asked));
        }
    }

    /** The audio was led off; {@code audio}, which gateways were seen to put at the top, is empty or a link. {@code data} may be null. */
    record Reply(
            @Nullable Object data,
            @Nullable Object audio,
            @Json(name = "extra_info") @Nullable Object extraInfo,
            @Json(name = "base_resp") @Nullable BaseResp baseResp) {
        @Nullable
        String link() {
            Object nested = data instanceof Map<?, ?> object ? object.get("audio") : null;
            return nested instanceof String inside && !inside.isEmpty()
                    ? inside
                    : audio instanceof String atTheTop ? atTheTop : null;
        }
    }

    static @Nullable Double given(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    static @Nullable Integer given(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
