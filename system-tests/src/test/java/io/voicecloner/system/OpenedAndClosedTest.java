package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application that opens a cloner for each call, and closes it, is left with nothing of a thousand of them. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class OpenedAndClosedTest {
    private static final int TIMES = 1_000;

    @Test
    @Tag("K5")
    void aThousandClonersLeaveNoThreadAndNoSocket() throws Exception {
        cloneWith(50);
        OpenThings start = OpenThings.now();
        cloneWith(TIMES);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (OpenThings.threadCount() > start.threadsInAll() + 2 && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        OpenThings end = OpenThings.now();

        assertThat(end.threadsInAll())
                .as("threads: %s before, %s after", start.threads(), end.threads())
                .isLessThanOrEqualTo(start.threadsInAll() + 2);
        assertThat(end.sockets()).as("sockets").isLessThanOrEqualTo(start.sockets() + 2);
        assertThat(end.files()).as("open files").isLessThanOrEqualTo(start.files() + 2);
    }

    /** One in ten uploads its recording and is asynchronous; the rest names an address. Each has an audio host of its own. */
    private static void cloneWith(int cloners) throws Exception {
        try (WireServer server = new WireServer(OpenedAndClosedTest::answer)) {
            CloneRequest address = CloneRequest.of(AudioSource.url(server.uri("/speech.mp3")));
            CloneRequest file = CloneRequest.of(AudioSource.file(Project.SAMPLES.resolve("speech.mp3")));
            for (int i = 0; i < cloners; i++) {
                boolean uploads = i % 10 == 0;
                try (VoiceCloner cloner = open(server, uploads ? "minimax" : "novita")) {
                    if (uploads) {
                        cloner.cloneVoiceAsync(file).get(20, TimeUnit.SECONDS);
                    } else {
                        cloner.cloneVoice(address);
                    }
                }
            }
        }
    }

    private static Reply answer(Received request) {
        return request.path().endsWith("/upload")
                ? Reply.json("{\"file\":{\"file_id\":123456789},\"base_resp\":{\"status_code\":0}}")
                : Reply.json("{\"voice_id\":\"moss_1\",\"demo_audio_url\":\"\",\"base_resp\":{\"status_code\":0}}");
    }

    private static VoiceCloner open(WireServer server, String provider) {
        Map<String, String> properties = new HashMap<>();
        properties.put("voicecloner.provider", provider);
        properties.put(
                "voicecloner." + provider + ".base-url", server.uri("/v1").toString());
        properties.put("voicecloner." + provider + ".api-key", "a-key-for-a-thousand");
        properties.put("voicecloner." + provider + ".rate", "unlimited");
        properties.put("voicecloner.allow-loopback", "true");
        properties.put("voicecloner.audio-host.type", "embedded");
        return VoiceCloners.fromProperties(properties);
    }
}
