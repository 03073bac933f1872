package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.testkit.wire.Received;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every request carries besides its body. */
class RequestHeadersTest {
    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @Test
    void everyRequestCarriesTheKeyOnceAndOnlyAsBearer() {
        minimax.clone(Requests.withPrompt());

        assertThat(minimax.server().received()).hasSize(3).allSatisfy(request -> {
            assertThat(request.header("Authorization")).containsExactly("Bearer " + MiniMaxBench.KEY);
            assertThat(request.header("x-api-key")).isEmpty();
            assertThat(request.text()).doesNotContain(MiniMaxBench.KEY);
        });
    }

    @Test
    @Tag("S15")
    void theKeyIsAskedForAtEveryRequest() {
        AtomicInteger asked = new AtomicInteger();
        ProviderSettings rotating = ProviderSettings.of(() -> "rotated-key-" + asked.incrementAndGet())
                .withBaseUrl(minimax.server().uri("/v1"));

        try (VoiceCloner cloner = VoiceCloners.open("minimax", rotating)) {
            cloner.cloneVoice(Requests.plain());
        }

        assertThat(minimax.uploads().get(0).header("Authorization"))
                .isNotEqualTo(minimax.clones().get(0).header("Authorization"));
    }

    @Test
    void theCloneIsPlainJsonOfKnownSize() {
        minimax.clone(Requests.withPreview());

        Received clone = minimax.clones().get(0);
        assertThat(clone.method()).isEqualTo("POST");
        assertThat(clone.header("Content-Type")).containsExactly("application/json");
        assertThat(clone.header("Content-Length")).containsExactly(Integer.toString(clone.body().length));
        assertThat(clone.header("Transfer-Encoding")).isEmpty();
    }

    @Test
    void noCompressedAnswerIsAskedFor() {
        minimax.clone(Requests.withPrompt());

        assertThat(minimax.server().received())
                .allSatisfy(request -> assertThat(request.header("Accept-Encoding"))
                        .noneMatch(
                                value -> value.contains("gzip") || value.contains("br") || value.contains("deflate")));
    }

    @Test
    void nothingPretendsThatTheProviderKnowsIdempotencyKeys() {
        minimax.clone(Requests.plain());

        assertThat(minimax.server().received())
                .allSatisfy(
                        request -> assertThat(request.header("Idempotency-Key")).isEmpty());
    }

    @Test
    void withoutAGroupIdThereIsNoQuery() {
        minimax.clone(Requests.withPrompt());

        assertThat(minimax.server().received())
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.query()).isEmpty());
    }

    @Test
    void aGroupIdIsTheQueryOfEveryRequest() {
        minimax.with(settings -> settings.withOption("group-id", "1872645093"));

        minimax.clone(Requests.withPrompt());

        assertThat(minimax.server().received())
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.query()).contains("GroupId=1872645093"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/"})
    void theBaseUrlMayEndInASlash(String prefix) {
        minimax.with(settings -> settings.withBaseUrl(minimax.server().uri(prefix)));

        minimax.clone(Requests.plain());

        assertThat(minimax.server().received())
                .extracting(Received::path)
                .containsExactly(MiniMaxBench.UPLOAD_PATH, MiniMaxBench.CLONE_PATH);
    }
}
