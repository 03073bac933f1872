package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.CloneRequest;
import io.voicecloner.testkit.wire.Received;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests go does not depend on what they ask for. */
@Tag("S20")
class FixedPathsTest {
    @AutoClose
    private final NovitaBench novita = new NovitaBench();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../admin",
                "/admin",
                "https://elsewhere.example/",
                "a?b=c&GroupId=7#d",
                "%2e%2e%2fadmin",
                "a b"
            })
    void noWordOfTheCallersBecomesPartOfAnAddress(String word) {
        CloneRequest request = NovitaBench.of("https://example.com/a/../b?x=y").withPreview(word, word);

        novita.clone(request);

        assertThat(target(novita.request())).isEqualTo(NovitaBench.CLONE_PATH);
    }

    private static String target(Received request) {
        return request.path() + request.query().map(query -> "?" + query).orElse("");
    }
}
