package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much speech may come, and that no more of anything else comes for it. */
@Timeout(value = 40, unit = TimeUnit.SECONDS)
class LongSpeechTest {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final byte[] BLOCK = new byte[64 * 1024];

    static {
        Arrays.fill(BLOCK, (byte) '7');
    }

    private final AtomicLong sent = new AtomicLong();
    private final CountDownLatch left = new CountDownLatch(1);
    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    @Tag("B92")
    void sixtyFiveMegabytesThatSaySoAreNotRead() throws Exception {
        long length = 65L * MEBIBYTE;
        server.then(conversation -> send(
                conversation, "Content-Type: application/json\r\nContent-Length: " + length, "{\"audio\":\"", length));

        assertThat(failure(Ear.tape()).reason()).isEqualTo(Reason.TOO_LARGE);
        assertLeftAfter(16 * MEBIBYTE);
    }

    @Test
    @Tag("B92")
    void sixtyFiveMegabytesThatDoNotSaySoAreReadToTheCapAndKeptNowhere() {
        server.then(
                conversation -> send(conversation, "Content-Type: application/json", "{\"audio\":\"", 65L * MEBIBYTE));
        Heap heap = new Heap();

        assertThat(failure(heap).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(heap.bytes).isBetween(31L * MEBIBYTE, 32L * MEBIBYTE);
        assertThat(heap.longest).isLessThanOrEqualTo(16 * 1024);
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    void asMuchAsIsAllowedIsHeard() {
        int digits = 60 * MEBIBYTE;
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"audio\":\"");
            for (int i = 0; i < digits / BLOCK.length; i++) {
                conversation.write(BLOCK);
            }
            conversation.write("\"}");
        });
        Heap heap = new Heap();
        try (SpeakingProbe probe = new SpeakingProbe(server.uri("/"))) {
            assertThat(probe.speak(heap).audioBytes()).isEqualTo(digits / 2);
        }
        assertThat(heap.bytes).isEqualTo(digits / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"datadatadata", ":", "id: ", "data:", "data: {\"x\":\"", "event", "{\"x\":\""})
    @Tag("B93")
    void aLineWithoutEndThatHoldsNoAudioIsGivenUp(String begun) throws Exception {
        server.then(conversation -> send(
                conversation,
                "Content-Type: text/event-stream",
                Sound.event(Sound.of(1, 100), 1) + begun,
                64L * MEBIBYTE));

        assertThat(failure(Ear.human()).reason()).isIn(Reason.TOO_LARGE, Reason.NOT_JSON);
        assertLeftAfter(16 * MEBIBYTE);
    }

    @Test
    void soIsTheWrappingOfAPieceAfterAnyAudio() throws Exception {
        String sound = Sound.event(Sound.of(1, 1_000), 1);
        server.then(conversation -> send(
                conversation,
                "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked",
                Integer.toHexString(sound.length()) + "\r\n" + sound + "\r\n8;",
                64L * MEBIBYTE));
        Ear ear = Ear.tape();

        assertThat(failure(ear).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(ear.heard()).hasSize(1_000);
        assertLeftAfter(16 * MEBIBYTE);
    }

    @Test
    void interceptorsOfACustomizerSeeWhatIsLeftWithoutTheAudio() throws Exception {
        String[] seen = new String[1];
        server.then(ScriptedServer.json("{\"data\":{\"audio\":\"00ff\",\"status\":2}}"));
        try (SpeakingProbe probe = new SpeakingProbe(
                server.uri("/"),
                settings -> settings.withHttpCustomizer(OkHttpCustomizer.of(client -> client.addInterceptor(chain -> {
                    okhttp3.Response response = chain.proceed(chain.request());
                    seen[0] = response.peekBody(1_000).string();
                    return response;
                }))))) {
            Ear ear = Ear.human();
            assertThat(probe.speak(ear).audioBytes()).isEqualTo(2);
            assertThat(ear.heard()).containsExactly(0, 0xff);
        }
        assertThat(seen[0]).isEqualTo("{\"data\":{\"audio\":\"\",\"status\":2}}");
    }

    private VoiceClonerException failure(io.voicecloner.spi.AudioOutput output) {
        try (SpeakingProbe probe =
                new SpeakingProbe(server.uri("/"), settings -> settings.withRetryAmbiguousSpeech(false))) {
            return probe.failure(output);
        }
    }

    /** What was on its way when the client left was sent too. */
    private void assertLeftAfter(long most) throws InterruptedException {
        assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(sent.get()).isLessThan(most);
        assertThat(server.received()).isEqualTo(1);
    }

    private void send(ScriptedServer.Conversation conversation, String head, String begun, long length)
            throws IOException {
        conversation.readRequest();
        conversation.write(("HTTP/1.1 200 OK\r\n" + head + "\r\n\r\n" + begun).getBytes(StandardCharsets.UTF_8));
        try {
            while (sent.addAndGet(BLOCK.length) < length) {
                conversation.write(BLOCK);
            }
        } finally {
            left.countDown();
        }
    }

    /** Counts what it is given, and how much of it at once. */
    private static final class Heap implements io.voicecloner.spi.AudioOutput {
        private long bytes;
        private int longest;

        @Override
        public java.io.OutputStream open() {
            return new java.io.OutputStream() {
                @Override
                public void write(int b) {
                    throw new AssertionError("never one by one");
                }

                @Override
                public void write(byte[] piece, int offset, int length) {
                    bytes += length;
                    longest = Math.max(longest, length);
                }
            };
        }

        @Override
        public boolean canBeginAnew() {
            return true;
        }
    }
}
