package io.voicecloner.minimax;

import io.voicecloner.ClonedVoice;
import io.voicecloner.Preview;
import io.voicecloner.Usage;
import io.voicecloner.VoiceRef;
import io.voicecloner.http.PreviewAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads a successful reply. {@code demo_audio} and {@code extra_info} are independent of each other: the example in
 * {@code spec/001} has one without the other.
 */
final class CloneReading {
    private CloneReading() {}

    static ClonedVoice of(VoiceRef ref, Instant createdAt, boolean previewAsked, CloneWire.Reply reply) {
        Map<?, ?> info = reply.extraInfo() instanceof Map<?, ?> object ? object : Map.of();
        ClonedVoice.Builder voice = ClonedVoice.builder(ref, createdAt)
                .safety(SafetyReading.of(reply.inputSensitive(), reply.inputSensitiveType())
                        .orElse(null))
                .usage(reply.extraInfo() instanceof Map ? usage(info) : null);
        if (previewAsked) {
            PreviewAddress.read(reply.demoAudio() instanceof String address ? address : null)
                    .map(address -> preview(address, info))
                    .ifPresentOrElse(voice::preview, voice::previewLost);
        }
        return voice.build();
    }

    private static Preview preview(URI address, Map<?, ?> info) {
        OptionalLong millis = whole(info.get("audio_length"));
        return new Preview(
                address,
                millis.isPresent() ? Optional.of(Duration.ofMillis(millis.getAsLong())) : Optional.empty(),
                whole(info.get("audio_size")),
                whole(info.get("audio_sample_rate")),
                whole(info.get("bitrate")));
    }

    private static Usage usage(Map<?, ?> info) {
        return new Usage(whole(info.get("usage_characters")), whole(info.get("word_count")));
    }

    /** These are far below where a double loses digits. */
    private static OptionalLong whole(@Nullable Object value) {
        if (value instanceof Number number && number.doubleValue() >= 0) {
            return OptionalLong.of(Math.round(number.doubleValue()));
        }
        return value instanceof String text && text.strip().matches("\\d{1,15}")
                ? OptionalLong.of(Long.parseLong(text.strip()))
                : OptionalLong.empty();
    }
}
