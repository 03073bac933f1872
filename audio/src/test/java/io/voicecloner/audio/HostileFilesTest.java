package io.voicecloner.audio;

import static io.voicecloner.audio.Bytes.big;
import static io.voicecloner.audio.Bytes.join;
import static io.voicecloner.audio.Bytes.little;
import static io.voicecloner.audio.Bytes.repeat;
import static io.voicecloner.audio.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.PreparedAudio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No file makes the inspector throw or stand still, or take more than the 64 MB that this whole JVM has. */
class HostileFilesTest {
    private static final int MUTATIONS = Integer.getInteger("hostile.mutations", 2000);
    private static final int MANY = 20 * 1024 * 1024;
    private static final Duration MOST = Duration.ofSeconds(2);
    private static final long MOST_ALLOCATED = 48_000_000;

    private static final byte[] AAC = Mp4File.sound("mp4a");
    private static final byte[] HANDLER = Mp4File.box("hdlr", new byte[8], text("soun"), new byte[12]);
    private static final byte[] WAV = text("RIFF\u00FF\u00FF\u00FF\u007FWAVE");

    /** Tika's table of types and the classes are not any one file's doing. */
    @BeforeAll
    static void loadEverything() throws IOException {
        for (byte[] recording : originals()) {
            Inspected.of(recording);
        }
        Inspected.of(text("<html>"));
    }

