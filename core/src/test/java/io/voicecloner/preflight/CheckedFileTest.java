package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.fake.Recordings;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file between the check and the sending. */
class CheckedFileTest {
    private static final int SIZE = 200;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("me.wav");
    }

    @Test
    @Tag("B55")
    void whatDidNotChangeIsReadFromItsBeginningEveryTime() throws Exception {
        Files.write(file, Recordings.wav(SIZE));
        PreparedAudio.Content checked = checked();
        for (int time = 0; time < 2; time++) {
            try (InputStream in = checked.open()) {
                assertThat(in.readAllBytes()).isEqualTo(Recordings.wav(SIZE));
            }
        }
    }

    @ParameterizedTest
    @Tag("B55")
    @ValueSource(ints = {0, SIZE - 1, SIZE + 1, 10 * SIZE})
    void anotherSizeIsAnotherFile(int size) throws Exception {
        Files.write(file, Recordings.wav(SIZE));
        PreparedAudio.Content checked = checked();
        Files.write(file, Recordings.wav(size));
        assertChanged(checked);
    }

    @ParameterizedTest
    @Tag("B56")
    @ValueSource(strings = {"root:x:0:0", "....ftypM4A isom", "ID3", "OggS"})
    void aLinkThatLeadsToAnotherFileOfTheSameSizeIsFoundOut(String beginning) throws Exception {
        Path secret = Files.write(directory.resolve("secret"), padded(beginning));
        PreparedAudio.Content checked = checkedThroughALinkTo(Recordings.wav(SIZE));
        leadTo(secret);
        assertChanged(checked);
    }

    @ParameterizedTest
    @Tag("B56")
    @ValueSource(strings = {"root:x:0:0", "OggS", "RIFF....WAVE"})
    void anMp3IsNotSwappedForAFileWithoutAnyMagicEither(String beginning) throws Exception {
        Path secret = Files.write(directory.resolve("secret"), padded(beginning));
        PreparedAudio.Content checked = checkedThroughALinkTo(padded("ID3"));
        leadTo(secret);
        assertChanged(checked);
    }

    @Test
    @Tag("B56")
    void aLinkThatLeadsToTheSameContentElsewhereIsFine() throws Exception {
        Path copy = Files.write(directory.resolve("copy"), Recordings.wav(SIZE));
        PreparedAudio.Content checked = checkedThroughALinkTo(Recordings.wav(SIZE));
        leadTo(copy);
        try (InputStream in = checked.open()) {
            assertThat(in.readAllBytes()).isEqualTo(Recordings.wav(SIZE));
        }
    }

    @Test
    @Tag("B55")
    void aFileThatIsGoneOrADirectoryNowCannotBeOpened() throws Exception {
        Files.write(file, Recordings.wav(SIZE));
        PreparedAudio.Content checked = checked();
        Files.delete(file);
        assertThatThrownBy(checked::open).isInstanceOf(IOException.class);
        Files.createDirectory(file);
        assertThatThrownBy(checked::open).isInstanceOf(IOException.class);
    }

    private PreparedAudio.Content checked() {
        return Checks.forFiles()
                .check(CloneRequest.of(AudioSource.file(file)))
                .audio()
                .orElseThrow();
    }

    private PreparedAudio.Content checkedThroughALinkTo(byte[] content) throws IOException {
        leadTo(Files.write(directory.resolve("recording"), content));
        return checked();
    }

    private void leadTo(Path target) throws IOException {
        Files.deleteIfExists(file);
        Files.createSymbolicLink(file, target);
    }

    private static byte[] padded(String beginning) {
        return (beginning + "x".repeat(SIZE - beginning.length())).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertChanged(PreparedAudio.Content checked) {
        assertThatThrownBy(checked::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not the file that was checked any more");
    }
}
