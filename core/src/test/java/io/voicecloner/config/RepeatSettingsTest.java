package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ProviderSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings whose work is not done yet are checked, and nobody is left to count on them. */
class RepeatSettingsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attempts = 1",
                "attempts = 10",
                "rate = 1/s",
                "rate = 60/m",
                "rate = unlimited",
                "on-ambiguity = fail",
                "on-ambiguity = reconcile",
                "retry-ambiguous-speech = true",
                "retry-ambiguous-speech = false"
            })
    @Tag("B17")
    @Tag("B18")
    void aLegalValueIsKept(String setting) throws Exception {
        ProviderSettings settings = world(setting).load().settings();
        String kept = switch (setting.substring(0, setting.indexOf(' '))) {
            case "attempts" -> Integer.toString(settings.attempts());
            case "rate" -> settings.rate().toString();
            case "retry-ambiguous-speech" -> Boolean.toString(settings.retryAmbiguousSpeech());
            default -> settings.onAmbiguity().orElseThrow().id();
        };
        assertThat(setting).endsWith("= " + kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attempts = 0",
                "attempts = -1",
                "attempts = 11",
                "attempts = 2147483648",
                "attempts = many",
                "rate = 0/s",
                "rate = -1/s",
                "rate = NaN",
                "rate = Infinity",
                "rate = 1001/s",
                "rate = 1",
                "on-ambiguity = guess",
                "retry-ambiguous-speech = once"
            })
    @Tag("B17")
    @Tag("B18")
    void anyOtherValueIsAViolationThatNamesTheKey(String setting) throws Exception {
        assertThat(world(setting).failure().violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.field())
                        .isEqualTo("config.fake-file." + setting.substring(0, setting.indexOf(' '))));
    }

    private World world(String setting) throws Exception {
        return new World(directory).with("voicecloner.fake-file." + quoted(setting));
    }

    private static String quoted(String setting) {
        int value = setting.indexOf("= ") + 2;
        return setting.substring(0, value) + '"' + setting.substring(value) + '"';
    }
}
