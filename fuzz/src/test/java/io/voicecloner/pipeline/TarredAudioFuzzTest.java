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
            assertThat(isArchive(file)).as("refused though no archive").isTrue();
            return;
        }
        if (!isArchive(file)) {
            assertThat(audio).isEqualTo(file);
        } else {
            assertThat(isAFileIn(file, audio))
                    .as("%s bytes of it", audio.length)
                    .isTrue();
        }
        assertThat(readAByteAtATime(file)).isEqualTo(audio);
    }

    private static boolean isArchive(byte[] file) {
        return isHeaderAt(0, file);
    }

    private static boolean isHeaderAt(int at, byte[] file) {
        return file.length - at >= BLOCK && new String(file, at + 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
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
                // What cannot be put back must not be promised to be.
                if (in.markSupported()) {
                    in.mark(1);
                    in.read();
                    in.reset();
                }
            }
        } catch (IOException e) {
            throw new AssertionError("it could be read at once", e);
        }
        return all.toByteArray();
    }
}
