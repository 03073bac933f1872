package io.voicecloner.audio;

import static io.voicecloner.audio.Bytes.join;
import static io.voicecloner.audio.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.spi.AudioFacts;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no recording that may be sent is refused by what it is instead. */
class InsteadTest {
    private static final byte[] FLAC = join(text("fLaC\0\0\0\""), new byte[1000]);

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(
                        "an Ogg Vorbis file",
                        join(text("OggS\0\2"), new byte[20], text("\1\36\1vorbis"), new byte[100])),
                Arguments.of("a FLAC file", FLAC),
                Arguments.of("an AVI video", join(text("RIFF\0\1\0\0AVI LIST"), new byte[100])),
                Arguments.of("a Flash video", join(text("FLV\1\5\0\0\0\11"), new byte[100])),
                Arguments.of(
                        "a Matroska or WebM file",
                        join(text("\u001AE\u00DF\u00A3\1\0\0\0\0\0\0#B\u0086\u0081\1"), new byte[100])),
                Arguments.of("an AIFF file", join(text("FORM\0\0\1\0AIFF"), new byte[100])),
                Arguments.of("an AMR file", join(text("#!AMR\n"), new byte[100])),
                Arguments.of(
                        "raw AAC (ADTS)",
                        Bytes.repeat(join(text("\u00FF\u00F1P\u0080\5\u00BF\u00FC"), new byte[200]), 2)),
                Arguments.of(
                        "an image of type image/png", join(text("\u0089PNG\r\n\u001A\n\0\0\0\rIHDR"), new byte[100])),
                Arguments.of("a PDF document", text("%PDF-1.4\n1 0 obj\n")),
                Arguments.of("a ZIP archive", text("PK\3\4\24\0\0\0\0\0\0\0\0\0")),
                Arguments.of("a web page (HTML)", text("<!DOCTYPE html><html><body>Not found</body></html>")),
                Arguments.of("text", text("{\"error\": \"not found\"}")),
                Arguments.of("nothing that is known", new byte[1000]));
    }

    @ParameterizedTest
    @MethodSource("others")
    void isNamed(String name, byte[] recording) throws IOException {
        AudioFacts facts = Inspected.of(recording);

        assertThat(facts.format()).isEmpty();
        assertThat(Inspected.rules(facts)).containsExactly("not-audio");
        assertThat(Inspected.findings(facts)).isEqualTo("is " + name + ", not mp3, m4a or wav");
    }

    @Test
    void isNamedBehindATag() throws IOException {
        assertThat(Inspected.findings(Inspected.of(join(Mp3File.tag(500), FLAC))))
                .isEqualTo("is an ID3 tag followed by a FLAC file, not mp3, m4a or wav");
    }

    @Test
    void isNothingIfItIsEmpty() throws IOException {
        assertThat(Inspected.rules(Inspected.of(new byte[0]))).containsExactly("no-sound");
        assertThat(Inspected.findings(Inspected.of(new byte[0]))).isEqualTo("is empty");
    }

    @Test
    void isRefusedHoweverShortOrRandom() throws IOException {
        Random random = new Random(4);
        for (int length = 1; length < 300; length++) {
            byte[] noise = new byte[length];
            random.nextBytes(noise);

            assertThat(Inspected.of(noise).faults()).as("%d bytes", length).isNotEmpty();
        }
    }
}
