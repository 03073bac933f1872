package io.voicecloner.minimax;

import static io.voicecloner.minimax.FaultyMiniMax.code;
import static io.voicecloner.minimax.FaultyMiniMax.just;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Reason;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceIdTakenException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** "The id is taken" is good news only after an answer was lost; here none was. */
@Tag("faults")
class TakenIdTest {
    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    @Test
    @Tag("F10")
    void anIdThatIsTakenAtOnceIsSomebodysVoice() {
        minimax.onClone(code(2039));

        assertTaken(minimax.failure(FaultyMiniMax.request()));
        assertThat(minimax.clones()).hasSize(1);
        assertThat(minimax.time.waits()).isEmpty();
    }

    @Test
    @Tag("F11")
    void anIdThatIsTakenAfterARequestThatNeverLeftIsSomebodysVoice() throws Exception {
        int port = minimax.server().uri("/").getPort();
        minimax.onUpload(request -> {
            minimax.server().close();
            return Reply.json(MiniMaxBench.uploaded(FaultyMiniMax.FILE_ID));
        });
        try (FaultyMiniMax again = new FaultyMiniMax();
                Forwarder forwarder =
                        new Forwarder(port, again.server().uri("/").getPort())) {
            again.onClone(code(2039));
            minimax.time.onWait(forwarder::open);

            assertTaken(minimax.failure(FaultyMiniMax.request()));

            assertThat(minimax.clones()).isEmpty();
            assertThat(again.clones()).hasSize(1);
            assertThat(minimax.time.waits()).hasSize(1);
        }
    }

    @Test
    @Tag("F12")
    void anIdThatIsTakenAfterARefusalIsSomebodysVoice() {
        minimax.onClone(code(1002), code(2039));

        assertTaken(minimax.failure(FaultyMiniMax.request()));
        assertThat(minimax.clones()).hasSize(2);
        assertThat(minimax.time.waits()).hasSize(1);
    }

    @Test
    @Tag("F10")
    void onlyAnIdThatNobodyElseCanHaveThoughtOfMayBeOfAVoiceOfOurs() {
        minimax.onClone(code(2039));

        VoiceClonerException madeHere = minimax.failure(FaultyMiniMax.request());
        VoiceClonerException callersOwn =
                minimax.failure(FaultyMiniMax.request().withVoiceId("CallersOwn1"));

        assertTaken(madeHere);
        assertThat(madeHere.voiceMayExist()).isTrue();
        assertTaken(callersOwn);
        assertThat(callersOwn.voiceMayExist()).isFalse();
    }

    @Test
    @Tag("F17")
    void aGatewaysPageThatSaysDuplicateIsBelieved() {
        minimax.onClone(just(Reply.of(502, "text/html", "<p>upstream: voice clone voice id duplicate</p>")));

        assertTaken(minimax.failure(FaultyMiniMax.request()));
        assertThat(minimax.clones()).hasSize(1);
    }

    @Test
    @Tag("F18")
    void ofTwoThatAskForOneIdAtOnceTheSecondIsToldHere() throws Exception {
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch secondFailed = new CountDownLatch(1);
        minimax.onClone(request -> {
            underWay.countDown();
            secondFailed.await(5, TimeUnit.SECONDS);
            return minimax.make(request);
        });
        CloneRequest request = FaultyMiniMax.request().withVoiceId("OneIdForTwo1");
        try (VoiceCloner first = minimax.open();
                VoiceCloner second = minimax.open()) {
            CompletableFuture<ClonedVoice> voice = first.cloneVoiceAsync(request);
            assertThat(underWay.await(5, TimeUnit.SECONDS)).isTrue();

            VoiceClonerException failure = FaultyMiniMax.failure(second, request);
            secondFailed.countDown();

            assertThat(failure).isInstanceOf(VoiceIdTakenException.class);
            assertThat(failure.reason()).isEqualTo(Reason.IN_FLIGHT);
            assertThat(voice.get(5, TimeUnit.SECONDS).ref().id()).isEqualTo("OneIdForTwo1");
            assertThat(minimax.askedFor()).containsExactly("OneIdForTwo1");
            assertThat(minimax.uploads()).as("the second uploads nothing").hasSize(1);
        }
    }

    private static void assertTaken(VoiceClonerException failure) {
        assertThat(failure).isInstanceOf(VoiceIdTakenException.class);
        assertThat(failure.reason()).isEqualTo(Reason.DUPLICATE);
    }

    /** Nobody home at a port until it opens; then one connection is let through to another port. */
    private record Forwarder(int from, int to, AtomicReference<ServerSocket> door) implements AutoCloseable {
        Forwarder(int from, int to) {
            this(from, to, new AtomicReference<>());
        }

        void open() {
            try {
                ServerSocket opened = new ServerSocket(from, 5, InetAddress.getLoopbackAddress());
                door.set(opened);
                daemon(() -> forward(opened));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void forward(ServerSocket opened) {
            try (Socket in = opened.accept();
                    Socket out = new Socket(InetAddress.getLoopbackAddress(), to)) {
                daemon(() -> copy(in, out));
                copy(out, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void copy(Socket from, Socket to) {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException ignored) {
                // One side went.
            }
        }

        private static void daemon(Runnable work) {
            Thread thread = new Thread(work, "forwarder");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            ServerSocket open = door.get();
            if (open != null) {
                open.close();
            }
        }
    }
}
