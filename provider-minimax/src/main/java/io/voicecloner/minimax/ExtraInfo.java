package io.voicecloner.minimax;

import io.voicecloner.Usage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code extra_info}, which tells of audio that was made, of a preview as of speech ({@code spec/001}, wire-facts 1.4). Anything in it may be missing. */
record ExtraInfo(Map<?, ?> fields) {
    static ExtraInfo of(@Nullable Object json) {
        return new ExtraInfo(json instanceof Map<?, ?> object ? object : Map.of());
    }

    Optional<Duration> duration() {
        OptionalLong millis = whole(fields.get("audio_length"));
        return millis.isPresent() ? Optional.of(Duration.ofMillis(millis.getAsLong())) : Optional.empty();
    }

    OptionalLong bytes() {
        return whole(fields.get("audio_size"));
    }

    OptionalLong sampleRate() {
        return whole(fields.get("audio_sample_rate"));
    }

    OptionalLong bitrate() {
        return whole(fields.get("bitrate"));
    }

    Usage usage() {
        return new Usage(whole(fields.get("usage_characters")), whole(fields.get("word_count")));
    }

    /** A number that is no less than nothing, quoted or not. These are far below where a double loses digits. */
    static OptionalLong whole(@Nullable Object value) {
        if (value instanceof Number number && number.doubleValue() >= 0) {
            return OptionalLong.of(Math.round(number.doubleValue()));
        }
        return value instanceof String text && text.strip().matches("\\d{1,15}")
                ? OptionalLong.of(Long.parseLong(text.strip()))
                : OptionalLong.empty();
    }
}
