package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AccessException;
import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Delivery;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that no honest server gives: each may stand for a voice that was made, and none brings a second request. */
@Tag("faults")
class HostileAnswerTest {
    private static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    @AutoClose
    private final FaultyNovita novita = new FaultyNovita().with("attempts", "10");

    private final CountDownLatch brokenOff = new CountDownLatch(1);

    static Stream<Named<Reply>> hostile() throws IOException {
        return Stream.of(
                raw("another protocol", "SSH-2.0-OpenSSH_9.6\r\n"),
                raw("a status that is no number", "HTTP/1.1 abc OK\r\n\r\n{}"),
                raw("a chunk without a size", JSON + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}"),
                raw("a chunk of 2^64-1 bytes", JSON + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}"),
                raw("204 with a body", "HTTP/1.1 204 No Content\r\nContent-Length: 8\r\n\r\n{\"ok\":1}"),
                raw("a few provisional answers and an end", "HTTP/1.1 102 Processing\r\n\r\n".repeat(50)),
                raw("600 kB of headers", JSON + ("X-A: " + "x".repeat(10_000) + "\r\n").repeat(60) + "\r\n{}"),
                Named.of("a gzip bomb", encoded("gzip", packed(50 * 1024 * 1024))),
                Named.of("brotli", encoded("br", new byte[] {11, 1, -128, 123, 125, 3})));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @Tag("F39")
    @Tag("F40")
    @Tag("F41")
    @Tag("F49")
    @Tag("S29")
    void whateverComesInPlaceOfAnAnswerNothingIsSentAgain(Reply reply) {
        assertAmbiguousAfterOne(reply);
    }

    @Test
    @Tag("F39")
    void aFloodOfProvisionalAnswersIsGivenUp() throws Exception {
        assertAmbiguousAfterOne(
                connection -> endlessly(connection, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(100)));
        assertThat(brokenOff.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @Tag("F43")
    @Tag("S25")
    void anEndlessErrorPageIsNotReadToItsEnd() throws Exception {
        assertAmbiguousAfterOne(connection -> {
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 500 Oops\r\nContent-Length: 99999999999999\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
            endlessly(connection, "not today ".repeat(6_000));
        });
        assertThat(brokenOff.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @Tag("F52")
    void aRefusedKeyIsShownOnceInEachOfThreeCalls() {
        novita.answering(Reply.of(
                401,
                "application/json",
                NovitaBench.refusal(401, "INVALID_API_KEY", "who?"),
                "WWW-Authenticate: Basic realm=\"x\"",
                "Retry-After: 0"));
        try (VoiceCloner cloner = novita.open()) {
            for (int call = 1; call <= 3; call++) {
                VoiceClonerException failure = FaultyNovita.failure(cloner);

                assertThat(failure).isInstanceOf(AccessException.class);
                assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
                assertThat(failure.voiceMayExist()).isFalse();
                assertThat(novita.received()).hasSize(call);
            }
        }
        assertThat(novita.time.waits()).isEmpty();
    }

    private void assertAmbiguousAfterOne(Reply reply) {
        novita.answering(reply, Reply.json(NovitaBench.SUCCESS));

        VoiceClonerException failure = novita.failure();

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(novita.received()).hasSize(1);
        assertThat(novita.time.waits()).isEmpty();
    }

    private void endlessly(Socket connection, String text) throws IOException {
        OutputStream out = connection.getOutputStream();
        byte[] block = text.getBytes(StandardCharsets.ISO_8859_1);
        try {
            while (true) {
                out.write(block);
            }
        } finally {
            brokenOff.countDown();
        }
    }

    private static Named<Reply> raw(String name, String answer) {
        return Named.of(name, Reply.bytes(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static Reply encoded(String how, byte[] body) {
        return Reply.bytes(Reply.message(200, "application/json", body, "Content-Encoding: " + how));
    }

    private static byte[] packed(int zeros) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[zeros]);
        }
        return packed.toByteArray();
    }
}
