package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of the right type that must not be used all the same. */
class BadValuesTest {
    private static final String CONF = "voicecloner { provider = fake-file, fake-file { api-key = long-enough } }\n";
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    Path directory;

    @ParameterizedTest
    @Tag("S1")
    @Tag("S2")
    @Tag("B06")
    @Tag("B07")
    @Tag("B08")
    @Tag("B11")
    @Tag("B12")
    @Tag("B14")
    @CsvSource({
        "'', must begin with https",
        "api.example, must begin with https",
        "ftp://api.example, must begin with https",
        "http://api.example, must be https",
        "https://user:CANARY@api.example, must not hold a user",
        "https://api.example?x=CANARY, must not hold a user",
        "https://api.example:65536, a port that is none",
        "https://api.example/v1/../admin, dotted path segments",
    })
    void aBaseUrlThatCannotBeUsedIsFoundWithTheOtherMistakesAndNotQuoted(String url, String wrong) {
        World world = enough().override("voicecloner.fake-file.base-url", url);
        assertThat(world.failure().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("config.fake-file.base-url");
            assertThat(violation.message()).contains(wrong).doesNotContain("CANARY");
        });
    }

    @Test
    @Tag("B06")
    void aBaseUrlThatIsNullIsAsGoodAsNone() throws Exception {
        World world = new World(directory).with("voicecloner.fake-file.base-url = null");
        assertThat(world.load().settings().baseUrl()).isEmpty();
    }

    @Test
    @Tag("B10")
    void aHostThatOnlyLooksLikeTheRightOneIsNamedAsWhatItIs() throws Exception {
        World world = new World(directory).with("voicecloner.fake-file.base-url = \"https://\u0430pi.example/v1\"");
        assertThat(world.load().warnings())
                .singleElement()
                .asString()
                .contains("fake-file.base-url is not plain ASCII", "xn--pi-6kc.example");
    }

    @Test
    @Tag("B13")
    void plainHttpToThisMachineNeedsNoFlag() {
        World world = enough().override("voicecloner.fake-file.base-url", "http://127.0.0.1:8443/v1");
        assertThat(world.load().settings().loopbackAllowed()).isFalse();
    }

    @ParameterizedTest
    @Tag("B15")
    @Tag("S17")
    @ValueSource(strings = {"region", "token"})
    void aLineBreakInATextNeverReachesTheWire(String option) {
        for (String text : new String[] {"CANARY\r\nX: y", "CANARY\n", "CANARY\0", "CANARY\u007F", "CANARY\u0085"}) {
            World world = enough().override("voicecloner.fake-file." + option, text);
            assertThat(world.failure().violations()).singleElement().satisfies(violation -> {
                assertThat(violation.field()).isEqualTo("config.fake-file." + option);
                assertThat(violation.message()).contains("line break").doesNotContain("CANARY");
            });
        }
    }

    @Test
    @Tag("B16")
    void aCallMayTakeNoLessTimeThanItsConnection() throws Exception {
        World world = new World(directory).with("voicecloner.fake-file { connect-timeout = 10s, call-timeout = 9s }");
        assertThat(world.failure().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("config.fake-file.call-timeout");
            assertThat(violation.message()).contains("must not be shorter than connect-timeout");
        });
        world.with("voicecloner.fake-file { connect-timeout = 10s, call-timeout = 10s }");
        assertThat(world.load().name()).isEqualTo("fake-file");
    }

    @ParameterizedTest
    @Tag("B21")
    @ValueSource(strings = {"voicecloner.conf", "voicecloner.properties", "voicecloner.json"})
    void aFileOfMoreThanAMegabyteIsNotRead(String name) throws Exception {
        World world = new World(directory).file(name, "#".repeat(MEGABYTE + 1));
        assertThat(world.failure().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("config");
            assertThat(violation.message()).contains(name, "larger than a megabyte");
        });
    }

    @Test
    @Tag("B21")
    void aFileOfAMegabyteIsReadWhole() throws Exception {
        World world =
                new World(directory).file("voicecloner.conf", "#".repeat(MEGABYTE - CONF.length() - 1) + '\n' + CONF);
        assertThat(Files.size(directory.resolve("voicecloner.conf"))).isEqualTo(MEGABYTE);
        assertThat(world.load().name()).isEqualTo("fake-file");
    }

    @Test
    @Tag("B22")
    void aDeviceIsNoKeyFile() {
        World world = new World(directory)
                .override("voicecloner.provider", "fake-file")
                .override("voicecloner.fake-file.api-key-file", "/dev/zero");
        assertThat(world.failure().violations())
                .extracting(Violation::field)
                .containsExactly("config.fake-file.api-key-file");
    }

    private World enough() {
        return new World(directory)
                .override("voicecloner.provider", "fake-file")
                .override("voicecloner.fake-file.api-key", "long-enough");
    }
}
