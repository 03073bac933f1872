package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Delivery;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;
import retrofit2.http.Url;

/** The key goes to the origin it was configured for, in one header, and nowhere else. */
class KeyToItsOriginTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private ScriptedServer home;
    private ScriptedServer elsewhere;

    /** A provider written with too little care. */
    interface Careless {
        @POST
        Call<WireProbe.Wire.Reply> create(
                @Url String url, @Body Map<String, String> body, @retrofit2.http.Tag Exchange exchange);
    }

    @BeforeEach
    void start() throws Exception {
        home = new ScriptedServer().then(ScriptedServer.json("{\"ok\":1}"));
        elsewhere = new ScriptedServer().then(ScriptedServer.json("{\"ok\":1}"));
    }

    @AfterEach
    void stop() throws Exception {
        home.close();
        elsewhere.close();
    }

    @Test
    void theKeyIsTheOneAuthorizationHeader() {
        try (WireProbe probe = new WireProbe(home.uri("/v1"), PATIENCE)) {
            probe.create();
        }
        String head = home.heads().get(0);
        assertThat(head).startsWith("POST /v1/create HTTP/1.1");
        assertThat(head.split(WireProbe.KEY, -1)).hasSize(2);
        assertThat(head.toLowerCase(Locale.ROOT))
                .contains("authorization: bearer " + WireProbe.KEY)
                .contains("accept-encoding: identity")
                .contains("accept: application/json");
    }

    @Test
    @Tag("faults")
    @Tag("F68")
    @Tag("S9")
    void anotherOriginGetsNeitherTheKeyNorAConnection() {
        try (WireProbe probe = new WireProbe(home.uri("/"), PATIENCE)) {
            Careless careless = probe.api().service(Careless.class);
            VoiceClonerException failure = catchThrowableOfType(
                    VoiceClonerException.class,
                    () -> probe.api()
                            .call(
                                    Step.CLONE,
                                    WireProbe.scope(),
                                    exchange -> careless.create(
                                            elsewhere.uri("/create").toString(), Map.of(), exchange)));
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(failure.voiceMayExist()).isFalse();
            assertThat(failure).hasMessageNotContaining(WireProbe.KEY);
        }
        assertThat(elsewhere.connections()).isZero();
        assertThat(home.connections()).isZero();
    }

    @Test
    void anotherPathOfTheSameOriginGetsIt() {
        try (WireProbe probe = new WireProbe(home.uri("/v1"), PATIENCE)) {
            Careless careless = probe.api().service(Careless.class);
            probe.api()
                    .call(
                            Step.CLONE,
                            WireProbe.scope(),
                            exchange -> careless.create(home.uri("/v2/x").toString(), Map.of(), exchange));
        }
        assertThat(home.heads().get(0)).startsWith("POST /v2/x").contains(WireProbe.KEY);
    }
}
