package io.voicecloner.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.ConfigurationException;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Violation;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.testkit.wire.Received;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests go: spec/004 names a path and no host, and gateways differ in the prefix and in the upload's path. */
class AddressTest {
    @AutoClose
    private final ProxyBench gateway = new ProxyBench();

    @ParameterizedTest
    @CsvSource({
        "/minimax/v1, /minimax/v1",
        "/minimax/v1/, /minimax/v1",
        "/minimaxi/v1, /minimaxi/v1",
        "/minimaxi/v1/, /minimaxi/v1",
        "/gateway/minimax/v1, /gateway/minimax/v1",
        "/gateway/minimax/v1/, /gateway/minimax/v1",
        "/tts/minimax/v1, /tts/minimax/v1"
    })
    void everythingGoesBelowTheBaseUrl(String base, String prefix) {
        gateway.with(settings -> settings.withBaseUrl(gateway.server().uri(base)));

        gateway.clone(Requests.withPrompt());

        assertPaths(prefix + "/files/upload", prefix + "/voice_clone");
    }

    @ParameterizedTest
    @CsvSource({
        "/minimax/v1, files, /minimax/v1/files",
        "/minimax/v1/, files, /minimax/v1/files",
        "/minimaxi/v1/, files, /minimaxi/v1/files",
        "/gateway/minimax/v1, files, /gateway/minimax/v1/files",
        "/minimax/v1, files/upload, /minimax/v1/files/upload",
        "/minimax/v1, v2/my_files-1/upload, /minimax/v1/v2/my_files-1/upload",
        "/minimax/v1, files/v1.1, /minimax/v1/files/v1.1"
    })
    void uploadsGoWhereTheGatewayWantsThem(String base, String uploadPath, String path) {
        gateway.with(
                settings -> settings.withBaseUrl(gateway.server().uri(base)).withOption("upload-path", uploadPath));

        gateway.clone(Requests.withPrompt());

        assertThat(gateway.received())
                .extracting(Received::path)
                .startsWith(path, path)
                .hasSize(3);
        assertThat(gateway.clones()).hasSize(1);
        assertThat(gateway.uploads("voice_clone")).hasSize(1);
        assertThat(gateway.uploads("prompt_audio")).hasSize(1);
    }

    @Test
    void theAddressAndTheUploadPathComeFromPropertiesToo() {
        Map<String, String> properties =
                properties("base-url", gateway.server().uri("/minimaxi/v1/").toString(), "upload-path", "files");
        try (VoiceCloner cloner = VoiceCloners.fromProperties(properties)) {
            cloner.cloneVoice(Requests.plain());
        }

        assertThat(gateway.received())
                .extracting(Received::path)
                .containsExactly("/minimaxi/v1/files", "/minimaxi/v1/voice_clone");
    }

    @Test
    void withoutABaseUrlCodeOpensNothing() {
        ConfigurationException failure = refused(() -> VoiceCloners.open("proxy", ProviderSettings.of(ProxyBench.KEY)));

        assertThat(fields(failure)).containsExactly("config.proxy.base-url");
        assertThat(failure).hasMessageContaining("base-url");
    }

    @Test
    void withoutABaseUrlPropertiesOpenNothing() {
        ConfigurationException failure = refused(() -> VoiceCloners.fromProperties(properties()));

        assertThat(fields(failure)).containsExactly("config.proxy.base-url");
        assertThat(failure).hasMessageContaining("base-url");
    }

    @Test
    void aMissingBaseUrlIsToldTogetherWithOtherMistakesOfCode() {
        ConfigurationException failure = refused(() -> VoiceCloners.open(
                "proxy", ProviderSettings.of(ProxyBench.KEY).withOption("language-boost", "perhaps")));

        assertThat(fields(failure)).containsExactlyInAnyOrder("config.proxy.base-url", "config.proxy.language-boost");
    }

