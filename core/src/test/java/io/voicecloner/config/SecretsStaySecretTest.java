package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key shows in no message, whatever is wrong with the configuration it stands in. */
class SecretsStaySecretTest {
    private static final String CANARY = "sk-CANARY-0123456789";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "voicecloner.conf       | { voicecloner { fake-file { api-key = \"CANARY",
                "voicecloner.conf       | voicecloner.fake-file.api-key = CANARY }",
                "voicecloner.conf       | voicecloner.fake-file.api-key = CANARY : = \" x",
                "voicecloner.conf       | voicecloner.fake-file.api-key = ${CANARY}",
                "voicecloner.conf       | voicecloner.fake-file.api-key = CANARY\\\"\"\\q",
                "voicecloner.json       | {\"voicecloner\": {\"fake-file\": {\"api-key\": \"CANARY\", }",
                "voicecloner.json       | {\"voicecloner\": CANARY}",
                "voicecloner.properties | voicecloner.fake-file.api-key=CANARY\\u00zz",
            })
    @Tag("B21")
    void aMalformedFileIsNotQuoted(String name, String content) throws Exception {
        expectSilence(new World(directory).file(name, content.replace("CANARY", CANARY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect-timeout = CANARY",
                "max-audio-size = CANARY",
                "base-url = \"https://CANARY @host\"",
                "loud = CANARY",
                "count = CANARY",
                "pause = CANARY",
                "room = CANARY",
                "page = \"CANARY {\"",
                "account = CANARY",
                "api-key = [CANARY]",
                "api-key = { value = CANARY }",
                "api-key = null, api-key-file = CANARY",
                "region = [CANARY]",
                "key = CANARY",
            })
    @Tag("B22")
    void aKeyInTheWrongPlaceIsNotQuoted(String line) throws Exception {
        String text = line.replace("CANARY", CANARY);
        expectSilence(new World(directory).with("voicecloner.fake-file { loud = maybe, " + text + " }"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provider = ${FAKE_KEY}",
                "fallbacks = [${FAKE_KEY}]",
                "failover-on = [${FAKE_KEY}]",
                "audio-host.type = ${FAKE_KEY}",
                "fake-file.api-key-file = \"./\"${FAKE_KEY}"
            })
    void aKeyThatIsAlsoGivenAsANameIsNotQuoted(String line) throws Exception {
        World world = new World(directory)
                .variable("FAKE_KEY", CANARY)
                .with("voicecloner { accounts.a { provider = fake-file, api-key = ${FAKE_KEY} }, " + line + " }");
        expectSilence(world);
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow-loopback", "audio-host", "accounts", "fake-url", "accounts.team-a"})
    void aKeyInPlaceOfABlockIsNotQuoted(String key) throws Exception {
        expectSilence(new World(directory).with("voicecloner { zzz = 1, " + key + " = " + CANARY + " }"));
    }

    @Test
    @Tag("S11")
    void whatWasReadPrintsNoSecretEither() throws Exception {
        Configured configured = new World(directory)
                .with("voicecloner.fake-file { api-key = " + CANARY + ", token = " + CANARY + " }\n"
                        + "voicecloner.audio-host { type = fake, secret-key = " + CANARY + " }")
                .load();
        assertThat(configured.settings().apiKey().get()).isEqualTo(CANARY);
        assertThat(configured.audioHost().orElseThrow().settings()).containsEntry("secret-key", CANARY);
        assertThat(configured.toString() + configured.settings() + configured.audioHost() + configured.warnings())
                .doesNotContain("CANARY")
                .contains("secret-key", "token");
    }

    private static void expectSilence(World world) {
        StringWriter everything = new StringWriter();
        world.failure().printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).doesNotContain("CANARY");
    }
}
