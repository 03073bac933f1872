package io.voicecloner.audio;

import static io.voicecloner.audio.Bytes.big;
import static io.voicecloner.audio.Bytes.join;
import static io.voicecloner.audio.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFormat;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Mp4Test {
    private static final byte[] AAC = Mp4File.sound("mp4a");
    private static final byte[] VIDEO = Mp4File.track("vide", Mp4File.box("stsd", new byte[100]));
    private static final byte[] HEADER = Mp4File.header(12_500, 1000);
    private static final byte[] INDEX = Mp4File.index(HEADER, AAC);
    private static final byte[] SAMPLES = Mp4File.samples(50_000);

    @ParameterizedTest
    @ValueSource(strings = {"mp4a", "alac"})
    void withAacOrAppleLosslessIsMeasured(String codec) throws IOException {
        AudioFacts facts = Inspected.of(Mp4File.of(Mp4File.sound(codec)));

        assertThat(facts.format()).contains(AudioFormat.M4A);
        assertThat(Inspected.seconds(facts)).isEqualTo(12.5);
        assertThat(facts.exact()).isTrue();
        assertThat(facts.faults()).isEmpty();
        assertThat(facts.warnings()).isEmpty();
    }

    @Test
    void mayHaveItsIndexBehindTheSoundHoweverThatStatesItsSize() throws IOException {
        byte[] wide = join(big(1, 4), text("mdat"), big(50_016, 8), new byte[50_000]);
        byte[] open = Mp4File.lying("mdat", 0, new byte[50_000]);

        assertThat(Inspected.seconds(Inspected.of(join(Mp4File.TYPE, SAMPLES, INDEX))))
                .isEqualTo(12.5);
        assertThat(Inspected.seconds(Inspected.of(join(Mp4File.TYPE, wide, INDEX))))
                .isEqualTo(12.5);
        assertThat(Inspected.seconds(Inspected.of(join(Mp4File.TYPE, INDEX, open))))
                .isEqualTo(12.5);
    }

    @Test
    void mayHaveAnythingAppended() throws IOException {
        byte[] whole = Mp4File.of(AAC);

        for (byte[] junk : new byte[][] {
            new byte[1000], text("junk"), text("TAG that is no box"), big(5, 8), big(-1, 8), big(1L << 32, 8)
        }) {
            assertThat(Inspected.seconds(Inspected.of(join(whole, junk)))).isEqualTo(12.5);
        }
    }

    @Test
    void mayHaveChaptersAndACoverBesideTheSound() throws IOException {
        byte[] cover = Mp4File.box("udta", Mp4File.box("meta", new byte[3_000_000]));

        AudioFacts facts = Inspected.of(Mp4File.of(AAC, Mp4File.track("text", new byte[0]), cover));

        assertThat(Inspected.seconds(facts)).isEqualTo(12.5);
        assertThat(facts.faults()).isEmpty();
    }

    @Test
    void withVideoIsRefused() throws IOException {
        AudioFacts facts = Inspected.of(Mp4File.of(VIDEO, AAC));

        assertThat(facts.format()).contains(AudioFormat.M4A);
        assertThat(Inspected.rules(facts)).containsExactly("has-video");
        assertThat(Inspected.findings(facts)).isEqualTo("is an MP4 file with video, not m4a");
        assertThat(Inspected.rules(Inspected.of(Mp4File.of(VIDEO)))).containsExactly("has-video", "no-sound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Opus", "fLaC", "ac-3", ".mp3", "samr", "drms"})
    void withAnotherCodecIsRefusedByItsName(String codec) throws IOException {
        AudioFacts facts = Inspected.of(Mp4File.of(Mp4File.sound(codec)));

        assertThat(Inspected.rules(facts)).containsExactly("wrong-codec");
        assertThat(Inspected.findings(facts))
                .isEqualTo("is an MP4 file with " + codec + " sound, not AAC or Apple Lossless");
    }

    @Test
    void withACodecOfUnprintableNameIsRefusedInPrint() throws IOException {
        assertThat(Inspected.findings(Inspected.of(Mp4File.of(Mp4File.sound("\n\u001B[\u00E9")))))
                .isEqualTo("is an MP4 file with ??[? sound, not AAC or Apple Lossless");
    }

    @Test
    void inFragmentsIsNotMeasured() throws IOException {
        byte[] announced = Mp4File.index(Mp4File.header(0, 1000), AAC, Mp4File.box("mvex", new byte[20]));
        byte[] fragment = Mp4File.box("moof", new byte[20]);

        for (byte[] recording : new byte[][] {
            join(Mp4File.TYPE, announced, SAMPLES), join(Mp4File.TYPE, INDEX, fragment, SAMPLES, fragment, SAMPLES)
        }) {
            AudioFacts facts = Inspected.of(recording);
            assertThat(facts.length()).isEmpty();
            assertThat(facts.exact()).isFalse();
            assertThat(facts.faults()).isEmpty();
            assertThat(facts.warnings())
                    .containsExactly("The recording's length was not checked: it is a fragmented MP4 file.");
        }
    }

    @Test
    void withoutAnIndexIsUnfinished() throws IOException {
        for (byte[] recording : new byte[][] {
            Mp4File.TYPE,
            join(Mp4File.TYPE, SAMPLES),
            join(Mp4File.TYPE, Mp4File.lying("mdat", 0, new byte[1000])),
            Arrays.copyOf(join(Mp4File.TYPE, SAMPLES, INDEX), 20_000)
        }) {
            AudioFacts facts = Inspected.of(recording);
            assertThat(Inspected.rules(facts)).containsExactly("unfinished");
            assertThat(Inspected.findings(facts)).contains("was recording it finished");
        }
    }

    @Test
    void thatIsAPhotoIsCalledOne() throws IOException {
        byte[] photo = join(
                Mp4File.box("ftyp", text("heic"), big(0, 4), text("mif1heic")),
                Mp4File.box("meta", new byte[50]),
                SAMPLES);

        AudioFacts facts = Inspected.of(photo);

        assertThat(facts.format()).isEmpty();
        assertThat(Inspected.findings(facts)).isEqualTo("is an image of type image/heic, not mp3, m4a or wav");
    }

    @Test
    void thatWasCutOffIsTruncated() throws IOException {
        byte[] whole = join(Mp4File.TYPE, INDEX, SAMPLES);

        assertThat(Inspected.rules(Inspected.of(Arrays.copyOf(whole, whole.length - 1000))))
                .containsExactly("truncated");
    }

    @Test
    void withoutSamplesHasNoSound() throws IOException {
        assertThat(Inspected.rules(Inspected.of(join(Mp4File.TYPE, INDEX)))).containsExactly("no-sound");
        assertThat(Inspected.rules(Inspected.of(join(Mp4File.TYPE, INDEX, Mp4File.samples(0)))))
                .containsExactly("no-sound");
        assertThat(Inspected.rules(Inspected.of(Mp4File.of()))).containsExactly("no-sound");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 0x7FFF_FFFFL, 0xFFFF_FFFFL, 5000})
    void withALyingBoxInItsIndexIsDamaged(long size) throws IOException {
        for (String name : new String[] {"stsd", "hdlr", "mvhd", "trak", "udta"}) {
            byte[] index = Mp4File.index(HEADER, AAC, Mp4File.lying(name, size, new byte[100]));

            assertThat(Inspected.rules(Inspected.of(join(Mp4File.TYPE, index, SAMPLES))))
                    .containsExactly("damaged");
        }
    }

    @Test
    void withASizeBeyondAllNumbersIsDamagedOrCutOff() throws IOException {
        byte[] negative = join(big(1, 4), text("free"), big(-1, 8), new byte[100]);
        byte[] endless = join(big(1, 4), text("free"), big(Long.MAX_VALUE, 8), new byte[100]);

        assertThat(Inspected.rules(Inspected.of(join(Mp4File.TYPE, negative, INDEX, SAMPLES))))
                .containsExactly("damaged");
        assertThat(Inspected.rules(Inspected.of(join(Mp4File.TYPE, endless, INDEX, SAMPLES))))
                .containsExactly("unfinished");
    }

    @Test
    void whoseIndexCannotBeRightAboutItsLengthIsNotMeasured() throws IOException {
        for (byte[] header : new byte[][] {
            Mp4File.header(0, 1000), Mp4File.header(-1, 1000), Mp4File.header(1000, 0), Mp4File.header(0xFFFF_FFF0L, 1)
        }) {
            AudioFacts facts = Inspected.of(join(Mp4File.TYPE, Mp4File.index(header, AAC), SAMPLES));

            assertThat(facts.length()).isEmpty();
            assertThat(facts.faults()).isEmpty();
            assertThat(facts.warnings()).hasSize(1);
        }
    }
}
