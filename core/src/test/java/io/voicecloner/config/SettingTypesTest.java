package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ProviderSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a value of each type must look like. */
class SettingTypesTest {
    @TempDir
    Path directory;

    @Test
    void everyCommonSettingArrives() throws Exception {
        ProviderSettings settings = new World(directory).with("""
                        voicecloner.fake-file {
                          account = team-a, base-url = "https://gateway.example/v1"
                          connect-timeout = 1s, read-timeout = 2m, write-timeout = 3000ms, call-timeout = 4 minutes
                          deadline = 1h, max-audio-size = 5MiB, voice-id-prefix = mine-
                        }""").load().settings();
        assertThat(settings.account()).contains("team-a");
        assertThat(settings.baseUrl().orElseThrow()).hasHost("gateway.example");
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.writeTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.callTimeout()).isEqualTo(Duration.ofMinutes(4));
        assertThat(settings.deadline()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.maxAudioBytes()).isEqualTo(5 * 1024 * 1024);
        assertThat(settings.voiceIdPrefix()).isEqualTo("mine-");
        assertThat(settings.loopbackAllowed()).isFalse();
    }

    @Test
    void whatTheProviderDeclaresIsHandedOn() throws Exception {
        ProviderSettings settings = new World(directory)
                .with("voicecloner.fake-file { region = north, loud = yes, count = 3, pause = 5m, room = 1kB }")
                .load()
                .settings();
        assertThat(settings.options())
                .containsEntry("region", "north")
                .containsEntry("loud", "true")
                .containsEntry("count", "3")
                .containsEntry("pause", "5m")
                .containsEntry("room", "1kB")
                .doesNotContainKeys("api-key", "api-key-file", "base-url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"007", "12345678901234567890123"})
    void aNumberKeepsAllItsDigits(String number) throws Exception {
        ProviderSettings settings = new World(directory)
                .with("voicecloner.fake-file.region = " + number)
                .load()
                .settings();
        assertThat(settings.option("region")).contains(number);
    }

    @ParameterizedTest
    @CsvSource({
        "connect-timeout, 30, needs a unit",
        "connect-timeout, 1.5, needs a unit",
        "connect-timeout, .5, needs a unit",
        "connect-timeout, 1e3, needs a unit",
        "connect-timeout, 0s, at least a millisecond",
        "connect-timeout, -3s, at least a millisecond",
        "connect-timeout, 1ns, at least a millisecond",
        "connect-timeout, 25h, at most a day",
        "connect-timeout, 99999999999999999999d, is not a time",
        "deadline, soon, is not a time",
        "deadline, 3 fortnights, is not a time",
        "pause, 30, needs a unit",
        "max-audio-size, 0, must be more than nothing",
        "max-audio-size, -1, is not a size",
        "max-audio-size, big, is not a size",
        "max-audio-size, 999999999999YiB, is not a size",
        "room, 3 apples, is not a size",
        "base-url, 'https://exa mple/', is not a URL",
        "page, 'https://[', is not a URL",
        "loud, perhaps, must be true or false",
        "loud, 1, must be true or false",
        "count, 3.5, is not a whole number",
        "count, many, is not a whole number",
        "count, 99999999999, is not a whole number",
        "account, Team B, lower-case letters",
    })
    @Tag("B16")
    @Tag("B21")
    void aValueOfTheWrongTypeIsAnErrorThatSaysWhatIsWanted(String key, String value, String wanted) throws Exception {
        World world = new World(directory).with("voicecloner.fake-file." + key + " = \"" + value + '"');
        assertThat(world.failure().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("config.fake-file." + key);
            assertThat(violation.message()).contains(wanted);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "connect-timeout", "api-key", "loud", "account"})
    @Tag("B21")
    void aListOrABlockIsNoValue(String key) throws Exception {
        for (String value : new String[] {"[a, b]", "{ a = b }"}) {
            World world = new World(directory).with("voicecloner.fake-file." + key + " = " + value);
            assertThat(world.failure()).hasMessageContaining("fake-file." + key + " takes a single value");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake-file", "audio-host", "accounts"})
    void aValueIsNoBlock(String key) throws Exception {
        World world = new World(directory)
                .file("voicecloner.conf", "voicecloner { provider = fake-file, " + key + " = CANARY-KEY }");
        assertThat(world.failure()).hasMessageContaining("config." + key).hasMessageNotContaining("CANARY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake-file", "fake-url", "audio-host", "accounts", "provider", "allow-loopback"})
    void nullIsAsGoodAsNothing(String key) throws Exception {
        World world = new World(directory)
                .with("voicecloner." + key + " = null")
                .override("voicecloner.provider", "fake-file")
                .override("voicecloner.fake-file.api-key", "long-enough");
        assertThat(world.load().name()).isEqualTo("fake-file");
    }

    @Test
    void aSelectedProviderWhoseBlockIsNullLacksItsKey() throws Exception {
        World world =
                new World(directory).file("voicecloner.conf", "voicecloner { provider = fake-file, fake-file = null }");
        assertThat(world.failure()).hasMessageContaining("There is no API key for fake-file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider = { a = b }", "provider = [a]", "allow-loopback = perhaps"})
    void aWrongValueAtTheTopIsAnError(String line) throws Exception {
        String key = line.substring(0, line.indexOf(' '));
        World world = new World(directory).with("voicecloner." + line);
        assertThat(world.failure().violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.field()).isEqualTo("config." + key));
    }
}
