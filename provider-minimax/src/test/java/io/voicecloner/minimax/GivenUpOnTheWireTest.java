package io.voicecloner.minimax;

import static io.voicecloner.minimax.FaultyMiniMax.just;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A clone is given up while a request is on its way, again and again, more often than requests may be in flight: each time its connection ends,
 * nothing is sent afterwards, and who comes next need not wait.
 */
@Tag("faults")
@Tag("F53")
@Tag("F54")
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class GivenUpOnTheWireTest {
    /** More than the slots of any operation. */
    private static final int TIMES = 5;

    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    private final Semaphore reached = new Semaphore(0);
    private final Semaphore gone = new Semaphore(0);

    @ParameterizedTest
    @EnumSource
    void connecting(Quitter.Way way) throws Exception {
        try (FullLine line = new FullLine(minimax.server().uri("/"))) {
            minimax.with("base-url", line.uri("/v1").toString());
            Quitter quitter = new Quitter(way);
            try (VoiceCloner cloner = quitter.open(minimax.builder())) {
                for (int i = 0; i < TIMES; i++) {
                    quitter.ask(cloner, FaultyMiniMax.request());
                    Quitter.until(FullLine::somebodyConnects);
                    quitter.quit();
                    quitter.expectCanceled();
                    quitter.expectOrphans();
                }
                quitter.print("connecting");
                line.letIn();
                cloner.cloneVoice(FaultyMiniMax.request());
            }
        }
        assertThat(minimax.server().received()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void writingARecordingThatNobodyTakes(Quitter.Way way) throws Exception {
        try (FaultyLine line = new FaultyLine(minimax.server().uri("/"))) {
            minimax.with("base-url", line.uri("/v1").toString());
            for (int i = 0; i < TIMES; i++) {
                line.then(client -> {
                    client.getInputStream().readNBytes(100_000);
                    reached.release();
                    line.stallAfter(0).on(client);
                });
            }
            Quitter quitter = new Quitter(way);
            try (VoiceCloner cloner = quitter.open(minimax.builder())) {
                for (int i = 0; i < TIMES; i++) {
                    quitter.ask(cloner, longRequest());
                    reached.acquire();
                    Quitter.until(FullLine::somebodyIsStuckWriting);
                    quitter.quit();
                    quitter.expectCanceled();
                    // What was cut off cannot have been stored.
                    quitter.expectOrphans();
                }
                quitter.print("writing an upload");
                assertThat(line.connections()).isEqualTo(TIMES);
                cloner.cloneVoice(FaultyMiniMax.request());
            }
        }
        assertThat(minimax.server().received()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void waitingForTheAnswerToAnUpload(Quitter.Way way) throws Exception {
        minimax.onUpload(silent(), silent(), silent(), silent(), silent(), uploaded());

        Quitter quitter = giveUpUploads(way, "waiting for the answer to an upload");

        quitter.expectOrphans(minimax.uploadedNames().get(TIMES - 1));
    }

    @ParameterizedTest
    @EnumSource
    void readingTheAnswerToAnUpload(Quitter.Way way) throws Exception {
        Script drip = dripping(just(Reply.end()));
        minimax.onUpload(drip, drip, drip, drip, drip, uploaded());

        Quitter quitter = giveUpUploads(way, "reading the answer to an upload");

        quitter.expectOrphans(minimax.uploadedNames().get(TIMES - 1));
    }

    @ParameterizedTest
    @EnumSource
    void waitingForTheVoice(Quitter.Way way) throws Exception {
        minimax.onClone(silent(), silent(), silent(), silent(), silent(), minimax::make);

        giveUpClones(way, "waiting for the voice");
    }

    @ParameterizedTest
    @EnumSource
    void readingTheAnswerThatMayTellOfAVoice(Quitter.Way way) throws Exception {
        Script drip = dripping(minimax::make);
        minimax.onClone(drip, drip, drip, drip, drip, minimax::make);

        giveUpClones(way, "reading the answer to a clone");

        assertThat(minimax.voices()).hasSize(TIMES + 1);
    }

    @ParameterizedTest
    @EnumSource
    void waitingForBothUploads(Quitter.Way way) throws Exception {
        CloneRequest request = FaultyMiniMax.request()
                .withPrompt(
                        AudioSource.bytes(Requests.sample("prompt.mp3")), "This voice sounds natural and pleasant.");
        Script silent = silent();
        minimax.onUpload(silent, silent, silent, silent, uploaded());
        Quitter quitter = new Quitter(way);
        try (VoiceCloner cloner = quitter.open(minimax.builder())) {
            for (int i = 0; i < 2; i++) {
                quitter.ask(cloner, request);
                reached.acquire(2);
                quitter.quit();
                quitter.expectCanceled();
            }
            quitter.print("waiting for both uploads");
            gone.acquire(4);
            assertThat(minimax.uploads()).hasSize(4);
            cloner.cloneVoice(request);
        }
        assertThat(minimax.uploads()).hasSize(6);
        assertThat(minimax.clones()).hasSize(1);
    }

    private Quitter giveUpUploads(Quitter.Way way, String phase) throws Exception {
        Quitter quitter = new Quitter(way);
        try (VoiceCloner cloner = quitter.open(minimax.builder())) {
            for (int i = 0; i < TIMES; i++) {
                giveUp(quitter, cloner);
                quitter.expectCanceled();
            }
            quitter.print(phase);
            assertThat(minimax.uploads()).hasSize(TIMES);
            assertThat(minimax.lists()).isEmpty();
            cloner.cloneVoice(FaultyMiniMax.request());
        }
        assertThat(minimax.uploads()).hasSize(TIMES + 1);
        assertThat(minimax.clones()).hasSize(1);
        return quitter;
    }

    private void giveUpClones(Quitter.Way way, String phase) throws Exception {
        Quitter quitter = new Quitter(way);
        try (VoiceCloner cloner = quitter.open(minimax.builder())) {
            for (int i = 0; i < TIMES; i++) {
                giveUp(quitter, cloner);
                quitter.expectDoubt();
                quitter.expectOrphans(FaultyMiniMax.FILE_ID);
            }
            quitter.print(phase);
            assertThat(minimax.clones()).hasSize(TIMES);
            cloner.cloneVoice(FaultyMiniMax.request());
        }
        assertThat(minimax.clones()).hasSize(TIMES + 1);
    }

    private void giveUp(Quitter quitter, VoiceCloner cloner) throws InterruptedException {
        quitter.ask(cloner, FaultyMiniMax.request());
        reached.acquire();
        quitter.quit();
        gone.acquire();
    }

    private static Script uploaded() {
        return just(Reply.json(MiniMaxBench.uploaded(FaultyMiniMax.FILE_ID)));
    }

    private static CloneRequest longRequest() {
        return CloneRequest.of(AudioSource.bytes(Requests.wav(8_000_000)));
    }

    /** No byte until the client goes. */
    private Script silent() {
        return request -> connection -> {
            reached.release();
            Reply.silence().on(connection);
            gone.release();
        };
    }

    /** Does something, and then answers a byte at a time until the client goes. */
    private Script dripping(Script then) {
        return request -> {
            then.to(request);
            return connection -> {
                byte[] answer = Reply.message(200, "application/json", new byte[9_000]);
                connection.getOutputStream().write(answer, 0, answer.length - 8_000);
                reached.release();
                drip(connection);
                gone.release();
            };
        };
    }

    private static void drip(Socket connection) {
        try {
            while (true) {
                connection.getOutputStream().write(' ');
                Thread.sleep(10);
            }
        } catch (IOException clientIsGone) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
