package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.RateLimitedException;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.HeldTime;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Voices are asked for at the account's rate, and who cannot get a turn learns it at once. */
@Tag("faults")
class TurnAtTheGateTest {
    private static final int CALLERS = 300;

    @AutoClose
    private final FaultyNovita novita = new FaultyNovita();

    @Test
    @Tag("F62")
    void whoseTurnWouldComeTooLateIsToldAtOnce() {
        novita.with("rate", "1/m").with("deadline", "5s");
        try (VoiceCloner cloner = novita.open()) {
            cloner.cloneVoice(NovitaBench.plain());

            VoiceClonerException failure = FaultyNovita.failure(cloner);

            assertThat(failure).isInstanceOf(RateLimitedException.class);
            assertThat(failure.voiceMayExist()).isFalse();
        }
        assertThat(novita.received()).hasSize(1);
        assertThat(novita.time.waits()).isEmpty();
    }

    @Test
    @Tag("F62")
    void whoIsHeldBackBeyondTheDeadlineIsToldAtOnce() {
        novita.with("deadline", "10s").answering(Reply.of(429, "text/plain", "slow down", "Retry-After: 20"));
        try (VoiceCloner cloner = novita.open()) {
            assertThat(FaultyNovita.failure(cloner)).isInstanceOf(RateLimitedException.class);

            assertThat(FaultyNovita.failure(cloner)).isInstanceOf(RateLimitedException.class);
        }
        assertThat(novita.received()).hasSize(1);
        assertThat(novita.time.waits()).isEmpty();
    }

    @Test
    @Tag("F62")
    void ofManyCallersAsManyAsFitBeforeTheDeadlineAreSentOneToASecond() throws Exception {
        HeldTime time = new HeldTime();
        novita.with("rate", "1/s").with("deadline", "5s");
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        CountDownLatch ends = new CountDownLatch(CALLERS - 4);
        List<Future<Boolean>> made = new ArrayList<>();
        try (VoiceCloner cloner = novita.open(time)) {
            for (int i = 0; i < CALLERS; i++) {
                made.add(callers.submit(() -> isMade(cloner, ends)));
            }
            // One is sent and four wait for their turns; all others fail although no time passes.
            until(() -> time.waiting() == 4);
            assertThat(ends.await(5, TimeUnit.SECONDS)).isTrue();
            for (int second = 1; second <= 4; second++) {
                int sent = second;
                assertThat(novita.received()).hasSize(sent);
                time.pass(Duration.ofSeconds(1));
                until(() -> novita.received().size() == sent + 1);
            }
            int successes = 0;
            for (Future<Boolean> each : made) {
                successes += each.get(5, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(successes).isEqualTo(5);
            assertThat(novita.received()).hasSize(5);
        } finally {
            callers.shutdownNow();
        }
    }

    private static boolean isMade(VoiceCloner cloner, CountDownLatch ends) {
        try {
            cloner.cloneVoice(NovitaBench.plain());
            return true;
        } catch (RateLimitedException tooLate) {
            return false;
        } finally {
            ends.countDown();
        }
    }

    private static void until(BooleanSupplier expected) throws InterruptedException {
        for (int i = 0; i < 1000 && !expected.getAsBoolean(); i++) {
            Thread.sleep(5);
        }
        assertThat(expected.getAsBoolean()).isTrue();
    }
}
