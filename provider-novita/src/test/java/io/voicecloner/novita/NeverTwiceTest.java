package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Delivery;
import io.voicecloner.RateLimitedException;
import io.voicecloner.Reason;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider makes the ids: once a request left, no answer and no want of one brings a second, though attempts are left. */
@Tag("faults")
class NeverTwiceTest {
    @AutoClose
    private final FaultyNovita novita = new FaultyNovita().with("attempts", "10");

    static Stream<Named<Reply>> doubts() {
        return Stream.of(
                Named.of("an end", Reply.end()),
                Named.of("a reset", Reply.reset()),
                Named.of("an empty answer", Reply.json("")),
                Named.of("a page", Reply.of(200, "text/html", "<html>hello</html>")),
                Named.of("no voice id", Reply.json("{\"demo_audio_url\":\"\"}")),
                Named.of("an empty voice id", Reply.json("{\"voice_id\":\"\"}")),
                Named.of("a task that failed", refusal(500, "CREATE_TASK_FAILED")),
                Named.of("a bill that failed", refusal(500, "BILLING_FAILED")),
                Named.of("an inner 1000", inner(1000)),
                Named.of("an inner 1013", inner(1013)),
                Named.of("an inner code nobody lists", inner(4711)),
                Named.of("500", Reply.of(500, "text/plain", "oops")),
                Named.of("502", Reply.of(502, "text/html", "<p>bad gateway</p>")),
                Named.of("504", Reply.of(504, "text/plain", "too late")));
    }

    @ParameterizedTest
    @MethodSource("doubts")
    @Tag("F20")
    @Tag("F36")
    void anOutcomeInDoubtIsToldAndNotRepeated(Reply reply) {
        assertAmbiguousAfterOne(reply);
    }

