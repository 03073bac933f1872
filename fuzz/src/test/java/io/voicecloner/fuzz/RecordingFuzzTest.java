package io.voicecloner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.voicecloner.audio.RecordingInspector;
import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;

/** Files that are called recordings. */
@Timeout(20)
class RecordingFuzzTest {
    private static final RecordingInspector INSPECTOR = new RecordingInspector();

    @FuzzTest
    void whatIsFoundCanBeBelieved(byte[] input) throws IOException {
        AudioFacts facts = INSPECTOR.inspect(() -> new ByteArrayInputStream(input), input.length);

        boolean accepted = facts.faults().isEmpty();
        assertThat(facts.exact()).as("an exact length").isEqualTo(facts.length().isPresent());
        assertThat(facts.length().isPresent() && !accepted)
                .as("a length of what is refused")
                .isFalse();
        // No codec takes less than a byte for a second; a WAV of one sample a second takes that.
        facts.length()
                .ifPresent(length -> assertThat(length)
                        .as("the length of %s bytes", input.length)
                        .isBetween(Duration.ZERO, Duration.ofSeconds(input.length + 1L)));
        assertThat(accepted && facts.format().isEmpty())
                .as("nothing known was accepted")
                .isFalse();
        magic(input)
                .ifPresent(format -> assertThat(facts.format().orElse(format))
                        .as("the container by its first bytes")
                        .isEqualTo(format));
        Stream.concat(facts.faults().stream().map(AudioFacts.Fault::finding), facts.warnings().stream())
                .forEach(text -> assertThat(text.chars().anyMatch(Character::isISOControl))
                        .as("control characters in: %s", text)
                        .isFalse());
    }

    private static Optional<AudioFormat> magic(byte[] input) {
        String head = new String(input, 0, Math.min(input.length, 12), StandardCharsets.ISO_8859_1);
        if (head.matches("(?s)(RIFF|RF64)....WAVE")) {
            return Optional.of(AudioFormat.WAV);
        }
        if (head.startsWith("ftyp", 4)) {
            return Optional.of(AudioFormat.M4A);
        }
        boolean frame = head.length() > 1 && head.charAt(0) == 0xFF && head.charAt(1) >= 0xE0;
        return head.startsWith("ID3") || frame ? Optional.of(AudioFormat.MP3) : Optional.empty();
    }
}
