package io.voicecloner.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.ConfigurationException;
import io.voicecloner.Violation;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How voices made through a gateway are called. */
class VoiceRefTest {
    @AutoClose
    private final ProxyBench gateway = new ProxyBench();

    @Test
    void theReferenceNamesProviderAndId() {
        VoiceRef ref = gateway.clone(Requests.plain()).ref();

        assertThat(ref).hasToString("proxy:MiniMax001");
        assertThat(VoiceRef.parse(ref.toString())).isEqualTo(ref);
    }

    @Test
    void theReferenceNamesTheAccountOfCode() {
        gateway.with(settings -> settings.withAccount("team-b"));

        assertThat(gateway.clone(Requests.plain()).ref()).hasToString("proxy@team-b:MiniMax001");
    }

    @Test
    void twoGatewaysAreTwoAccounts() {
        Map<String, String> properties = Map.of(
                "voicecloner.provider",
                "team-b",
                "voicecloner.accounts.team-b.provider",
                "proxy",
                "voicecloner.accounts.team-b.api-key",
                ProxyBench.KEY,
                "voicecloner.accounts.team-b.base-url",
                gateway.server().uri(ProxyBench.PREFIX).toString(),
                "voicecloner.accounts.team-b.language-boost",
                "true");
        try (VoiceCloner cloner = VoiceCloners.fromProperties(properties)) {
            assertThat(cloner.cloneVoice(Requests.plain().withLanguage("English"))
                            .ref())
                    .hasToString("proxy@team-b:MiniMax001");
        }
        assertThat(gateway.cloneBody()).contains("\"language_boost\":\"English\"");
    }

    @Test
    void anAccountNeedsABaseUrlOfItsOwn() {
        Map<String, String> properties = Map.of(
                "voicecloner.provider",
                "team-b",
                "voicecloner.accounts.team-b.provider",
                "proxy",
                "voicecloner.accounts.team-b.api-key",
                ProxyBench.KEY,
                "voicecloner.proxy.base-url",
                gateway.server().uri(ProxyBench.PREFIX).toString());

        ConfigurationException failure = catchThrowableOfType(
                ConfigurationException.class,
                () -> VoiceCloners.fromProperties(properties).close());

        assertThat(failure).as("nothing must be opened").isNotNull();
        assertThat(failure.violations())
                .extracting(Violation::field)
                .containsExactly("config.accounts.team-b.base-url");
    }
}
