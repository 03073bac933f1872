package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the request carries besides its body. */
class RequestHeadersTest {
    @AutoClose
    private final NovitaBench novita = new NovitaBench();

    @Test
    void oneRequestMakesAVoice() {
        novita.clone(NovitaBench.withPreview());

        Received request = novita.request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo(NovitaBench.CLONE_PATH);
        assertThat(request.query()).isEmpty();
    }

    @Test
    void theKeyIsCarriedOnceAndOnlyAsBearer() {
        novita.clone(NovitaBench.plain());

        Received request = novita.request();
        assertThat(request.header("Authorization")).containsExactly("Bearer " + NovitaBench.KEY);
        assertThat(request.header("x-api-key")).isEmpty();
        assertThat(request.text()).doesNotContain(NovitaBench.KEY);
    }

    @Test
    void theBodyIsPlainJsonOfKnownSize() {
        novita.clone(NovitaBench.withPreview());

        Received request = novita.request();
        assertThat(request.header("Content-Type")).containsExactly("application/json");
        assertThat(request.header("Content-Length")).containsExactly(Integer.toString(request.body().length));
        assertThat(request.header("Transfer-Encoding")).isEmpty();
        assertThat(request.header("Content-Encoding")).isEmpty();
    }

    @Test
    void noCompressedAnswerIsAskedFor() {
        novita.clone(NovitaBench.plain());

        assertThat(novita.request().header("Accept-Encoding"))
                .noneMatch(value -> value.contains("gzip") || value.contains("br") || value.contains("deflate"));
    }

    @Test
    void nothingPretendsThatTheProviderKnowsIdempotencyKeys() {
        novita.clone(NovitaBench.plain());

        assertThat(novita.request().header("Idempotency-Key")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3", "/v3/"})
    void theBaseUrlMayEndInASlash(String prefix) {
        novita.with(settings -> settings.withBaseUrl(novita.server().uri(prefix)));

        novita.clone(NovitaBench.plain());

        assertThat(novita.request().path()).isEqualTo(NovitaBench.CLONE_PATH);
    }

    @Test
    void aRecordingOnLoopbackIsNamedAndNotFetchedHere() {
        WireServer recordings = new WireServer(request -> WireServer.Reply.end());
        try (recordings) {
            String address = recordings.uri("/voice.mp3").toString();

            novita.with(settings -> settings.withLoopbackAllowed(true)).clone(NovitaBench.of(address));

            assertThat(novita.request().text()).contains(address);
            assertThat(recordings.received()).isEmpty();
        }
    }
}
