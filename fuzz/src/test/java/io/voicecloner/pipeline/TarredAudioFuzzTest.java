package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Timeout;

/** Files that a provider gives for the speech of a long text: the audio itself, or an archive that holds it. */
@Timeout(20)
class TarredAudioFuzzTest {
    private static final int BLOCK = 512;

    @FuzzTest
    void theAudioIsTheFileOrAWholeFileInIt(byte[] file) {
        byte[] audio;
        try (InputStream in = TarredAudio.unpacked(new ByteArrayInputStream(file))) {
            audio = in.readAllBytes();
        } catch (IOException e) {
            assertThat(isHeaderAt(0, file)).as("refused though no archive").isTrue();
            return;
        }
        boolean whole = !isMarked(0, file) && Arrays.equals(audio, file);
        assertThat(whole || isAFileIn(file, audio))
                .as("%s bytes of %s", audio.length, file.length)
                .isTrue();
        assertThat(readAByteAtATime(file)).isEqualTo(audio);
    }

    private static boolean isMarked(int at, byte[] file) {
        return file.length - at >= BLOCK && new String(file, at + 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    /** Older archives have no mark, and a sum of the header's bytes, that of the sum itself taken as blanks. */
    private static boolean isHeaderAt(int at, byte[] file) {
        if (file.length - at < BLOCK || isMarked(at, file)) {
            return file.length - at >= BLOCK;
        }
        int sum = 8 * ' ';
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? 0 : file[at + i] & 0xFF;
        }
        String said = new String(file, at + 148, 8, StandardCharsets.ISO_8859_1);
        return said.replaceAll("(?s)\0.*", "").strip().matches("0*" + Integer.toOctalString(sum));
    }

    /** Whether one of the headers says that as much follows it, and that follows. */
    private static boolean isAFileIn(byte[] archive, byte[] audio) {
        for (int at = 0; isHeaderAt(at, archive); at += BLOCK + (sizeAt(at, archive) + BLOCK - 1) / BLOCK * BLOCK) {
            int begin = at + BLOCK;
            int end = begin + audio.length;
            if (sizeAt(at, archive) == audio.length
                    && end <= archive.length
                    && Arrays.equals(archive, begin, end, audio, 0, audio.length)) {
                return true;
            }
        }
        return false;
    }

    /** At most a megabyte; no header of an input leads farther. */
    private static int sizeAt(int at, byte[] archive) {
        String digits = new String(archive, at + 124, 12, StandardCharsets.ISO_8859_1);
        int end = digits.indexOf('\0');
        String octal = (end < 0 ? digits : digits.substring(0, end)).strip();
        return octal.matches("[0-7]{1,11}") ? (int) Math.min(1 << 20, Long.parseLong(octal, 8)) : 1 << 20;
    }

    private static byte[] readAByteAtATime(byte[] file) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (InputStream in = TarredAudio.unpacked(new ByteArrayInputStream(file))) {
            for (int read = in.read(); read >= 0; read = in.read()) {
                all.write(read);
            }
        } catch (IOException e) {
            throw new AssertionError("it could be read at once", e);
        }
        return all.toByteArray();
    }
}
