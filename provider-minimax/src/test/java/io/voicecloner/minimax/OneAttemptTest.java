package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server's own count: whatever it answers, one call is one request to make a voice. */
class OneAttemptTest {
    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    static Stream<Named<Reply>> temptations() {
        return Stream.of(
                Named.of("503 with Retry-After: 0", Reply.of(503, "text/plain", "busy", "Retry-After: 0")),
                Named.of("503", Reply.of(503, "text/plain", "busy")),
                Named.of("408", Reply.of(408, "text/plain", "too slow")),
                Named.of("408 with Retry-After: 0", Reply.of(408, "text/plain", "too slow", "Retry-After: 0")),
                Named.of("421", Reply.of(421, "text/plain", "misdirected")),
                Named.of("429 with Retry-After: 0", Reply.of(429, "text/plain", "busy", "Retry-After: 0")),
                Named.of(
                        "401 with a challenge",
                        Reply.of(401, "text/plain", "who?", "WWW-Authenticate: Basic realm=\"x\"")),
                Named.of("407", Reply.of(407, "text/plain", "who?", "Proxy-Authenticate: Basic realm=\"x\"")),
                Named.of("307 to the same place", Reply.of(307, "text/plain", "", "Location: /v1/voice_clone")),
                Named.of("308 to the same place", Reply.of(308, "text/plain", "", "Location: /v1/voice_clone")),
                Named.of("1002", Reply.json(MiniMaxBench.refusal(1002, "rate limit"))),
                Named.of("1000", Reply.json(MiniMaxBench.refusal(1000, "unknown error"))),
                Named.of("an end after the whole request", Reply.end()),
                Named.of("a reset after the whole request", Reply.reset()));
    }

    @ParameterizedTest
    @MethodSource("temptations")
    void aCloneIsSentOnce(Reply reply) {
        minimax.onClone(request -> reply);

        VoiceClonerException failure = minimax.failure(Requests.withPrompt());

        assertThat(minimax.clones()).hasSize(1);
        assertThat(minimax.uploads()).hasSize(2);
        assertThat(failure.attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("temptations")
    void anUploadIsSentOnce(Reply reply) {
        minimax.onUpload(request -> reply);

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(minimax.uploads()).hasSize(1);
        assertThat(minimax.clones()).isEmpty();
        assertThat(failure.attempts()).isEqualTo(1);
    }
}
