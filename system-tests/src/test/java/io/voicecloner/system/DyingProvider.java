package io.voicecloner.system;

import io.voicecloner.testkit.wire.Json;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider that dies. It answers the first requests for a voice, leaves the next ones without an answer after it read them, and is gone while
 * it has the last ones in its hands. Of those without an answer every other voice is made. Speaks both dialects.
 */
final class DyingProvider implements AutoCloseable {
    static final int ANSWERED = 10;
    static final int CUT = 6;

    /** As many as a cloner has in flight at once: nobody else is on the way to it when it goes. */
    static final int IN_ITS_HANDS = 4;

    private final WireServer server = new WireServer(this::answer);
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch last = new CountDownLatch(IN_ITS_HANDS);

    URI baseUrl() {
        return server.uri("/v1");
    }

    /** How often it was asked for a voice. */
    int asked() {
        return asked.get();
    }

    /** Every voice that it made, whether it could say so or not. */
    Set<String> made() {
        return made;
    }

    private Reply answer(Received request) throws InterruptedException {
        if (request.path().endsWith("/files/upload")) {
            return Reply.json("{\"file\":{\"file_id\":123456789},\"base_resp\":{\"status_code\":0}}");
        }
        int number = asked.incrementAndGet();
        String id = idFor(request, number);
        if (number <= ANSWERED || number % 2 == 0) {
            made.add(id);
        }
        if (number <= ANSWERED) {
            return Reply.json("{\"voice_id\":\"" + id
                    + "\",\"demo_audio_url\":\"\",\"demo_audio\":\"\",\"base_resp\":{\"status_code\":0}}");
        }
        if (number > ANSWERED + CUT) {
            die(number);
        }
        return Reply.end();
    }

    /** MiniMax is told the id; Novita thinks of one. */
    private static String idFor(Received request, int number) {
        Object told = ((Map<?, ?>) Json.parse(request.text())).get("voice_id");
        return told == null ? "voice-of-the-dying-" + number : told.toString();
    }

    private void die(int number) throws InterruptedException {
        last.countDown();
        if (number == ANSWERED + CUT + 1) {
            last.await(20, TimeUnit.SECONDS);
            server.close();
        } else {
            new CountDownLatch(1).await();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
