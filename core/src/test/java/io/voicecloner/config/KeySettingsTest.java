package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.ConfigurationException;
import io.voicecloner.Reason;
import io.voicecloner.Violation;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @Tag("B02")
    void ofAKeyFileOneNewlineIsDroppedAndNothingElse(String content, String key) throws Exception {
        Files.writeString(keyFile, "key-of-yesterday");
        Supplier<String> supplier = key();
        Files.writeString(keyFile, content);
        assertThat(supplier.get()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", " key-of-file ", "key-of-file\n\n", "Bearer key-of-file"})
    @Tag("B02")
    void aKeyFileThatHoldsNoUsableKeyIsFoundBeforeAnythingIsSent(String content) throws Exception {
        Files.writeString(keyFile, content);
        assertThat(world().failure()).hasMessageContaining("holds a key that").hasMessageNotContaining("key-of-file ");
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
    @Tag("B22")
    void aFileTooLargeToBeAKeyIsRefusedAndNeverReadToItsEnd() throws Exception {
        Files.writeString(keyFile, "x".repeat(4096));
        Supplier<String> key = key();
        Files.writeString(keyFile, "CANARY".repeat(200_000));
        assertThat(key.get().length()).isBetween(4097, 5000);
        assertThat(fileFailure()).hasMessageContaining("too large").hasMessageNotContaining("CANARY");
    }

    @Test
    @Tag("B22")
    void aMissingKeyFileIsAnErrorThatNamesIt() {
        assertThat(fileFailure()).hasMessageContaining(keyFile.toString());
    }

    @Test
    @Tag("B22")
    void aDirectoryIsNoKeyFile() throws Exception {
        Files.createDirectory(keyFile);
        assertThat(fileFailure()).hasMessageContaining("names no file");
    }

    @Test
    @Tag("B22")
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

    @ParameterizedTest
    @MethodSource("keysThatCannotBeSent")
    @Tag("B01")
    @Tag("B02")
    @Tag("B03")
    @Tag("B04")
    void aKeyThatCannotBeSentIsFoundBeforeAnythingIsAndIsNotQuoted(String key, String wrong) {
        ConfigurationException failure = new World(directory)
                .override("voicecloner.provider", "fake-file")
                .override("voicecloner.fake-file.api-key", key)
                .failure();
        assertThat(failure.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("config.fake-file.api-key");
            assertThat(violation.message()).contains(wrong);
        });
        assertThat(failure).hasMessageNotContaining("CANARY").hasNoCause();
    }

    static Stream<Arguments> keysThatCannotBeSent() {
        return Stream.of(
                Arguments.of("", "is empty"),
                Arguments.of("   ", "is empty"),
                Arguments.of("CANARY-123\n", "strip them"),
                Arguments.of("Bearer CANARY-123", "without \"Bearer \""),
                Arguments.of("CANARY-é-123", "printable ASCII"),
                Arguments.of("CANARY\0-123", "printable ASCII"),
                Arguments.of("CANARY\r\nX: 1", "printable ASCII"),
                Arguments.of("CANARY".repeat(1_000), "8 to 4096"));
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
    @Tag("B01")
    void withoutAKeyTheErrorSaysWhereOneCouldBeGiven() {
        World world = new World(directory).override("voicecloner.provider", "fake-file");
        assertThat(world.failure().reason()).isEqualTo(Reason.MISSING_SETTING);
        assertThat(world.failure()).hasMessageContainingAll("voicecloner.fake-file.api-key", "FAKE_FILE_API_KEY");
    }

    @Test
    @Tag("B01")
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

    private ConfigurationException fileFailure() {
        ConfigurationException failure = world().failure();
        assertThat(failure.violations()).extracting(Violation::field).containsExactly("config.fake-file.api-key-file");
        return failure;
    }

    private Supplier<String> key() {
        return world().load().settings().apiKey();
    }
}