    @ParameterizedTest
    @MethodSource("doubts")
    @Tag("F20")
    void noSettingMakesAnOutcomeInDoubtRepeat(Reply reply) {
        novita.with("on-ambiguity", "reconcile");

        assertAmbiguousAfterOne(reply);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 503})
    @Tag("F22")
    @Tag("F23")
    void anInvitationToComeBackAtOnceIsNotTaken(int status) {
        assertAmbiguousAfterOne(Reply.of(status, "text/plain", "again", "Retry-After: 0"));
    }

    @Test
    @Tag("F23")
    void aServerThatSaysTheRequestCameTooSlowlyIsNotBelieved() {
        assertAmbiguousAfterOne(Reply.of(408, "text/plain", "too slow"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    @Tag("F24")
    void nobodyIsSentAnywhereElse(int status) {
        try (WireServer elsewhere = new WireServer(request -> Reply.json(NovitaBench.SUCCESS))) {
            novita.answering(
                    Reply.of(status, "text/plain", "", "Location: " + elsewhere.uri("/v3/minimax-voice-cloning")));

            VoiceClonerException failure = novita.failure();

            assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
            assertThat(failure.reason()).isEqualTo(Reason.REDIRECT);
            assertThat(novita.received()).hasSize(1);
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    @Tag("F27")
    void anIdInAnAnswerThatBreaksOffIsACandidateAndNoSuccess() {
        byte[] whole = Reply.message(
                200,
                "application/json",
                "{\"voice_id\":\"moss_audio_7f3a\",\"demo_audio_url\":\"https://a.example/b.mp3\"}"
                        .getBytes(StandardCharsets.UTF_8));
        novita.answering(Reply.bytes(Arrays.copyOf(whole, whole.length - 5)));

        VoiceClonerException failure = novita.failure();

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(failure.voiceId()).contains("moss_audio_7f3a");
        assertThat(novita.received()).hasSize(1);
    }

    @Test
    @Tag("F37")
    void whereverTheAnswerEndsThereIsNoVoiceAndNoSecondRequest() {
        byte[] body = "{\"demo_audio_url\":\"\",\"voice_id\":\"moss_audio_7f3a\"}".getBytes(StandardCharsets.UTF_8);
        byte[] message = Reply.message(200, "application/json", body);
        int head = message.length - body.length;
        int idIsWhole = message.length - 1;
        for (int end = 0; end < message.length; end++) {
            int before = novita.received().size();
            novita.answering(Reply.bytes(Arrays.copyOf(message, end)));

            VoiceClonerException failure = novita.failure();

            assertThat(failure).as("cut at %d", end).isInstanceOf(AmbiguousOutcomeException.class);
            if (end >= head) {
                assertThat(failure.delivery()).as("cut at %d", end).isEqualTo(Delivery.ANSWER_LOST);
            }
            assertThat(failure.voiceId().isPresent()).as("cut at %d", end).isEqualTo(end >= idIsWhole);
            assertThat(novita.received()).as("cut at %d", end).hasSize(before + 1);
        }
        assertThat(novita.time.waits()).isEmpty();
    }

    @Test
    @Tag("F29")
    void aRefusalIsNoVoiceAndMayBeAskedAgain() {
        novita.answering(
                Reply.of(
                        429,
                        "application/json",
                        NovitaBench.refusal(429, "RATE_LIMIT_EXCEEDED", "slow"),
                        "Retry-After: 3"),
                Reply.json(NovitaBench.SUCCESS));

        ClonedVoice voice = novita.clone(NovitaBench.plain());

        assertThat(voice.ref().id()).isEqualTo(NovitaBench.VOICE_ID);
        assertThat(voice.attempts()).isEqualTo(2);
        assertThat(novita.received()).hasSize(2);
        assertThat(novita.time.waits())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_300)));
    }

    @Test
    @Tag("F29")
    void aDoubtAfterARefusalIsNotRepeated() {
        novita.answering(Reply.of(429, "text/plain", "slow down"), Reply.end(), Reply.json(NovitaBench.SUCCESS));

        assertThat(novita.failure()).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(novita.received()).hasSize(2);
    }

    @Test
    @Tag("F29")
    void aProviderThatOnlyEverRefusesIsAskedAsOftenAsIsAllowed() {
        novita.with("attempts", "3").answering(Reply.of(429, "text/plain", "slow down"));

        VoiceClonerException failure = novita.failure();

        assertThat(failure).isInstanceOf(RateLimitedException.class);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(novita.received()).hasSize(3);
        assertThat(novita.time.waits()).hasSize(2);
    }

    @Test
    @Tag("F38")
    void whatMakesATransportThrowIsInDoubtAndNotRepeated() {
        for (String strange : new String[] {
            "200 OK\r\nContent-Length: -5",
            "503 Busy\r\nRetry-After: 99999999999999999999",
            "408 Slow\r\nRetry-After: 99999999999"
        }) {
            int before = novita.received().size();
            novita.answering(Reply.bytes(
                    ("HTTP/1.1 " + strange + "\r\nContent-Type: application/json\r\n\r\n" + NovitaBench.SUCCESS)
                            .getBytes(StandardCharsets.ISO_8859_1)));

            assertThat(novita.failure()).as(strange).isInstanceOf(AmbiguousOutcomeException.class);
            assertThat(novita.received()).as(strange).hasSize(before + 1);
        }
    }

    @Test
    @Tag("F51")
    void anAnswerThatOnlyDripsIsEndedByTheTimeOfTheWholeCallAndNotRepeated() {
        novita.with("connect-timeout", "300ms").with("call-timeout", "300ms").with("read-timeout", "10s");
        byte[] message = Reply.message(200, "application/json", new byte[900]);

        assertAmbiguousAfterOne(connection -> {
            for (byte each : message) {
                connection.getOutputStream().write(each);
                connection.getOutputStream().flush();
                pause();
            }
        });
    }

    @Test
    @Tag("F20")
    void aCallerWhoAsksAgainIsSentAgain() {
        novita.answering(Reply.end(), Reply.json(NovitaBench.SUCCESS));
        try (VoiceCloner cloner = novita.open()) {
            FaultyNovita.failure(cloner);

            assertThat(cloner.cloneVoice(NovitaBench.plain()).attempts()).isEqualTo(1);
        }
        assertThat(novita.received()).hasSize(2);
    }

    private void assertAmbiguousAfterOne(Reply reply) {
        novita.answering(reply, Reply.json(NovitaBench.SUCCESS));

        VoiceClonerException failure = novita.failure();

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(((AmbiguousOutcomeException) failure).checks()).isNotEmpty();
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(novita.received()).hasSize(1);
        assertThat(novita.time.waits()).isEmpty();
    }

    private static Reply refusal(int status, String reason) {
        return Reply.of(status, "application/json", NovitaBench.refusal(status, reason, "scripted"));
    }

    private static Reply inner(int code) {
        return Reply.json("{\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":\"scripted\"}}");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
