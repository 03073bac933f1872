package io.voicecloner.minimax;

import io.voicecloner.ClonedVoice;
import io.voicecloner.Preview;
import io.voicecloner.VoiceRef;
import io.voicecloner.http.PreviewAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * Reads a successful reply. {@code demo_audio} and {@code extra_info} are independent of each other: the example in
 * {@code spec/001} has one without the other.
 */
final class CloneReading {
    private CloneReading() {}

    static ClonedVoice of(VoiceRef ref, Instant createdAt, boolean previewAsked, CloneWire.Reply reply) {
        ExtraInfo info = ExtraInfo.of(reply.extraInfo());
        ClonedVoice.Builder voice = ClonedVoice.builder(ref, createdAt)
                .safety(SafetyReading.of(reply.inputSensitive(), reply.inputSensitiveType())
                        .orElse(null))
                .usage(reply.extraInfo() instanceof Map ? info.usage() : null);
        if (previewAsked) {
            PreviewAddress.read(reply.demoAudio() instanceof String address ? address : null)
                    .map(address -> preview(address, info))
                    .ifPresentOrElse(voice::preview, voice::previewLost);
        }
        return voice.build();
    }

    private static Preview preview(URI address, ExtraInfo info) {
        return new Preview(address, info.duration(), info.bytes(), info.sampleRate(), info.bitrate());
    }
}
