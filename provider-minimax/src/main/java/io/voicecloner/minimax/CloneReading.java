package io.voicecloner.minimax;

import io.voicecloner.ClonedVoice;
import io.voicecloner.Preview;
import io.voicecloner.Usage;
import io.voicecloner.VoiceRef;
import io.voicecloner.http.PreviewAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
        ClonedVoice.Builder voice = ClonedVoice.builder(ref, createdAt)
                .safety(SafetyReading.of(reply.inputSensitive(), reply.inputSensitiveType())
                        .orElse(null))
                .usage(usage(reply.extraInfo()));
        if (previewAsked) {
            PreviewAddress.read(reply.demoAudio())
                    .map(address -> preview(address, reply.extraInfo()))
                    .ifPresentOrElse(voice::preview, voice::previewLost);
        }
        return voice.build();
    }

    private static Preview preview(URI address, CloneWire.@Nullable ExtraInfo info) {
        if (info == null) {
            return Preview.of(address);
        }
        return new Preview(
                address,
                Optional.ofNullable(info.audioLength()).map(Duration::ofMillis),
                optional(info.audioSize()),
                optional(info.audioSampleRate()),
                optional(info.bitrate()));
    }

    private static @Nullable Usage usage(CloneWire.@Nullable ExtraInfo info) {
        return info == null ? null : new Usage(optional(info.usageCharacters()), optional(info.wordCount()));
    }

    private static OptionalLong optional(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
