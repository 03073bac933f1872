package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Audio in an archive, and archives that lie. */
class TarredAudioTest {
    private static final byte[] SOUND = new byte[1_300];

    static {
        Arrays.fill(SOUND, (byte) 7);
    }

    @Test
    void whatIsNoArchiveIsTheAudio() throws IOException {
        assertThat(unpacked(SOUND)).isEqualTo(SOUND);
        assertThat(unpacked(new byte[0])).isEmpty();
        assertThat(unpacked(Arrays.copyOf(SOUND, 100))).hasSize(100);
        assertThat(unpacked(new byte[2_048])).hasSize(2_048);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ustar\0", "ustar ", "\0\0\0\0\0\0"})
    void theAudioIsTakenOutOfEveryKindOfArchive(String magic) throws IOException {
        byte[] archive = archive(
                entry("21-1/", '5', 0, magic, new byte[0]),
                entry("21-1/21-1.extra", '0', 700, magic, new byte[700]),
                entry("21-1/21-1.titles", '0', 512, magic, new byte[512]),
                entry("21-1/21-1.MP3", '0', SOUND.length, magic, SOUND));

        assertThat(unpacked(archive)).isEqualTo(SOUND);
    }

    @Test
    void aDirectoryOrLinkThatIsNamedLikeAudioIsNone() throws IOException {
        byte[] archive = archive(
                entry("a.mp3", '5', 0, "ustar\0", new byte[0]),
                entry("b.mp3", '2', 0, "ustar\0", new byte[0]),
                entry("c.wav", '\0', SOUND.length, "ustar\0", SOUND));

        assertThat(unpacked(archive)).isEqualTo(SOUND);
    }

    @Test
    void anArchiveWithoutAudioIsRefused() {
        byte[] archive = archive(entry("readme.txt", '0', 5, "ustar\0", new byte[5]));

        assertThatThrownBy(() -> unpacked(archive))
                .isInstanceOf(TarredAudio.UnreadableArchiveException.class)
                .hasMessageContaining("holds no audio");
    }

    @Test
    void anArchiveThatIsCutOffAnywhereIsRefused() {
        byte[] archive = archive(
                entry("a.extra", '0', 700, "ustar\0", new byte[700]),
                entry("a.mp3", '0', SOUND.length, "ustar\0", SOUND));
        int end = 512 + 1_024 + 512 + SOUND.length;
        for (int cut = 512; cut < end; cut += 37) {
            byte[] begun = Arrays.copyOf(archive, cut);
            assertThatThrownBy(() -> unpacked(begun))
                    .as("cut at %d", cut)
                    .isInstanceOf(TarredAudio.UnreadableArchiveException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"77777777777", "-0000000001", "99999999999", "", "0x10", "\u00800000000001"})
    void aSizeThatIsNoneOrEndlessIsRefused(String size) {
        for (String name : new String[] {"a.mp3", "a.extra"}) {
            byte[] entry = entry(name, '0', 0, "ustar\0", SOUND);
            Arrays.fill(entry, 124, 136, (byte) 0);
            System.arraycopy(size.getBytes(StandardCharsets.ISO_8859_1), 0, entry, 124, size.length());

            assertThatThrownBy(() -> unpacked(archive(entry)))
                    .isInstanceOf(TarredAudio.UnreadableArchiveException.class);
        }
    }

    private static byte[] unpacked(byte[] file) throws IOException {
        try (InputStream audio = TarredAudio.unpacked(new ByteArrayInputStream(file))) {
            return audio.readAllBytes();
        }
    }

    static byte[] archive(byte[]... entries) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            archive.writeBytes(entry);
        }
        archive.writeBytes(new byte[1_024]);
        return archive.toByteArray();
    }

    static byte[] entry(String name, char type, int size, String magic, byte[] content) {
        byte[] entry = new byte[512 + (content.length + 511) / 512 * 512];
        put(entry, 0, name);
        put(entry, 100, "0000644\0" + "0000000\0" + "0000000\0");
        put(entry, 124, String.format("%011o\0", size));
        put(entry, 136, "00000000000\0" + "        ");
        entry[156] = (byte) type;
        put(entry, 257, magic);
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += entry[i] & 0xFF;
        }
        put(entry, 148, String.format("%06o\0 ", sum));
        System.arraycopy(content, 0, entry, 512, content.length);
        return entry;
    }

    private static void put(byte[] entry, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, entry, at, text.length());
    }
}
