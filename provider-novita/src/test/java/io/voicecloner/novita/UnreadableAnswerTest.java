package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Delivery;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A 2xx answer that is cut or is not a JSON object: the voice was probably made, and its id is lost. */
class UnreadableAnswerTest {
    private static final String GOOD = "{\"demo_audio_url\":\"https://demo.com/audio.mp3\",\"voice_id\":\"nv-77\"}";

    @AutoClose
    private final NovitaBench novita = new NovitaBench();

    static Stream<Named<Reply>> unreadable() throws IOException {
        return Stream.of(
                Named.of("HTML", Reply.of(200, "text/html; charset=utf-8", "<html><body>Welcome</body></html>")),
                Named.of("HTML that says it is JSON", Reply.json("<html></html>")),
                Named.of("a byte order mark", Reply.json("\uFEFF" + GOOD)),
                Named.of("NaN", Reply.json(GOOD.replace("\"nv-77\"", "NaN"))),
                Named.of("an empty body", Reply.json("")),
                Named.of("no body at all", Reply.bytes(ascii("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"))),
                Named.of("205, of which the transport drops the body", Reply.of(205, "application/json", GOOD)),
                Named.of("null", Reply.json("null")),
                Named.of("an array", Reply.json("[" + GOOD + "]")),
                Named.of("a text", Reply.json("\"nv-77\"")),
                Named.of("a number", Reply.json("123")),
                Named.of("two objects", Reply.json(GOOD + GOOD)),
                Named.of("comments as in the example", Reply.json(GOOD.replace("}", "// Generated voice_id\n}"))),
                Named.of("single quotes", Reply.json(GOOD.replace('"', '\''))),
                Named.of("UTF-16", binary(GOOD.getBytes(StandardCharsets.UTF_16))),
                Named.of("a compressed body", binary(gzip(GOOD), "Content-Encoding: gzip")),
                Named.of("two megabytes", Reply.json("{\"pad\":\"" + "x".repeat(2 << 20) + "\"," + GOOD.substring(1))),
                Named.of("endless nesting", Reply.json("{\"a\":" + "[".repeat(100_000))));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    @Tag("B81")
    @Tag("B90")
    void whatCannotBeReadIsAnAnswerLost(Reply reply) {
        novita.onClone(reply);

        assertLost(novita.failure(), "");
        assertThat(novita.received()).hasSize(1);
    }

    @Test
    void anIdThatRepeatsTheKeyIsToldWithoutIt() {
        novita.onClone(Reply.json("{\"voice_id\":\"v-" + NovitaBench.KEY + "-1\",\"demo"));

        VoiceClonerException failure = novita.failure();

        assertThat(failure.voiceId()).contains("v-[redacted]-1");
        assertThat(failure).hasMessageNotContaining(NovitaBench.KEY);
    }

    @Test
    void halfAnObjectIsAnAnswerLostWhereverItEnds() {
        byte[] good = ascii(GOOD);
        for (int end = 0; end < good.length; end++) {
            // One that saw this many failures would leave the provider alone.
            try (VoiceCloner cloner = novita.open()) {
                novita.onClone(binary(Arrays.copyOf(good, end)));

                assertLost(failure(cloner, end), "cut at " + end);
            }
        }
        assertThat(novita.received()).hasSize(good.length);
    }

    @Test
    void anAnswerThatBreaksOffIsAmbiguousWhereverItBreaks() {
        byte[] message = Reply.message(200, "application/json", ascii(GOOD));
        for (int end = 0; end < message.length; end++) {
            // One that saw this many failures would leave the provider alone.
            try (VoiceCloner cloner = novita.open()) {
                novita.onClone(Reply.bytes(Arrays.copyOf(message, end)));

                VoiceClonerException failure = failure(cloner, end);

                assertThat(failure).as("cut at %d", end).isInstanceOf(AmbiguousOutcomeException.class);
                assertThat(failure.voiceMayExist()).as("cut at %d", end).isTrue();
            }
        }
        assertThat(novita.received()).hasSize(message.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"voice_id\":\"nv-7", "{\"voice_id\":", "{\"demo_audio_url\":\"https://demo.com/\""})
    void halfAnIdIsNoId(String cut) {
        novita.onClone(Reply.json(cut));

        VoiceClonerException failure = novita.failure();

        assertLost(failure, cut);
        assertThat(failure.voiceId()).isEmpty();
    }

    private static void assertLost(VoiceClonerException failure, String what) {
        assertThat(failure).as(what).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.delivery()).as(what).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(failure.voiceMayExist()).as(what).isTrue();
    }

    private static VoiceClonerException failure(VoiceCloner cloner, int end) {
        Throwable thrown = catchThrowable(() -> cloner.cloneVoice(NovitaBench.plain()));
        assertThat(thrown).as("cut at %d", end).isInstanceOf(VoiceClonerException.class);
        return (VoiceClonerException) thrown;
    }

    private static Reply binary(byte[] body, String... headers) {
        return Reply.bytes(Reply.message(200, "application/json", body, headers));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(ascii(text));
        }
        return packed.toByteArray();
    }
}
