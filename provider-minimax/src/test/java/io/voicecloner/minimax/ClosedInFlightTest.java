package io.voicecloner.minimax;

import static io.voicecloner.minimax.FaultyMiniMax.just;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.AudioSource;
import io.voicecloner.CanceledException;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Preview;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fifty calls are under way when the cloner is closed: each ends, and says whether a voice may exist; nothing is left of any. */
@Tag("faults")
@Tag("F64")
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class ClosedInFlightTest {
    private static final Script UPLOADED = just(Reply.json(MiniMaxBench.uploaded(FaultyMiniMax.FILE_ID)));

    @TempDir
    Path directory;

    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    @AutoClose
    private final FaultyMiniMax other = new FaultyMiniMax();

    private final Semaphore reached = new Semaphore(0);
    private final Semaphore gone = new Semaphore(0);

    @AutoClose
    private final WireServer silent = new WireServer(this::silence);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fiftyCallsEnd(boolean failover) throws Exception {
        // Eight recordings arrive: four clones are sent and four wait for a slot. Two uploads stall, and the others
        // wait for them.
        Script[] uploads = new Script[9];
        Arrays.fill(uploads, UPLOADED);
        uploads[8] = this::silence;
        minimax.onUpload(uploads).onClone(this::silence);
        VoiceCloner first =
                minimax.builder().override("voicecloner.allow-loopback", "true").build();
        VoiceCloner cloner = failover ? VoiceCloners.failover(first, other.open()) : first;
        List<FutureTask<?>> blocked = new ArrayList<>();
        List<CompletableFuture<ClonedVoice>> futures = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            blocked.add(started(() -> cloner.cloneVoice(FaultyMiniMax.request())));
            futures.add(cloner.cloneVoiceAsync(FaultyMiniMax.request()));
        }
        CloneRequest fetched = CloneRequest.of(AudioSource.url(silent.uri("/speech.mp3")));
        blocked.add(started(() -> cloner.cloneVoice(fetched)));
        futures.add(cloner.cloneVoiceAsync(fetched));
        for (int i = 0; i < 2; i++) {
            Path target = directory.resolve(i + ".mp3");
            blocked.add(started(() -> cloner.download(Preview.of(silent.uri("/preview.mp3")), target)));
        }
        reached.acquire(4 + 2 + 4);
        int sent = minimax.server().received().size();

        long start = System.nanoTime();
        cloner.close();
        List<Throwable> ends = new ArrayList<>();
        for (FutureTask<?> each : blocked) {
            ends.add(catchThrowable(() -> each.get(2, TimeUnit.SECONDS)).getCause());
        }
        for (CompletableFuture<ClonedVoice> each : futures) {
            ends.add(catchThrowable(() -> each.get(2, TimeUnit.SECONDS)).getCause());
        }
        System.out.printf(
                "closed %s with 50 calls in flight: ended after %.1f ms%n",
                failover ? "a failover" : "a cloner", (System.nanoTime() - start) / 1e6);

        assertThat(ends).hasSize(50).hasOnlyElementsOfTypes(AmbiguousOutcomeException.class, CanceledException.class);
        assertThat(ends).filteredOn(AmbiguousOutcomeException.class::isInstance).hasSize(4);
        assertThat(ends)
                .filteredOn(end -> ((VoiceClonerException) end).orphans().contains(FaultyMiniMax.FILE_ID))
                .hasSize(8);
        assertThat(minimax.server().received()).hasSize(sent);
        assertThat(other.server().received()).isEmpty();
        assertThat(directory).isEmptyDirectory();
        // Every connection that was open is closed.
        gone.acquire(4 + 2 + 4);
        Quitter.until(() -> ourThreads().isEmpty());
    }

    private static <T> FutureTask<T> started(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "caller");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static Set<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("voicecloner"))
                .collect(Collectors.toSet());
    }

    /** No byte until the client goes. */
    private Reply silence(Received request) {
        return connection -> {
            reached.release();
            Reply.silence().on(connection);
            gone.release();
        };
    }
}
