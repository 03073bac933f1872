package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.PreviewHost;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hosts that previews may come from, as configuration names them. */
@Tag("B74")
class PreviewHostsTest {
    private static final String KEY = "voicecloner.fake-file.preview-hosts";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[cdn.example, \"*.audio.example\", \"ports.example:8443\"]",
                "\"cdn.example,*.audio.example , ports.example:8443\"",
                "[\"cdn.example,*.audio.example\", \" ports.example:8443 \"]",
            })
    void theyComeInAListOrBetweenCommas(String value) throws Exception {
        assertThat(hosts(new World(directory).with(KEY + " = " + value)))
                .containsExactly("cdn.example", "*.audio.example", "ports.example:8443");
    }

    @Test
    void aSystemPropertyNamesThemBetweenCommas() throws Exception {
        assertThat(hosts(new World(directory).with("").systemProperty(KEY, "cdn.example,*.audio.example")))
                .containsExactly("cdn.example", "*.audio.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"\"", "[\"\"]"})
    void noneIsAsGoodAsNoSetting(String value) throws Exception {
        assertThat(hosts(new World(directory).with(KEY + " = " + value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CANARY",
                "*",
                "*.example",
                "https://cdn.example/CANARY",
                "me:CANARY@cdn.example",
                "cdn.example:0",
                "93.184.216.34",
                "localhost",
                "printer.local",
                "*.corp.internal",
                "cdn.corp",
                "y.localhost",
                "x.home.arpa",
                "fa\u00DF.example",
                "cdn.example:8443:1",
            })
    void whatIsNoPublicHostIsRefusedWithoutQuotingIt(String entry) throws Exception {
        World world = new World(directory).with(KEY + " = [cdn.example, \"" + entry + "\"]");
        assertThat(world.failure().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("config.fake-file.preview-hosts");
            assertThat(violation.message())
                    .contains("must name public hosts", "cdn.example:8443")
                    .doesNotContain("CANARY");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "[5]", "{ a = cdn.example }", "[[cdn.example]]", "[null]"})
    void whatIsNoTextIsRefused(String value) throws Exception {
        assertThat(new World(directory).with(KEY + " = " + value).failure())
                .hasMessageContaining("fake-file.preview-hosts must name public hosts");
    }

    private static List<String> hosts(World world) {
        return world.load().settings().previewHosts().stream()
                .map(PreviewHost::toString)
                .toList();
    }
}
