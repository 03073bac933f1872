package io.voicecloner.minimax;

import static io.voicecloner.minimax.FaultyMiniMax.just;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.RateLimitedException;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.HeldTime;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Not now": asked again when the provider will have it, and not before. */
@Tag("faults")
class RepeatedRefusalTest {
    private static final Script UPLOADED = just(Reply.json(MiniMaxBench.uploaded(FaultyMiniMax.FILE_ID)));

    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    @ParameterizedTest
    @CsvSource({"1, 1000, 1100", "0, 500, 550", "1.5, 2000, 2200", "60, 60000, 66000", "-1, 1, 2000", "soon, 1, 2000"})
    @Tag("F35")
    void anUploadWaitsAsLongAsItWasAskedTo(String retryAfter, long least, long most) {
        minimax.onUpload(slowDown(retryAfter), UPLOADED);

        minimax.clone(FaultyMiniMax.request());

        assertThat(minimax.uploads()).hasSize(2);
        assertThat(minimax.lists()).isEmpty();
        assertThat(minimax.time.waits())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofMillis(least), Duration.ofMillis(most)));
    }

    @Test
    @Tag("F35")
    void anUploadWaitsUntilTheDateItWasGiven() {
        String inHalfAMinute = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(30).atOffset(ZoneOffset.UTC));
        minimax.onUpload(slowDown(inHalfAMinute), UPLOADED);

        minimax.clone(FaultyMiniMax.request());

        assertThat(minimax.uploads()).hasSize(2);
        assertThat(minimax.time.waits())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(33)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"61", "99999999999", "99999999999999999999"})
    @Tag("F35")
    void whoIsAskedToWaitTooLongIsToldAtOnce(String retryAfter) {
        minimax.onUpload(slowDown(retryAfter));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertThat(failure).isInstanceOf(RateLimitedException.class);
        assertThat(((RateLimitedException) failure).retryAfter().orElseThrow()).isLessThanOrEqualTo(Duration.ofDays(1));
        assertThat(minimax.uploads()).hasSize(1);
        assertThat(minimax.clones()).isEmpty();
        assertThat(minimax.time.waits()).isEmpty();
    }

    @Test
    @Tag("F35")
    void aWaitThatWouldOutlastTheDeadlineIsNotBegun() {
        minimax.with("deadline", "10s").onUpload(slowDown("20"));

        assertThat(minimax.failure(FaultyMiniMax.request())).isInstanceOf(RateLimitedException.class);
        assertThat(minimax.uploads()).hasSize(1);
        assertThat(minimax.time.waits()).isEmpty();
    }

    @Test
    @Tag("F35")
    void aCloneWaitsToo() {
        minimax.onClone(slowDown("7"), minimax::make);

        ClonedVoice voice = minimax.clone(FaultyMiniMax.request());

        assertThat(minimax.voices()).containsExactly(voice.ref().id());
        assertThat(minimax.clones()).hasSize(2);
        assertThat(minimax.time.waits())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_700)));
    }

    @Test
    @Tag("F63")
    void whatOneCallerIsAskedToWaitHoldsBackTheOthersOfItsAccountOnly() throws Exception {
        HeldTime time = new HeldTime();
        minimax.onClone(slowDown("3"), minimax::make);
        try (VoiceCloner ours = minimax.open(time);
                VoiceCloner other = minimax.with("account", "other").open(time)) {
            CompletableFuture<ClonedVoice> refused = ours.cloneVoiceAsync(FaultyMiniMax.request());
            until(() -> time.waiting() == 1);
            CompletableFuture<ClonedVoice> held = ours.cloneVoiceAsync(FaultyMiniMax.request());
            until(() -> time.waiting() == 2);
            assertThat(minimax.clones()).hasSize(1);

            CloneRequest unconcerned = FaultyMiniMax.request();
            assertThat(other.cloneVoice(unconcerned).attempts()).isEqualTo(1);
            assertThat(minimax.clones()).hasSize(2);

            time.pass(Duration.ofMillis(2_999));
            assertThat(minimax.clones()).hasSize(2);
            time.pass(Duration.ofMillis(400));

            assertThat(held.get(5, TimeUnit.SECONDS).attempts()).isEqualTo(1);
            assertThat(refused.get(5, TimeUnit.SECONDS).attempts()).isEqualTo(2);
            assertThat(minimax.clones()).hasSize(4);
        }
    }

    private static Script slowDown(String retryAfter) {
        return just(Reply.of(
                429, "application/json", MiniMaxBench.refusal(1002, "rate limit"), "Retry-After: " + retryAfter));
    }

    private static void until(BooleanSupplier expected) throws InterruptedException {
        for (int i = 0; i < 1000 && !expected.getAsBoolean(); i++) {
            Thread.sleep(5);
        }
        assertThat(expected.getAsBoolean()).isTrue();
    }
}
