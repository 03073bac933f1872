package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Delivery;
import io.voicecloner.Step;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A 2xx answer that is not a JSON object: nobody knows what it meant. */
class UnreadableAnswerTest {
    private static final String TWO_MEGABYTES = "x".repeat(2 * 1024 * 1024);

    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    static Stream<Named<Unreadable>> unreadable() {
        return Stream.of(
                named("HTML", good -> Reply.of(200, "text/html; charset=utf-8", "<html><body>Welcome</body></html>")),
                named("HTML that says it is JSON", good -> Reply.json("<html></html>")),
                named("a byte order mark", good -> Reply.json("\uFEFF" + good)),
                named("an empty body", good -> Reply.json("")),
                named("blanks", good -> Reply.json(" \r\n ")),
                named(
                        "no body at all",
                        good -> Reply.bytes(ascii("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"))),
                named("205, of which the transport drops the body", good -> Reply.of(205, "application/json", good)),
                named("null", good -> Reply.json("null")),
                named("an array", good -> Reply.json("[" + good + "]")),
                named("a text", good -> Reply.json("\"ok\"")),
                named("a number", good -> Reply.json("123")),
                named("two objects", good -> Reply.json(good + good)),
                named("words behind the object", good -> Reply.json(good + " ok")),
                named("single quotes", good -> Reply.json(good.replace('"', '\''))),
                named("NaN", good -> Reply.json(good.replace("0", "NaN"))),
                named("UTF-16", good -> binary(good.getBytes(StandardCharsets.UTF_16))),
                named("a compressed body", good -> binary(gzip(good), "Content-Encoding: gzip")),
                named("two megabytes", good -> Reply.json("{\"pad\":\"" + TWO_MEGABYTES + "\"," + good.substring(1))),
                named("two megabytes of blanks", good -> Reply.json(" ".repeat(2 * 1024 * 1024) + good)),
                named("endless nesting", good -> Reply.json("{\"a\":" + "[".repeat(100_000))));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    @Tag("B81")
    @Tag("B90")
    void toACloneTheAnswerIsLostAndAVoiceMayExist(Unreadable reply) {
        minimax.onClone(request -> reply.inPlaceOf(MiniMaxBench.SUCCESS));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.step()).isEqualTo(Step.CLONE);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(minimax.clones()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    @Tag("B81")
    @Tag("B90")
    void toAnUploadTheReplyIsUnexpectedAndNothingIsCloned(Unreadable reply) {
        minimax.onUpload(request -> reply.inPlaceOf(MiniMaxBench.uploaded("123456789")));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
        assertThat(failure.step()).isEqualTo(Step.UPLOAD);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(minimax.uploads()).hasSize(1);
        assertThat(minimax.clones()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    @Tag("B81")
    void theFutureOfACloneFailsWithTheSame(Unreadable reply) throws Exception {
        minimax.onClone(request -> reply.inPlaceOf(MiniMaxBench.SUCCESS));
        try (VoiceCloner cloner = minimax.open()) {
            Throwable end = cloner.cloneVoiceAsync(Requests.plain())
                    .handle((voice, failure) -> failure)
                    .get(10, TimeUnit.SECONDS);

            assertThat(end).isInstanceOf(AmbiguousOutcomeException.class);
            assertThat(((AmbiguousOutcomeException) end).delivery()).isEqualTo(Delivery.ANSWER_LOST);
        }
    }

    /** Spoils a good body. */
    interface Unreadable {
        Reply inPlaceOf(String good);
    }

    private static Named<Unreadable> named(String name, Unreadable reply) {
        return Named.of(name, reply);
    }

    private static Reply binary(byte[] body, String... headers) {
        return Reply.bytes(Reply.message(200, "application/json", body, headers));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
