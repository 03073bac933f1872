package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.Category;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that no editor should have written. */
class OddFilesTest {
    private static final String CONF = "voicecloner { provider = fake-file, fake-file { api-key = long-enough } }";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"voicecloner.conf", "voicecloner.json"})
    @Tag("B21")
    void aByteOrderMarkDoesNotMatter(String name) throws Exception {
        String content = "{\"voicecloner\":{\"provider\":\"fake-file\",\"fake-file\":{\"api-key\":\"long-enough\"}}}";
        World world = new World(directory).file(name, "\uFEFF" + content);
        assertThat(world.load().name()).isEqualTo("fake-file");
    }

    @Test
    void inPropertiesAByteOrderMarkBelongsToTheFirstKeyAndIsAnErrorNotACrash() throws Exception {
        World world = new World(directory).file("voicecloner.properties", "\uFEFFvoicecloner.provider=fake-file");
        assertThat(world.failure()).hasMessageContaining("it holds no block voicecloner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"voicecloner.conf", "voicecloner.json", "voicecloner.properties"})
    void anEmptyFileLacksAProvider(String name) throws Exception {
        assertThat(new World(directory).file(name, "").failure().category()).isEqualTo(Category.CONFIGURATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\0", "]", "voicecloner", "voicecloner = 1", "[1, 2]", "\"", "include \"\0\"", "voicecloner."})
    void nonsenseIsAnErrorAndNotACrash(String content) throws Exception {
        assertThat(new World(directory).file("voicecloner.conf", content).failure())
                .hasMessageNotContaining("line -1");
    }

    @ParameterizedTest
    @CsvSource({
        "voicecloner.conf, voicecloner=, [",
        "voicecloner.conf, '', {a=",
        "voicecloner.json, '', {\"a\":",
        "voicecloner.conf, x=, ${"
    })
    void aFileNestedAHundredThousandTimesIsAnErrorAndNotAStackOverflow(String name, String start, String one)
            throws Exception {
        World world = new World(directory).file(name, start + one.repeat(100_000));
        assertThat(world.failure()).hasMessageContaining("it is nested too deeply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\" = x", "\"a..b\" = x", "\".\" { a = x }", "\"a\\\"b\" = x"})
    void anOddNameInABlockWhereANameShouldStandIsAnErrorAndNotACrash(String inside) throws Exception {
        World world = new World(directory).file("voicecloner.conf", "voicecloner.provider { " + inside + " }");
        assertThat(world.failure()).hasMessageContaining("provider");
    }

    @Test
    void aKeyOfAHundredThousandPartsIsAnErrorAndTakesNoMinutes() throws Exception {
        World world = new World(directory).file("voicecloner.properties", "voicecloner" + ".a".repeat(100_000) + "=1");
        assertThat(world.failure()).hasMessageContaining("it is nested too deeply");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include \" %s\"",
                "include \"\\t%s\"",
                "include \"\\u0000\\u001f\\n %s\"",
                "include required(\" %s\")",
                "include \"url:%s\"",
                "include \" URL:%s \"",
                "include \" jar:%s!/\"",
                "include \" file://127.0.0.1/%s\"",
                "include required(url(\" %s\"))",
                "voicecloner.fake-file { include \" %s\" }",
            })
    void anIncludedAddressWithABlankBeforeItIsNotAskedForNotEvenByAnIncludedFile(String line) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String included = line.formatted("http://127.0.0.1:" + server.getLocalPort() + "/other.conf");
            World straight = new World(directory).file("voicecloner.conf", included + "\n" + CONF);
            assertThat(straight.failure()).hasMessageContaining("only files can be included");

            World through = new World(directory)
                    .file("other.conf", included)
                    .file("voicecloner.conf", "include \"other.conf\"\n" + CONF);
            assertThat(through.failure()).hasMessageContaining("only files can be included");
            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"include url(\"%s\")", "include \"%s\"", "voicecloner.fake-file { include url(\"%s\") }"})
    void anIncludedAddressIsNotAskedFor(String line) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/other.conf";
            World world = new World(directory).file("voicecloner.conf", line.formatted(address) + "\n" + CONF);

            assertThat(world.failure()).hasMessageContaining("only files can be included");
            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"include \"other.conf\"", "include file(\"%s/other.conf\")"})
    void anIncludedFileIsRead(String line) throws Exception {
        World world = new World(directory)
                .file("other.conf", "voicecloner.fake-file.region = other")
                .file("voicecloner.conf", line.formatted(directory.toString().replace('\\', '/')) + "\n" + CONF);
        assertThat(world.load().settings().option("region")).contains("other");
    }

    @Test
    void anotherEncodingIsAnErrorAndNotACrash() throws Exception {
        Files.write(directory.resolve("voicecloner.conf"), CONF.getBytes(StandardCharsets.UTF_16));
        assertThat(new World(directory).failure().category()).isEqualTo(Category.CONFIGURATION);
    }

    @Test
    void anErrorOfFormSaysInWhichLine() throws Exception {
        assertThat(new World(directory)
                        .file("voicecloner.conf", "voicecloner {\n  provider = fake-file\n  = x\n}")
                        .failure())
                .hasMessageContaining("at line 3");
    }

    @Test
    @Tag("B21")
    void theLastOfTwoEqualKeysCounts() throws Exception {
        World world = new World(directory).with("voicecloner.fake-file.region = a\nvoicecloner.fake-file.region = b");
        assertThat(world.load().settings().option("region")).contains("b");
    }

    @Test
    void aLongFileIsReadWhole() throws Exception {
        World world = new World(directory).file("voicecloner.conf", "# filler\n".repeat(100_000) + CONF);
        assertThat(world.load().name()).isEqualTo("fake-file");
    }
}
