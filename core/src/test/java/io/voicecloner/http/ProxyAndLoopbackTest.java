package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ProviderSettings;
import io.voicecloner.Step;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.Time;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A key for this machine was once handed to the configured proxy, in the clear. */
class ProxyAndLoopbackTest {
    @Test
    void aKeyForThisMachineDoesNotGoToTheProxy() throws Exception {
        try (ScriptedServer proxy = new ScriptedServer();
                ScriptedServer server = new ScriptedServer().then(ScriptedServer.json("{\"ok\":1}"))) {
            URI proxyAddress = proxy.uri("/");
            ProviderSettings settings =
                    ProviderSettings.of("a-secret-key").withHttpProxy(proxyAddress.getHost(), proxyAddress.getPort());
            try (ProviderApi api = ProviderApi.open(
                    "probe",
                    server.uri("/"),
                    settings,
                    List.of(),
                    new ProviderContext(Clock.systemUTC(), Time.system()))) {
                WireProbe.Service service = api.service(WireProbe.Service.class);
                api.call(Step.CLONE, WireProbe.scope(), exchange -> service.create(Map.of("a", "b"), exchange));
            }
            assertThat(proxy.connections()).isZero();
            assertThat(server.received()).isEqualTo(1);
        }
    }
}
