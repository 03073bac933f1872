package io.voicecloner.novita;

import com.squareup.moshi.Json;
import io.voicecloner.Usage;
import io.voicecloner.http.Answer;
import io.voicecloner.spi.SpokenAudio;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What some models say of the audio beside it. It is decoration: audio is not lost over it, whatever shape it has. */
interface SpokenExtras {
    record Body(@Json(name = "extra_info") @Nullable Info info) {}

    /** {@code extra_info} of the pages of the 2.8 models; the length is in milliseconds. */
    record Info(
            @Json(name = "audio_length") @Nullable Long length,
            @Json(name = "audio_sample_rate") @Nullable Long sampleRate,
            @Nullable Long bitrate,
            @Json(name = "usage_characters") @Nullable Long characters,
            @Json(name = "word_count") @Nullable Long words) {
        private static final Info NONE = new Info(null, null, null, null, null);
    }

    static SpokenAudio read(Answer<?> answer, Optional<URI> link) {
        Info info = answer.as(Body.class).map(Body::info).orElse(Info.NONE);
        return new SpokenAudio(
                link,
                Optional.ofNullable(info.length).filter(millis -> millis > 0).map(Duration::ofMillis),
                number(info.sampleRate),
                number(info.bitrate),
                usage(info.characters, info.words));
    }

    /** What is billed; empty if nothing is said of it. */
    static Optional<Usage> usage(@Nullable Long characters, @Nullable Long words) {
        return characters == null && words == null
                ? Optional.empty()
                : Optional.of(new Usage(number(characters), number(words)));
    }

    private static OptionalLong number(@Nullable Long value) {
        return value == null || value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
