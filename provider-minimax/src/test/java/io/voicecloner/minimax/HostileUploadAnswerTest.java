package io.voicecloner.minimax;

import static io.voicecloner.minimax.FaultyMiniMax.just;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ClonedVoice;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Reason;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers to an upload that no honest server gives: the recording may be there, is looked for, and is sent again. */
@Tag("faults")
class HostileUploadAnswerTest {
    private static final Script UPLOADED = just(Reply.json(MiniMaxBench.uploaded(FaultyMiniMax.FILE_ID)));

    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    @ParameterizedTest
    @MethodSource("io.voicecloner.minimax.HostileReplies#unreadable")
    @Tag("F38")
    @Tag("F39")
    @Tag("F40")
    @Tag("F41")
    @Tag("F49")
    @Tag("S29")
    void theRecordingIsSentAgainUnderAnotherName(Reply hostile) {
        minimax.onUpload(just(hostile), UPLOADED).onList(request -> Reply.json("{\"files\":[]}"));

        ClonedVoice voice = minimax.clone(FaultyMiniMax.request());

        assertThat(minimax.uploadedNames()).hasSize(2).doesNotHaveDuplicates();
        assertThat(minimax.lists()).hasSize(1);
        assertThat(voice.orphans()).containsExactly(minimax.uploadedNames().get(0));
        assertThat(minimax.askedFor()).containsExactly(voice.ref().id());
        assertThat(minimax.time.waits()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.voicecloner.minimax.HostileReplies#thatAskForAges")
    @Tag("F38")
    void nobodyWaitsForAges(Reply hostile) {
        minimax.onUpload(just(hostile), UPLOADED);

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertThat(failure).isInstanceOf(ProviderUnavailableException.class);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure.retryAfter()).contains(Duration.ofDays(1));
        assertThat(failure.orphans()).isEqualTo(minimax.uploadedNames());
        assertThat(minimax.uploads()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.voicecloner.minimax.HostileReplies#thatMakeTransportsThrow")
    @Tag("F38")
    @Tag("S29")
    void anAsynchronousCallEndsOnceAndNoThreadDies(Reply hostile) throws Exception {
        minimax.with("attempts", "1").onUpload(just(hostile));
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

            assertThat(end).isInstanceOf(VoiceClonerException.class);
            assertThat(((VoiceClonerException) end).voiceMayExist()).isFalse();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(ends).hasValue(1);
        assertThat(uncaught).isEmpty();
        assertThat(minimax.uploads()).hasSize(1);
        assertThat(minimax.clones()).isEmpty();
    }

    @Test
    @Tag("F43")
    void anEndlessErrorPageIsNotReadToItsEnd() throws Exception {
        EndlessErrorPage page = new EndlessErrorPage();
        minimax.with("attempts", "1").onUpload(just(page));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertThat(failure).isInstanceOf(ProviderUnavailableException.class);
        assertThat(failure.reason()).isEqualTo(Reason.PROVIDER_FAULT);
        assertThat(failure.providerMessage().orElse("").length()).isLessThanOrEqualTo(200);
        assertThat(page.isBrokenOff()).isTrue();
        assertThat(minimax.uploads()).hasSize(1);
        assertThat(minimax.clones()).isEmpty();
    }

    @Test
    @Tag("F51")
    void anAnswerThatOnlyDripsIsEndedByTheTimeOfTheWholeCall() {
        minimax.with("connect-timeout", "300ms").with("call-timeout", "400ms").with("read-timeout", "10s");
        minimax.onUpload(just(HostileReplies.drip()), UPLOADED);

        ClonedVoice voice = minimax.clone(FaultyMiniMax.request());

        assertThat(minimax.uploadedNames()).hasSize(2).doesNotHaveDuplicates();
        assertThat(voice.orphans()).containsExactly(minimax.uploadedNames().get(0));
        assertThat(minimax.clones()).hasSize(1);
        assertThat(minimax.time.waits()).hasSize(1);
    }

    @Test
    @Tag("F51")
    void anAnswerThatOnlyDripsEveryTimeRanOutOfTime() {
        minimax.with("connect-timeout", "200ms").with("call-timeout", "200ms").with("read-timeout", "10s");
        minimax.onUpload(just(HostileReplies.drip()));
        long start = System.nanoTime();

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(minimax.uploads()).hasSize(3);
        assertThat(minimax.clones()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
    }
}
