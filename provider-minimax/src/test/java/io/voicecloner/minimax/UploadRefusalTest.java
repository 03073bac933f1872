package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code base_resp.status_code} at a step that makes no voice. */
class UploadRefusalTest {
    private static final String WORDS = "the provider's own words";

    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @ParameterizedTest
    @CsvSource({
        "1000, PROVIDER_UNAVAILABLE",
        "1001, PROVIDER_UNAVAILABLE",
        "1013, PROVIDER_UNAVAILABLE",
        "1024, PROVIDER_UNAVAILABLE",
        "1033, PROVIDER_UNAVAILABLE",
        "4242, PROVIDER_UNAVAILABLE",
        "1002, RATE_LIMITED",
        "1041, RATE_LIMITED",
        "1004, ACCESS",
        "2049, ACCESS",
        "2038, ACCESS",
        "1008, QUOTA",
        "1026, CONTENT_REJECTED",
        "2013, INVALID_REQUEST",
        "2037, INVALID_REQUEST"
    })
    void whateverIsSaidToAnUploadNothingIsCloned(int code, Category category) {
        minimax.onUpload(request -> Reply.json(MiniMaxBench.refusal(code, WORDS)));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.step()).isEqualTo(Step.UPLOAD);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure.providerCode()).contains(Integer.toString(code));
        assertThat(failure.providerMessage()).contains(WORDS);
        assertThat(minimax.clones()).isEmpty();
    }

    @Test
    void aNoToThePromptAudioNamesThatStep() {
        minimax.onPromptUpload(request -> Reply.json(MiniMaxBench.refusal(2048, WORDS)));

        VoiceClonerException failure = minimax.failure(Requests.withPrompt());

        assertThat(failure.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(failure.step()).isEqualTo(Step.UPLOAD_PROMPT);
        assertThat(minimax.clones()).isEmpty();
    }
}
