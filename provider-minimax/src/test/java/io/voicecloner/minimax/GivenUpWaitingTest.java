package io.voicecloner.minimax;

import static io.voicecloner.minimax.FaultyMiniMax.code;
import static io.voicecloner.minimax.FaultyMiniMax.just;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.VoiceCloner;
import io.voicecloner.testkit.HeldTime;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A clone is given up while it waits for its turn, for others or for a moment: nothing is sent afterwards, and who comes next need not wait. */
@Tag("faults")
@Tag("F53")
@Tag("F54")
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class GivenUpWaitingTest {
    private static final Script UPLOADED = just(Reply.json(MiniMaxBench.uploaded(FaultyMiniMax.FILE_ID)));

    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    private final HeldTime time = new HeldTime();
    private final CountDownLatch released = new CountDownLatch(1);

    @ParameterizedTest
    @EnumSource
    void queuedBehindOtherUploads(Quitter.Way way) throws Exception {
        Quitter quitter = new Quitter(way);
        minimax.onUpload(held(UPLOADED), held(UPLOADED), UPLOADED);
        try (VoiceCloner cloner = open(quitter)) {
            List<Thread> others = others(2, cloner);
            Quitter.until(() -> minimax.uploads().size() == 2);

            giveUpWaiting(quitter, cloner, "queued for an upload");

            quitter.expectOrphans();
            assertThat(minimax.uploads()).hasSize(2);
            release(others);
            cloner.cloneVoice(FaultyMiniMax.request());
            assertThat(minimax.uploads()).hasSize(3);
        }
        assertThat(minimax.voices()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void queuedBehindOtherClones(Quitter.Way way) throws Exception {
        Quitter quitter = new Quitter(way);
        Script slow = held(minimax::make);
        minimax.onClone(slow, slow, slow, slow, minimax::make);
        try (VoiceCloner cloner = open(quitter)) {
            List<Thread> others = others(4, cloner);
            Quitter.until(() -> minimax.clones().size() == 4);

            giveUpWaiting(quitter, cloner, "queued for a clone");

            quitter.expectOrphans(FaultyMiniMax.FILE_ID);
            assertThat(minimax.clones()).hasSize(4);
            release(others);
            cloner.cloneVoice(FaultyMiniMax.request());
        }
        assertThat(minimax.voices()).hasSize(5);
        assertThat(minimax.clones()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void atTheRateGate(Quitter.Way way) throws Exception {
        Quitter quitter = new Quitter(way);
        minimax.with("rate", "1/m");
        try (VoiceCloner cloner = open(quitter)) {
            cloner.cloneVoice(FaultyMiniMax.request());

            giveUpWaiting(quitter, cloner, "at the rate gate");

            quitter.expectOrphans(FaultyMiniMax.FILE_ID);
            // The turn that was given up stays unused: providers punish bursts.
            time.pass(Duration.ofMinutes(2));
            assertThat(minimax.clones()).hasSize(1);
            cloner.cloneVoice(FaultyMiniMax.request());
        }
        assertThat(minimax.clones()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void heldBackByTheProvider(Quitter.Way way) throws Exception {
        Quitter quitter = new Quitter(way);
        minimax.onClone(just(Reply.of(429, "text/plain", "slow down", "Retry-After: 20")), minimax::make);
        try (VoiceCloner cloner = open(quitter)) {
            giveUpWaiting(quitter, cloner, "in the pause after a refusal");

            quitter.expectOrphans(FaultyMiniMax.FILE_ID);
            time.pass(Duration.ofMinutes(1));
            assertThat(minimax.clones()).hasSize(1);
            assertThat(minimax.voices()).isEmpty();
            cloner.cloneVoice(FaultyMiniMax.request());
        }
        assertThat(minimax.clones()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void betweenTwoAttemptsAtAnUpload(Quitter.Way way) throws Exception {
        Quitter quitter = new Quitter(way);
        minimax.onUpload(code(1002), UPLOADED);
        try (VoiceCloner cloner = open(quitter)) {
            giveUpWaiting(quitter, cloner, "before repeating an upload");

            quitter.expectOrphans();
            time.pass(Duration.ofMinutes(1));
            assertThat(minimax.uploads()).hasSize(1);
            assertThat(minimax.lists()).isEmpty();
            cloner.cloneVoice(FaultyMiniMax.request());
        }
        assertThat(minimax.clones()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void beforeALostUploadIsLookedFor(Quitter.Way way) throws Exception {
        Quitter quitter = new Quitter(way);
        minimax.onUpload(just(Reply.end()), UPLOADED);
        try (VoiceCloner cloner = open(quitter)) {
            giveUpWaiting(quitter, cloner, "before looking for a lost upload");

            quitter.expectOrphans(minimax.uploadedNames().get(0));
            time.pass(Duration.ofMinutes(1));
            assertThat(minimax.uploads()).hasSize(1);
            assertThat(minimax.lists()).isEmpty();
            cloner.cloneVoice(FaultyMiniMax.request());
        }
        assertThat(minimax.clones()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void beforeACloneInDoubtIsReconciled(Quitter.Way way) throws Exception {
        Quitter quitter = new Quitter(way);
        minimax.onClone(minimax.makeBut(Reply.end()), minimax::make);
        try (VoiceCloner cloner = open(quitter)) {
            quitter.ask(cloner, FaultyMiniMax.request());
            Quitter.until(() -> time.waiting() == 1);
            quitter.quit();
            quitter.print("before reconciling");

            quitter.expectDoubt();
            quitter.expectOrphans(FaultyMiniMax.FILE_ID);
            time.pass(Duration.ofMinutes(1));
            assertThat(minimax.clones()).hasSize(1);
            cloner.cloneVoice(FaultyMiniMax.request());
        }
        assertThat(minimax.clones()).hasSize(2);
    }

    private void giveUpWaiting(Quitter quitter, VoiceCloner cloner, String phase) throws InterruptedException {
        quitter.ask(cloner, FaultyMiniMax.request());
        Quitter.until(() -> time.waiting() == 1);
        quitter.quit();
        quitter.print(phase);
        quitter.expectCanceled();
    }

    private VoiceCloner open(Quitter quitter) {
        return quitter.open(minimax.builder().time(time));
    }

    /** Who holds slots until they are released. */
    private static List<Thread> others(int count, VoiceCloner cloner) {
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread other = new Thread(() -> cloner.cloneVoice(FaultyMiniMax.request()), "other");
            other.setDaemon(true);
            other.start();
            others.add(other);
        }
        return others;
    }

    private void release(List<Thread> others) throws InterruptedException {
        released.countDown();
        for (Thread other : others) {
            other.join();
        }
    }

    private Script held(Script script) {
        return request -> {
            released.await();
            return script.to(request);
        };
    }
}
