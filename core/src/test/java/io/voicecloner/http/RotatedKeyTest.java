package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ProviderSettings;
import io.voicecloner.Step;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.Time;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer that repeats a key once had only the key hidden that was sent last, which may be another request's. */
@Tag("S12")
@Tag("S15")
@Timeout(10)
class RotatedKeyTest {
    private static final ProviderContext CONTEXT = new ProviderContext(Clock.systemUTC(), Time.system());

    @Test
    void theKeyOfThisRequestIsHiddenAlsoWhereAnotherWasSentMeanwhile() throws Exception {
        Deque<String> keys = new ArrayDeque<>(List.of("key-of-monday", "key-of-tuesday"));
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer();
                ProviderApi api = ProviderApi.open(
                        "probe", server.uri("/"), ProviderSettings.of(keys::removeFirst), List.of(), CONTEXT)) {
            server.then(conversation -> {
                        conversation.readRequest();
                        first.countDown();
                        await(second);
                        String words = "no such key: key-of-monday";
                        conversation.write(
                                "HTTP/1.1 401 Unauthorized\r\nContent-Length: " + words.length() + "\r\n\r\n" + words);
                    })
                    .then(ScriptedServer.json("{\"ok\":1}"));
            WireProbe.Service service = api.service(WireProbe.Service.class);
            CompletableFuture<Answer<WireProbe.Wire.Reply>> slow = CompletableFuture.supplyAsync(
                    () -> api.call(Step.CLONE, WireProbe.scope(), exchange -> service.create(Map.of(), exchange)));
            await(first);
            api.call(Step.CLONE, WireProbe.scope(), exchange -> service.create(Map.of(), exchange));
            second.countDown();

            assertThat(AnswerFailures.ofStatus(Step.CLONE, WireProbe.scope(), slow.get(), null, null))
                    .hasMessageContaining("[redacted]")
                    .hasMessageNotContaining("monday");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
