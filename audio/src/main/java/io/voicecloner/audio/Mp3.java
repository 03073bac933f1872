package io.voicecloner.audio;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFormat;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.tika.mime.MediaType;

/** Whatever begins neither like WAV nor like MP4: an MP3, or nothing that may be sent. */
final class Mp3 {
    private static final Optional<AudioFormat> MP3 = Optional.of(AudioFormat.MP3);

    private Mp3() {}

    static AudioFacts inspect(Source source) throws IOException {
        long start;
        try {
            start = Id3Tags.end(source);
        } catch (EOFException e) {
            return Findings.fault(MP3, "truncated", "ends inside its ID3 tag");
        }
        if (start == source.length()) {
            return Findings.fault(MP3, "no-sound", "is only an ID3 tag, without any sound");
        }
        byte[] head;
        try (InputStream in = source.openAt(start)) {
            head = in.readNBytes(AudioFormat.MAGIC_BYTES);
        }
        // Tika does not know all kinds of frames.
        if (!AudioFormat.of(head).equals(MP3)) {
            MediaType type = FileTypes.typeAt(source, start);
            if (!type.equals(FileTypes.MPEG_AUDIO)) {
                String subject = start == 0 ? "is " : "is an ID3 tag followed by ";
                String name = FileTypes.name(type);
                return Findings.fault(Optional.empty(), "not-audio", subject + name + ", not mp3, m4a or wav");
            }
        }
        return layer(head).equals("III") ? measured(source, start) : otherLayer(layer(head));
    }

    private static AudioFacts measured(Source source, long start) throws IOException {
        double seconds;
        try (InputStream in = source.openAt(start)) {
            seconds = Mp3Walk.seconds(in);
        }
        return seconds == 0
                ? Findings.fault(MP3, "no-sound", "starts like mp3 but holds no sound")
                : Findings.measured(AudioFormat.MP3, Duration.ofMillis(Math.round(1000 * seconds)), List.of());
    }

    private static AudioFacts otherLayer(String layer) {
        return Findings.fault(
                Optional.empty(), "wrong-layer", "is MPEG audio of Layer " + layer + ", not of Layer III (mp3)");
    }

    /** By the two bits for it in a frame's header; III if something stands before the first frame. */
    private static String layer(byte[] head) {
        boolean frame = head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xE0) == 0xE0;
        return switch (frame ? head[1] >> 1 & 3 : 1) {
            case 2 -> "II (mp2)";
            case 3 -> "I (mp1)";
            default -> "III";
        };
    }
}
