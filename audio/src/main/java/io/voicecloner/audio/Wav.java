package io.voicecloner.audio;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A WAV file. Its header is believed only as far as the file reaches. */
final class Wav {
    /** Written by programs that did not know the size beforehand: 0x7FFFFFFF or 0xFFFFFFFF, less a header. */
    private static final long OPEN_END = 0x7FFF_0000L;

    private static final Optional<AudioFormat> WAV = Optional.of(AudioFormat.WAV);

    private Wav() {}

    /** Told by the first twelve bytes. RF64 is WAV with sizes of 64 bits. */
    static boolean isWav(byte[] head) {
        return AudioFormat.of(head).equals(WAV) || isRf64(head);
    }

    static AudioFacts inspect(Source source, byte[] head) throws IOException {
        WavChunks chunks = WavChunks.of(source);
        if (!chunks.plausible()) {
            return Findings.damaged(WAV);
        }
        if (chunks.soundBytes() <= 0) {
            return Findings.fault(WAV, "no-sound", "is a WAV header without any sound");
        }
        if (isRf64(head)) {
            return Findings.unmeasured(AudioFormat.WAV, "it is a WAV file with 64-bit sizes (RF64)");
        }
        return JdkSoundReaders.read(source)
                .map(sound -> measure(sound, source.length()))
                .orElseGet(() -> Findings.unmeasured(AudioFormat.WAV, chunks.codec() + " is not measured"));
    }

    private static AudioFacts measure(WavSound sound, long length) {
        if (sound.frameSize() <= 0 || !(sound.framesPerSecond() > 0)) {
            return Findings.damaged(WAV);
        }
        long held = (length - sound.start()) / sound.frameSize();
        if (held <= 0) {
            return Findings.fault(WAV, "no-sound", "is a WAV header without any sound");
        }
        boolean openEnd = sound.frames() <= 0 || sound.frames() * sound.frameSize() >= OPEN_END;
        long frames = openEnd ? held : Math.min(held, sound.frames());
        Duration playing = Duration.ofMillis(Math.round(1000 * (frames / sound.framesPerSecond())));
        List<String> warnings = openEnd || sound.frames() <= held
                ? List.of()
                : List.of("The recording ends before its header says so; it may have been cut off.");
        return Findings.measured(AudioFormat.WAV, playing, warnings);
    }

    private static boolean isRf64(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.startsWith("RF64") && text.startsWith("WAVE", 8);
    }
}
