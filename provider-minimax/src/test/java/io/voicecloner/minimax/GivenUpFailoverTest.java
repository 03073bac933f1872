package io.voicecloner.minimax;

import static io.voicecloner.minimax.FaultyMiniMax.just;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.CloneEvent;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A clone is given up at the first provider, between it and the second, and at the second: whoever was not asked yet never is. */
@Tag("faults")
@Tag("F53")
@Tag("F54")
@Tag("F55")
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class GivenUpFailoverTest {
    private static final Script FAILING = just(Reply.of(503, "text/plain", "down"));

    @AutoClose
    private final FaultyMiniMax first = new FaultyMiniMax().with("attempts", "1");

    @AutoClose
    private final FaultyMiniMax second = new FaultyMiniMax();

    private final Semaphore reached = new Semaphore(0);

    @ParameterizedTest
    @EnumSource
    void whileTheFirstMakesTheVoice(Quitter.Way way) throws Exception {
        first.onClone(silent());
        Quitter quitter = new Quitter(way);
        try (VoiceCloner cloner = quitter.open(both())) {
            quitter.ask(cloner, FaultyMiniMax.request());
            reached.acquire();
            quitter.quit();
            quitter.print("the first of two providers making the voice");

            quitter.expectDoubt();
            quitter.expectOrphans(FaultyMiniMax.FILE_ID);
        }
        assertThat(second.server().received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whenTheFirstHasFailed(Quitter.Way way) throws Exception {
        first.onUpload(FAILING);
        expectNobodyElseAsked(way, "between two providers", CloneEvent.OrphanLeft.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource
    void whenItIsSaidThatTheSecondIsAsked(Quitter.Way way) throws Exception {
        first.onUpload(FAILING);
        expectNobodyElseAsked(way, "at the second provider's door", CloneEvent.FailedOver.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource
    void whileTheRecordingGoesToTheSecond(Quitter.Way way) throws Exception {
        first.onUpload(FAILING);
        second.onUpload(silent(), just(Reply.json(MiniMaxBench.uploaded(FaultyMiniMax.FILE_ID))));
        Quitter quitter = new Quitter(way);
        try (VoiceCloner cloner = quitter.open(both())) {
            quitter.ask(cloner, FaultyMiniMax.request());
            reached.acquire();
            quitter.quit();
            quitter.print("uploading to the second provider");

            quitter.expectCanceled();
            assertThat(second.clones()).isEmpty();
            cloner.cloneVoice(FaultyMiniMax.request());
        }
        assertThat(second.clones()).hasSize(1);
        assertThat(first.clones()).isEmpty();
    }

    private void expectNobodyElseAsked(Quitter.Way way, String phase, Predicate<CloneEvent> moment) throws Exception {
        Quitter quitter = new Quitter(way);
        quitter.holdAt(moment);
        try (VoiceCloner cloner = quitter.open(both())) {
            quitter.ask(cloner, FaultyMiniMax.request());
            quitter.awaitHold();
            quitter.quit();
            quitter.print(phase);

            quitter.expectCanceled();
            quitter.expectOrphans(first.uploadedNames().get(0));
            assertThat(second.server().received()).isEmpty();
            quitter.holdAt(event -> false);
            cloner.cloneVoice(FaultyMiniMax.request());
        }
        assertThat(second.clones()).hasSize(1);
    }

    private VoiceCloners.Builder both() {
        String account = "voicecloner.accounts.second.";
        return first.builder()
                .time(first.time)
                .override("voicecloner.fallbacks", "second")
                .override(account + "provider", "minimax")
                .override(account + "api-key", MiniMaxBench.KEY)
                .override(account + "base-url", second.server().uri("/v1").toString())
                .override(account + "rate", "unlimited");
    }

    /** No byte until the client goes. */
    private Script silent() {
        return request -> {
            reached.release();
            return Reply.silence();
        };
    }
}
