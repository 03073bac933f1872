package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.VoiceClonerException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal whose body was encoded or cut off once became an unreadable reply, and the wait it asked for was lost. */
class RefusalsInRagsTest {
    @ParameterizedTest
    @CsvSource({
        "401 Unauthorized, ACCESS",
        "402 Payment Required, QUOTA",
        "404 Not Found, CONFIGURATION",
        "429 Too Many Requests, RATE_LIMITED",
        "409 Conflict, AMBIGUOUS_OUTCOME"
    })
    void theStatusSaysEnough(String status, Category category) throws Exception {
        for (String headers :
                new String[] {"Content-Encoding: gzip\r\nContent-Length: 4\r\n", "Content-Length: 900\r\n"}) {
            try (ScriptedServer server = new ScriptedServer()) {
                server.then(conversation -> {
                    conversation.readRequest();
                    conversation.write("HTTP/1.1 " + status + "\r\nRetry-After: 7\r\n" + headers + "\r\nabcd");
                });
                try (WireProbe probe = new WireProbe(server.uri("/"), Duration.ofSeconds(2))) {
                    Answer<WireProbe.Wire.Reply> answer = probe.create();
                    VoiceClonerException failure =
                            AnswerFailures.ofStatus(io.voicecloner.Step.CLONE, WireProbe.scope(), answer, null, null);
                    assertThat(failure.category()).isEqualTo(category);
                    assertThat(answer.retryAfter()).contains(Duration.ofSeconds(7));
                }
            }
        }
    }
}
