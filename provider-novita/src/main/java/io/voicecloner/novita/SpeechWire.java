package io.voicecloner.novita;

import com.squareup.moshi.Json;
import io.voicecloner.SpeechRequest;
import io.voicecloner.spi.SpeechDelivery;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST minimax-speech-…} and {@code POST async/minimax-speech-…}: the body of {@code t2a_v2} without the model, which is the path (wire-facts 2.4;
 * public pages {@code model-apis-minimax-speech-02-turbo} and {@code -2.8-turbo}). What is null is not sent.
 */
interface SpeechWire {
    record Voice(
            @Json(name = "voice_id") String voiceId,
            @Nullable Double speed,
            @Nullable Double vol,
            @Nullable Integer pitch,
            @Nullable String emotion) {}

    /** The rate has one of its two names. */
    record Audio(
            @Json(name = "sample_rate") @Nullable Integer sampleRate,
            @Json(name = "audio_sample_rate") @Nullable Integer audioSampleRate,
            @Nullable Integer bitrate,
            @Nullable String format,
            @Nullable Integer channel) {
        private static final Audio UNCHANGED = new Audio(null, null, null, null, null);
    }

    record StreamOptions(
            @Json(name = "exclude_aggregated_audio") boolean excludeAggregatedAudio) {}

    record Request(
            String text,
            @Nullable Boolean stream,
            @Json(name = "stream_options") @Nullable StreamOptions streamOptions,
            @Json(name = "output_format") @Nullable String outputFormat,
            @Json(name = "voice_setting") Voice voiceSetting,
            @Json(name = "audio_setting") @Nullable Audio audioSetting,
            @Json(name = "language_boost") @Nullable String languageBoost) {
        static Request of(SpeechRequest asked, SpeechDelivery delivery, SpeechModel model) {
            boolean stream = delivery == SpeechDelivery.STREAM;
            boolean renamed = delivery == SpeechDelivery.TASK && model.audioSampleRateInTasks();
            Audio audio = new Audio(
                    renamed ? null : boxed(asked.sampleRate()),
                    renamed ? boxed(asked.sampleRate()) : null,
                    boxed(asked.bitrate()),
                    asked.format().orElse(null),
                    boxed(asked.channels()));
            return new Request(
                    asked.text(),
                    stream ? true : null,
                    stream ? new StreamOptions(true) : null,
                    delivery == SpeechDelivery.LINK ? "url" : null,
                    new Voice(
                            asked.voice().id(),
                            boxed(asked.speed()),
                            boxed(asked.volume()),
                            boxed(asked.pitch()),
                            asked.emotion().orElse(null)),
                    audio.equals(Audio.UNCHANGED) ? null : audio,
                    asked.language().orElse(null));
        }

        private static @Nullable Integer boxed(OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        }

        private static @Nullable Double boxed(OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : null;
        }
    }

    /** Flat on most pages, nested in {@code data} on those of the 2.8 models: the audio is {@code ""} here once it was led off, or a link. */
    record Reply(
            @Nullable Object audio,
            @Nullable Object data,
            @Nullable Object reason,
            @Nullable Object code) implements Verdict {
        /** The link to the audio, or {@code ""}, or nothing. */
        Optional<String> heard() {
            Object nested = data instanceof Map<?, ?> map ? map.get("audio") : null;
            Object value =
                    nested instanceof String inside && !inside.isEmpty() ? inside : audio == null ? nested : audio;
            return value instanceof String text ? Optional.of(text) : Optional.empty();
        }

        @Override
        public boolean isFulfilled() {
            return heard().isPresent();
        }
    }
}
