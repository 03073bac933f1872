package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code status_msg} and a gateway's words, as long and as strange as a server likes. */
@Tag("B89")
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class HostileWordsTest {
    private static final String[] STRANGE = {
        "x",
        "\\r\\nERROR everything is fine",
        "\\u001b[2J\\u001b[31m",
        "${jndi:ldap://a.example/b}",
        "%n%s{}",
        "\\u0085\\u0000"
    };

    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @Test
    void besideASuccessTheyAreNotLookedAt() {
        for (String strange : STRANGE) {
            minimax.onClone(request -> Reply.json(baseResp(0, megabyteOf(strange))));

            assertThat(minimax.clone(Requests.plain()).ref().id()).isEqualTo(MiniMaxBench.VOICE_ID);
        }
    }

    @Test
    void inARefusalTheirBeginningIsTold() {
        for (String strange : STRANGE) {
            String words = megabyteOf(strange);
            minimax.onClone(request -> Reply.json(baseResp(1008, words)));
            assertPrintable(minimax.failure(Requests.plain()), Step.CLONE);

            minimax.onClone(request -> Reply.json(MiniMaxBench.SUCCESS))
                    .onUpload(request -> Reply.json(baseResp(1008, words)));
            assertPrintable(minimax.failure(Requests.plain()), Step.UPLOAD);
            minimax.onUpload(request -> Reply.json(MiniMaxBench.uploaded("123456789")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"%s\",\"code\":\"%s\",\"type\":\"%s\"}}",
                "{\"error\":\"%s\",\"message\":\"%s%s\"}",
                "%s%s%s"
            })
    void aGatewaysWordsAndCodesAreCutLikeAnyOthers(String body) {
        for (String strange : STRANGE) {
            String words = strange.repeat(20_000 / strange.length());
            minimax.onClone(request -> Reply.of(402, "application/json", body.formatted(words, words, words)));

            assertPrintable(minimax.failure(Requests.plain()), Step.CLONE);
        }
    }

    private static String megabyteOf(String words) {
        return words.repeat(900_000 / words.length());
    }

    private static String baseResp(int code, String words) {
        return "{\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":\"" + words + "\"}}";
    }

    private static void assertPrintable(VoiceClonerException failure, Step step) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(failure.category()).isEqualTo(Category.QUOTA);
        assertThat(failure.step()).isEqualTo(step);
        assertThat(failure.providerMessage().orElseThrow().length()).isBetween(100, 200);
        assertThat(failure.toString().length()).isLessThan(1_000);
        assertThat(failure.toString()).doesNotContain("\r").doesNotContain("\nERROR");
        assertThat(trace.toString())
                .doesNotContain("\u001B")
                .doesNotContain("\0")
                .doesNotContain("\u0085");
    }
}
