package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.Reason;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two ways to give a key. */
class KeySettingsTest {
    @TempDir
    Path directory;

    private Path keyFile;

    @BeforeEach
    void nameTheFile() {
        keyFile = directory.resolve("key.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "'key-of-file', 'key-of-file'",
        "'key-of-file\n', 'key-of-file'",
        "'key-of-file\r\n', 'key-of-file'",
        "'key-of-file\n\n', 'key-of-file\n'",
        "'key-of-file\r', 'key-of-file\r'",
        "' key-of-file \n', ' key-of-file '",
    })
    void ofAKeyFileOneNewlineIsDroppedAndNothingElse(String content, String key) throws Exception {
        Files.writeString(keyFile, content);
        assertThat(key().get()).isEqualTo(key);
    }

    @Test
    void aKeyFileIsReadAgainForEveryRequest() throws Exception {
        Files.writeString(keyFile, "key-of-monday");
        Supplier<String> key = key();
        assertThat(key.get()).isEqualTo("key-of-monday");
        Files.writeString(keyFile, "key-of-tuesday");
        assertThat(key.get()).isEqualTo("key-of-tuesday");
        Files.delete(keyFile);
        assertThatThrownBy(key::get).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aFileTooLargeToBeAKeyIsRefusedAndNeverReadToItsEnd() throws Exception {
        Files.writeString(keyFile, "x".repeat(4096));
        Supplier<String> key = key();
        Files.writeString(keyFile, "x".repeat(1_000_000));
        assertThat(key.get().length()).isBetween(4097, 5000);
        assertThat(world().failure()).hasMessageContaining("too large");
    }

    @Test
    void aMissingKeyFileIsAnErrorThatNamesIt() {
        assertThat(world().failure()).hasMessageContaining(keyFile.toString());
    }

    @Test
    void aDirectoryIsNoKeyFile() throws Exception {
        Files.createDirectory(keyFile);
        assertThat(world().failure()).hasMessageContaining("names no file");
    }

    @Test
    void aKeyFileWhoseNameIsNoneIsAnErrorAndNotACrash() {
        assertThat(world().override("voicecloner.fake-file.api-key-file", "a\0CANARY")
                        .failure())
                .hasMessageContaining("names no file")
                .hasMessageNotContaining("CANARY");
    }

    @Test
    void aKeyAndAKeyFileTogetherAreAnError() throws Exception {
        Files.writeString(keyFile, "key-of-file");
        assertThat(world().override("voicecloner.fake-file.api-key", "long-enough")
                        .failure())
                .hasMessageContaining("give one of them");
    }

    @Test
    void theEnvironmentMayNameTheKeyFile() throws Exception {
        Files.writeString(keyFile, "key-of-file");
        World world = new World(directory)
                .override("voicecloner.provider", "fake-file")
                .variable("FAKE_FILE_API_KEY_FILE", keyFile.toString());
        assertThat(world.load().settings().apiKey().get()).isEqualTo("key-of-file");
    }

    @Test
    void withoutAKeyTheErrorSaysWhereOneCouldBeGiven() {
        World world = new World(directory).override("voicecloner.provider", "fake-file");
        assertThat(world.failure().reason()).isEqualTo(Reason.MISSING_SETTING);
        assertThat(world.failure()).hasMessageContainingAll("voicecloner.fake-file.api-key", "FAKE_FILE_API_KEY");
    }

    @Test
    void anEmptyKeyIsAnError() {
        World world = new World(directory)
                .override("voicecloner.provider", "fake-file")
                .override("voicecloner.fake-file.api-key", "  ");
        assertThat(world.failure()).hasMessageContaining("api-key is empty");
    }

    private World world() {
        return new World(directory)
                .override("voicecloner.provider", "fake-file")
                .override("voicecloner.fake-file.api-key-file", keyFile.toString());
    }

    private Supplier<String> key() {
        return world().load().settings().apiKey();
    }
}
