package io.voicecloner.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers told apart by their first bytes. */
class AudioFormatTest {
    @ParameterizedTest
    @CsvSource({
        "524946460000000057415645, WAV",
        "52494646ffffffff57415645, WAV",
        "00000020667479704d344120, M4A",
        "0000001c6674797069736f6d, M4A",
        "494433040000000000000000, MP3",
        "fffb9000, MP3",
        "fffa9000, MP3",
        "fff39000, MP3",
        "ffe39000, MP3",
        "fffb, MP3",
    })
    void aContainerIsKnownByItsFirstBytes(String head, AudioFormat format) {
        assertThat(AudioFormat.of(HexFormat.of().parseHex(head))).contains(format);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ff",
                "fff15080", // AAC in ADTS
                "fff95080",
                "fffd9000", // Layer II
                "ffeb9000", // reserved version
                "ffff9000", // Layer I
                "feffbeef",
                "4f676753", // Ogg
                "664c6143", // FLAC
                "52494646000000004156492000", // AVI
                "52494646000000005741", // too short to tell
                "1a45dfa3", // Matroska
                "504b0304", // ZIP
                "3c68746d6c3e", // <html>
            })
    void anythingElseIsNot(String head) {
        assertThat(AudioFormat.of(HexFormat.of().parseHex(head))).isEmpty();
    }

    @Test
    void extensionAndMediaTypeFollowFromTheContainer() {
        assertThat(AudioFormat.of("RIFF....WAVE".getBytes(StandardCharsets.US_ASCII)))
                .hasValueSatisfying(wav -> {
                    assertThat(wav.extension()).isEqualTo("wav");
                    assertThat(wav.mediaType()).isEqualTo("audio/wav");
                });
    }
}