    @Test
    void damagedRecordingsAreAllJudged() throws IOException {
        List<byte[]> originals = originals();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long slowest = 0;
        long largest = 0;
        int refused = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            byte[] damaged = new Mutations(seed).of(originals.get(seed % originals.size()));
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();

            AudioFacts facts = Inspected.of(damaged);

            long took = System.nanoTime() - start;
            allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
            assertThat(Duration.ofNanos(took)).as("seed %d", seed).isLessThan(MOST);
            assertThat(allocated).as("seed %d", seed).isLessThan(MOST_ALLOCATED);
            assertSound(facts);
            slowest = Math.max(slowest, took);
            largest = Math.max(largest, allocated);
            refused += facts.faults().isEmpty() ? 0 : 1;
        }
        System.out.printf(
                "%d damaged recordings, %d refused; slowest %d ms, most allocated %d kB%n",
                MUTATIONS, refused, slowest / 1_000_000, largest / 1000);
    }

    static Stream<Arguments> traps() {
        byte[] soundHeader = join(Mp4File.header(12_500, 1000), AAC);
        return Stream.of(
                large("2 million boxes", Mp4File.TYPE, Mp4File.box("free")),
                large("2 million boxes in an index", index("moov"), Mp4File.box("free")),
                large("600,000 handlers", join(index("moov"), text("\1\0\0\0mdia")), HANDLER),
                large("1 million tracks", index("moov"), Mp4File.box("trak", Mp4File.box("mdia"))),
                large("a handler of 19 MB", join(index("moov"), Mp4File.lying("hdlr", 19_000_000)), text("soun")),
                large("a movie header of 19 MB", join(index("moov"), Mp4File.lying("mvhd", 19_000_000)), new byte[1]),
                large(
                        "user data of 19 MB",
                        join(
                                Mp4File.TYPE,
                                Mp4File.lying("moov", 19_000_008L + soundHeader.length),
                                soundHeader,
                                Mp4File.lying("udta", 19_000_000)),
                        Mp4File.box("mdat")),
                large("fragments only", Mp4File.of(AAC), Mp4File.box("moof")),
                nested(1000),
                nested(100_000),
                large("1.9 million ID3 tags", new byte[0], Mp3File.tag(0)),
                large("99 ID3 tags and zeros", repeat(Mp3File.tag(10), 99), new byte[1]),
                large("an ID3 tag of 256 MB", Mp3File.tag(0x0FFF_FFFF, 0), text("TIT2")),
                large("all bits set", new byte[0], big(-1, 4)),
                large("frame headers one behind the other", new byte[0], big(0xFFFB_9000, 4)),
                large("frame headers that overlap", new byte[0], text("\u00FF\u00FB\u0090")),
                large("frame headers that never fit", big(0xFFFB_9000, 4), join(big(0xFFFB_E000, 4), new byte[1])),
                large("the shortest frames", new byte[0], join(big(0xFFF3_14C0, 4), new byte[20])),
                large("2.4 million chunks", WAV, WavFile.chunk("JUNK", new byte[0])),
                large("lists in lists", WAV, join(text("LIST"), little(19_000_000, 4), text("INFO"))),
                large("RIFF in RIFF", WAV, join(text("RIFF"), little(19_000_000, 4), text("WAVE"))),
                large("a WAV of zeros", WAV, new byte[1]),
                large("formats only", WAV, WavFile.format(WavFile.FLOAT, 1, 8000, 32)),
                large("a format of 19 MB", join(WAV, text("fmt "), little(19_000_000, 4)), little(3, 2)),
                large("tags in tags", text("<?xml version='1.0'?>"), text("<a>")),
                large("attributes", text("<html "), text("a='b' ")),
                large("comments", text("<?xml version='1.0'?><!--"), text("- ")),
                Arguments.of(
                        "entities in entities", (PreparedAudio.Opener) () -> new ByteArrayInputStream(laughs()), 2000L),
                large("text", new byte[0], text("la ")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void trapsAreAllJudged(String name, PreparedAudio.Opener opener, long length) throws IOException {
        long start = System.nanoTime();

        AudioFacts facts = Inspected.INSPECTOR.inspect(opener, length);

        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(took).isLessThan(MOST);
        assertSound(facts);
    }

    /** Either something is wrong with it, or it has a format, and a length or a warning. */
    private static void assertSound(AudioFacts facts) {
        assertThat(facts.faults().isEmpty())
                .isEqualTo(facts.faults().isEmpty() && facts.format().isPresent());
        assertThat(facts.length().isPresent()
                        || !facts.faults().isEmpty()
                        || !facts.warnings().isEmpty())
                .isTrue();
        assertThat(facts.exact()).isEqualTo(facts.length().isPresent());
        assertThat(facts.length().orElse(Duration.ZERO)).isBetween(Duration.ZERO, Duration.ofDays(30));
    }

    private static List<byte[]> originals() throws IOException {
        return List.of(
                Files.readAllBytes(Inspected.SAMPLES.resolve("speech.mp3")),
                Files.readAllBytes(Inspected.SAMPLES.resolve("speech.m4a")),
                Files.readAllBytes(Inspected.SAMPLES.resolve("speech.wav")),
                Mp4File.of(AAC, Mp4File.track("vide", Mp4File.box("stsd", new byte[100]))),
                join(Mp4File.TYPE, Mp4File.samples(3000), Mp4File.index(Mp4File.header(2000, 1000), AAC)),
                WavFile.riff(
                        WavFile.chunk("LIST", text("INFOISFT\4\0\0\0abcd")),
                        WavFile.format(WavFile.FLOAT, 2, 48_000, 32),
                        WavFile.data(4000, 4000)),
                WavFile.riff(WavFile.format(WavFile.ADPCM, 1, 24_000, 4), WavFile.data(4000, 4000)),
                join(Mp3File.tag(300), Mp3File.frames(24_000, 100), Mp3File.tag(30), Mp3File.frames(44_100, 20)));
    }

    private static byte[] index(String name) {
        return join(Mp4File.TYPE, Mp4File.lying(name, MANY - Mp4File.TYPE.length));
    }

    private static Arguments large(String name, byte[] beginning, byte[] piece) {
        return Arguments.of(name, (PreparedAudio.Opener) () -> new Endless(beginning, piece), (long) MANY);
    }

    private static Arguments nested(int deep) {
        byte[][] parts = new byte[deep + 2][];
        parts[0] = Mp4File.TYPE;
        String[] names = {"moov", "trak", "mdia", "minf", "stbl"};
        for (int i = 0; i <= deep; i++) {
            parts[i + 1] = Mp4File.lying(names[Math.min(i, i % names.length)], 8L * (deep + 1 - i));
        }
        byte[] file = join(parts);
        return Arguments.of(
                deep + " boxes in each other", (PreparedAudio.Opener) () -> new ByteArrayInputStream(file), (long)
                        file.length);
    }

    private static byte[] laughs() {
        StringBuilder xml = new StringBuilder("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 30; i++) {
            xml.append("<!ENTITY e" + i + " '" + ("&e" + (i - 1) + ";").repeat(3) + "'>");
        }
        return text(xml.append("]><a b='&e29;'>&e29;</a>").toString() + " ".repeat(1000));
    }
}
