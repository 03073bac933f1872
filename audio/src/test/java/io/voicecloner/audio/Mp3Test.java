package io.voicecloner.audio;

import static io.voicecloner.audio.Bytes.join;
import static io.voicecloner.audio.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.XMPDM;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.mp3.Mp3Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.helpers.DefaultHandler;

@Tag("B50")
class Mp3Test {
    private static final byte[] ONE_SECOND = Mp3File.frames(48_000, 42);

    @ParameterizedTest
    @ValueSource(ints = {48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000})
    void isMeasuredFrameByFrameAtEverySampleRate(int rate) throws IOException {
        AudioFacts facts = Inspected.of(Mp3File.frames(rate, 700));

        assertThat(facts.format()).contains(AudioFormat.MP3);
        assertThat(Inspected.seconds(facts)).isCloseTo(700.0 * Mp3File.samples(rate) / rate, within(0.001));
        assertThat(facts.exact()).isTrue();
        assertThat(facts.faults()).isEmpty();
        assertThat(facts.warnings()).isEmpty();
    }

    static Stream<byte[]> whatTikaMeasuresRightly() throws IOException {
        return Stream.of(
                Mp3File.frames(48_000, 500),
                Mp3File.frames(32_000, 500),
                // Tika counts the encoder's notes as a frame.
                behindItsNotes(Files.readAllBytes(Inspected.SAMPLES.resolve("speech.mp3"))),
                behindItsNotes(Files.readAllBytes(Inspected.SAMPLES.resolve("prompt.mp3"))));
    }

    @ParameterizedTest
    @MethodSource("whatTikaMeasuresRightly")
    void isMeasuredAsTikaDoes(byte[] recording) throws Exception {
        Metadata found = new Metadata();
        new Mp3Parser().parse(new ByteArrayInputStream(recording), new DefaultHandler(), found, new ParseContext());

        assertThat(Inspected.seconds(Inspected.of(recording)))
                .isCloseTo(Double.parseDouble(found.get(XMPDM.DURATION)), within(0.002));
    }

    @Test
    void mayHaveTagsInFrontAndBehind() throws IOException {
        byte[] recording = join(
                Mp3File.tag(5000),
                Mp3File.tag(0),
                Mp3File.tag(70_000),
                new byte[300],
                ONE_SECOND,
                text("TAG"),
                new byte[125]);

        assertThat(Inspected.seconds(Inspected.of(recording))).isCloseTo(1.008, within(0.001));
    }

    @Test
    void mayHaveALongPictureInFront() throws IOException {
        byte[] picture = new byte[2_000_000];
        new Random(1).nextBytes(picture);

        AudioFacts facts = Inspected.of(join(Mp3File.tag(picture.length, 0), picture, ONE_SECOND));

        assertThat(Inspected.seconds(facts)).isCloseTo(1.008, within(0.001));
    }

    @Test
    void mayHaveAHoleInTheMiddle() throws IOException {
        byte[] junk = new byte[1001];
        new Random(2).nextBytes(junk);

        AudioFacts facts = Inspected.of(join(ONE_SECOND, junk, ONE_SECOND));

        assertThat(Inspected.seconds(facts)).isCloseTo(2.016, within(0.03));
    }

    @Test
    void mayBeginWithZeros() throws IOException {
        assertThat(Inspected.seconds(Inspected.of(join(new byte[500], ONE_SECOND))))
                .isCloseTo(1.008, within(0.001));
    }

    @Test
    void doesNotCountTheFrameWithTheEncodersNotes() throws IOException {
        byte[] notes = Mp3File.frame(48_000);
        System.arraycopy(text("Info"), 0, notes, 21, 4);

        assertThat(Inspected.seconds(Inspected.of(join(notes, ONE_SECOND)))).isCloseTo(1.008, within(0.001));
    }

    @Test
    void ofTheSecondOrFirstLayerIsNamedAndRefused() throws IOException {
        AudioFacts second = Inspected.of(join(Mp3File.tag(100), Mp3File.otherLayer(2, 500)));
        AudioFacts first = Inspected.of(Mp3File.otherLayer(3, 500));

        assertThat(second.format()).isEmpty();
        assertThat(Inspected.rules(second)).containsExactly("wrong-layer");
        assertThat(Inspected.findings(second)).isEqualTo("is MPEG audio of Layer II (mp2), not of Layer III (mp3)");
        assertThat(Inspected.findings(first)).isEqualTo("is MPEG audio of Layer I (mp1), not of Layer III (mp3)");
    }

    @Test
    void thatIsOnlyATagHasNoSound() throws IOException {
        assertThat(Inspected.rules(Inspected.of(Mp3File.tag(1000)))).containsExactly("no-sound");
        assertThat(Inspected.rules(Inspected.of(join(Mp3File.tag(1000), Mp3File.tag(0), new byte[100]))))
                .containsExactly("no-sound");
    }

    @Test
    void thatEndsInsideItsTagIsTruncated() throws IOException {
        AudioFacts facts = Inspected.of(Mp3File.tag(0x0FFF_FFFF, 1000));

        assertThat(Inspected.rules(facts)).containsExactly("truncated");
        assertThat(Inspected.findings(facts)).isEqualTo("ends inside its ID3 tag");
    }

    @Test
    void isNotWhateverStartsWithAFrameHeader() throws IOException {
        byte[] junk = new byte[300_000];
        new Random(3).nextBytes(junk);
        System.arraycopy(Mp3File.frame(44_100), 0, junk, 0, 4);

        AudioFacts facts = Inspected.of(junk);

        assertThat(Inspected.rules(facts)).containsExactly("no-sound");
        assertThat(Inspected.findings(facts)).isEqualTo("starts like mp3 but holds no sound");
    }

    private static byte[] behindItsNotes(byte[] recording) {
        int second = Mp3File.frame(44_100).length;
        while ((recording[second] & 0xFF) != 0xFF || (recording[second + 1] & 0xFF) != 0xFB) {
            second++;
        }
        return Arrays.copyOfRange(recording, second, recording.length);
    }
}