    @Test
    void aMissingBaseUrlIsToldTogetherWithOtherMistakesOfProperties() {
        ConfigurationException failure =
                refused(() -> VoiceCloners.fromProperties(properties("uplod-path", "files", "read-timeout", "7")));

        assertThat(fields(failure))
                .containsExactlyInAnyOrder(
                        "config.proxy.base-url", "config.proxy.uplod-path", "config.proxy.read-timeout");
        assertThat(failure).hasMessageContaining("upload-path");
    }

    @Test
    void aMissingBaseUrlIsToldTogetherWithAnUploadPathThatCannotBeUsed() {
        ConfigurationException failure =
                refused(() -> VoiceCloners.fromProperties(properties("upload-path", "../files")));

        assertThat(fields(failure)).containsExactlyInAnyOrder("config.proxy.base-url", "config.proxy.upload-path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/files",
                "http://127.0.0.1:1/files",
                "//elsewhere.example/files",
                "../files",
                "files/../../files",
                "./files",
                "%2e%2e/files",
                "a//b",
                "files//",
                "",
                " ",
                "files?purpose=x",
                "files#x",
                "files\\upload",
                "files upload",
                "files\r\nX-Evil: 1"
            })
    void anUploadPathThatLeadsAstrayIsRefusedBeforeAnythingIsSent(String path) {
        ConfigurationException byCode = refused(with(settings -> settings.withOption("upload-path", path)));
        ConfigurationException byProperties = refused(() -> VoiceCloners.fromProperties(
                properties("base-url", gateway.server().uri(ProxyBench.PREFIX).toString(), "upload-path", path)));

        assertThat(fields(byCode)).containsExactly("config.proxy.upload-path");
        assertThat(fields(byProperties)).containsExactly("config.proxy.upload-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/files", "files/", "/files/upload", "%2Ffiles", "files/%2e%2e/%2e%2e/x", "https:files"})
    void whateverTheUploadPathNothingLeavesTheBaseUrl(String path) {
        gateway.with(settings -> settings.withOption("upload-path", path));

        Throwable refused = catchThrowable(() -> gateway.clone(Requests.plain()));

        if (refused != null) {
            assertThat(refused).isInstanceOf(ConfigurationException.class);
            assertThat(gateway.received()).isEmpty();
        } else {
            assertThat(gateway.received())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.path())
                            .startsWith(ProxyBench.PREFIX + "/")
                            .doesNotContain("..")
                            .doesNotContain("//"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "group-id"})
    void whatOnlyMiniMaxItselfKnowsIsAnUnknownSetting(String option) {
        ConfigurationException failure = refused(with(settings -> settings.withOption(option, "global")));

        assertThat(fields(failure)).containsExactly("config.proxy." + option);
    }

    private Opening with(UnaryOperator<ProviderSettings> change) {
        return () -> gateway.with(change).open();
    }

    private void assertPaths(String upload, String clone) {
        assertThat(gateway.received()).extracting(Received::path).containsExactly(upload, upload, clone);
    }

    private ConfigurationException refused(Opening opening) {
        ConfigurationException failure = catchThrowableOfType(
                ConfigurationException.class, () -> opening.open().close());
        assertThat(failure).as("nothing must be opened").isNotNull();
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(gateway.received()).isEmpty();
        return failure;
    }

    private static List<String> fields(ConfigurationException failure) {
        return failure.violations().stream().map(Violation::field).toList();
    }

    private static Map<String, String> properties(String... more) {
        Map<String, String> properties = new HashMap<>();
        properties.put("voicecloner.provider", "proxy");
        properties.put("voicecloner.proxy.api-key", ProxyBench.KEY);
        for (int i = 0; i < more.length; i += 2) {
            properties.put("voicecloner.proxy." + more[i], more[i + 1]);
        }
        return properties;
    }

    /** One way to open a cloner. */
    private interface Opening {
        VoiceCloner open();
    }
}
