package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.CanceledException;
import io.voicecloner.CloneRequest;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream that stalled once held the caller past deadline, cancel and close. */
@Tag("B53")
@Timeout(10)
class StalledStreamTest {
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final CountDownLatch reading = new CountDownLatch(1);

    private final CloneRequest request = CloneRequest.of(AudioSource.read(new InputStream() {
        @Override
        public int read() {
            reading.countDown();
            try {
                stalled.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return read();
        }
    }));

    @AfterEach
    void letGo() {
        stalled.countDown();
    }

    @Test
    void theDeadlineEndsTheWaitAndNothingIsSent() {
        try (VoiceCloner cloner = cloner()) {
            VoiceClonerException failure = catchThrowableOfType(
                    VoiceClonerException.class, () -> cloner.cloneVoice(request.withDeadline(Duration.ofMillis(150))));
            assertThat(failure.reason()).isEqualTo(Reason.DEADLINE);
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(failure.voiceMayExist()).isFalse();
        }
    }

    @Test
    void closingTheClonerEndsTheWait() throws Exception {
        VoiceCloner cloner = cloner();
        var future = cloner.cloneVoiceAsync(request);
        reading.await();
        cloner.close();
        assertThat(future)
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .havingCause()
                .satisfies(cause -> assertThat(cause).isInstanceOf(VoiceClonerException.class));
    }

    @Test
    void closingTheClonerEndsACheckEvenIfTheStreamHeedsNoInterrupt() throws Exception {
        VoiceCloner cloner = cloner();
        CountDownLatch deaf = new CountDownLatch(1);
        CloneRequest unheeding = CloneRequest.of(AudioSource.read(new InputStream() {
            @Override
            public int read() {
                reading.countDown();
                while (deaf.getCount() > 0) {
                    Thread.onSpinWait();
                }
                return -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return read();
            }
        }));
        var checked = CompletableFuture.supplyAsync(() -> cloner.check(unheeding));
        reading.await();
        cloner.close();
        try {
            assertThat(checked)
                    .failsWithin(Duration.ofSeconds(2))
                    .withThrowableThat()
                    .withCauseInstanceOf(CanceledException.class);
        } finally {
            deaf.countDown();
        }
    }

    private static VoiceCloner cloner() {
        return VoiceCloners.open("fake-file", ProviderSettings.of("long-enough"));
    }
}
