package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.CloneRequest;
import io.voicecloner.testkit.wire.Received;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests go does not depend on what they ask for. */
@Tag("S20")
class FixedPathsTest {
    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

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
        CloneRequest request = Requests.withPrompt().withPreview(word, word).withLanguage(word);

        minimax.clone(request);

        Set<String> targets =
                minimax.server().received().stream().map(FixedPathsTest::target).collect(Collectors.toSet());
        assertThat(targets).containsExactlyInAnyOrder(MiniMaxBench.UPLOAD_PATH, MiniMaxBench.CLONE_PATH);
    }

    private static String target(Received request) {
        return request.path() + request.query().map(query -> "?" + query).orElse("");
    }
}
