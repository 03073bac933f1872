package io.voicecloner.minimax;

import static io.voicecloner.minimax.FaultyMiniMax.just;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Confirmation;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that no honest server gives: each is one attempt like any other, and the rules of repeating hold. */
@Tag("faults")
class HostileAnswerTest {
    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();

    static Stream<Named<Script>> answersThatMakeTransportsThrow() {
        return Stream.of(
                Named.of("a negative length", just(raw("200 OK", "Content-Length: -5"))),
                Named.of("a wait of 20 digits", just(raw("503 Busy", "Retry-After: 99999999999999999999"))),
                Named.of("a wait beyond an int", just(raw("503 Busy", "Retry-After: 99999999999"))),
                Named.of("a wait of 20 digits after 408", just(raw("408 Slow", "Retry-After: 99999999999999999999"))));
    }

    @ParameterizedTest
    @MethodSource("answersThatMakeTransportsThrow")
    @Tag("F38")
    @Tag("S29")
    void whatMakesATransportThrowIsAnAnswerLost(Script hostile) {
        minimax.onClone(
                request -> {
                    minimax.make(request);
                    return hostile.to(request);
                },
                minimax::make);

        ClonedVoice voice = minimax.clone(FaultyMiniMax.request());

        assertThat(voice.confirmation()).isEqualTo(Confirmation.INFERRED);
        assertThat(minimax.clones()).hasSize(2);
        assertThat(minimax.voices()).containsExactly(voice.ref().id());
        // Never longer than a minute, whatever is asked for.
        assertThat(minimax.time.waits()).singleElement().isIn(Duration.ofSeconds(5), Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @MethodSource("answersThatMakeTransportsThrow")
    @Tag("F38")
    @Tag("S29")
    void whatMakesATransportThrowEndsAnAsynchronousCallOnceAndNoThread(Script hostile) throws Exception {
        minimax.with("attempts", "1").onClone(hostile);
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        AtomicInteger ends = new AtomicInteger();
        try (VoiceCloner cloner = minimax.open()) {
            Throwable end = cloner.cloneVoiceAsync(FaultyMiniMax.request())
                    .handle((voice, failure) -> {
                        ends.incrementAndGet();
                        return failure;
                    })
                    .get(5, TimeUnit.SECONDS);

            assertThat(end).isInstanceOf(AmbiguousOutcomeException.class);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(ends).hasValue(1);
        assertThat(uncaught).isEmpty();
        assertThat(minimax.clones()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.voicecloner.minimax.HostileReplies#all")
    @Tag("F39")
    @Tag("F40")
    @Tag("F41")
    @Tag("F49")
    @Tag("S29")
    void whateverComesInPlaceOfAnAnswerTheSameIdIsAskedForAgain(Reply hostile) {
        minimax.onClone(minimax.makeBut(hostile), minimax::make);

        ClonedVoice voice = minimax.clone(FaultyMiniMax.request());

        assertThat(voice.confirmation()).isEqualTo(Confirmation.INFERRED);
        assertThat(minimax.askedFor())
                .containsExactly(voice.ref().id(), voice.ref().id());
        assertThat(minimax.voices()).containsExactly(voice.ref().id());
        assertThat(minimax.time.waits()).singleElement().isIn(Duration.ofSeconds(5), Duration.ofMinutes(1));
    }

    @Test
    @Tag("F43")
    @Tag("S25")
    void anEndlessErrorPageIsNotReadToItsEnd() throws Exception {
        EndlessErrorPage page = new EndlessErrorPage();
        minimax.with("attempts", "1").onClone(just(page));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.providerMessage().orElse("").length()).isLessThanOrEqualTo(200);
        assertThat(page.isBrokenOff()).isTrue();
        assertThat(minimax.clones()).hasSize(1);
    }

    @Test
    @Tag("F67")
    void connectionsThatTheServerLeavesOpenAreClosedHere() throws Exception {
        minimax.onClone(request -> {
            byte[] body = MiniMaxBench.SUCCESS.getBytes(StandardCharsets.UTF_8);
            return connection -> leaveOpen(connection, body);
        });
        try (VoiceCloner cloner = minimax.open()) {
            for (int i = 0; i < 300; i++) {
                cloner.cloneVoice(FaultyMiniMax.request());
            }
            for (int i = 0; i < 200 && open.get() > 0; i++) {
                Thread.sleep(5);
            }
            assertThat(open).hasValue(0);
        }
        assertThat(minimax.clones()).hasSize(300);
        assertThat(mostOpen.get()).isLessThan(10);
    }

    @Test
    @Tag("F61")
    void aStormOfCallersDoesNotReachAProviderThatFails() {
        minimax.onUpload(just(Reply.of(503, "text/plain", "busy")));
        try (VoiceCloner cloner = minimax.open()) {
            for (int caller = 0; caller < 200; caller++) {
                FaultyMiniMax.failure(cloner, FaultyMiniMax.request());
                minimax.time.pass(Duration.ofSeconds(1));
            }
        }
        assertThat(minimax.uploads()).hasSizeLessThan(30);
    }

    @Test
    @Tag("F61")
    void aStormOfCallersDoesNotReachAProviderThatFailsToClone() {
        minimax.onClone(just(Reply.of(503, "text/plain", "busy")));
        try (VoiceCloner cloner = minimax.open()) {
            for (int caller = 0; caller < 200; caller++) {
                FaultyMiniMax.failure(cloner, FaultyMiniMax.request());
                minimax.time.pass(Duration.ofSeconds(1));
            }
        }
        assertThat(minimax.clones()).hasSizeLessThan(30);
    }

    private void leaveOpen(Socket connection, byte[] body) throws IOException {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        try {
            String head =
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
            connection.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            connection.getOutputStream().write(body);
            connection.getOutputStream().flush();
            Reply.silence().on(connection);
        } finally {
            open.decrementAndGet();
        }
    }

    private static Reply raw(String status, String header) {
        return Reply.bytes(("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n"
                        + MiniMaxBench.SUCCESS)
                .getBytes(StandardCharsets.ISO_8859_1));
    }
}
