package io.voicecloner.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.CanceledException;
import io.voicecloner.Category;
import io.voicecloner.ProviderSettings;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fake.Abilities;
import io.voicecloner.fake.FakeAudioHost;
import io.voicecloner.fake.Recordings;
import io.voicecloner.http.GuardedDownloader;
import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.PreparedAudio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A host that accepted and stayed silent once held the caller for half a minute past deadline and cancel. */
@Timeout(10)
class SilentAudioHostTest {
    private static final PreparedAudio.Content AT_HAND =
            new PreparedAudio.Content(AudioFormat.WAV, 100, () -> new ByteArrayInputStream(Recordings.wav(100)));
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(250);

    private final GuardedDownloader downloader = new GuardedDownloader(null, false);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final CountDownLatch takenDown = new CountDownLatch(1);
    private final FakeAudioHost shelf = new FakeAudioHost();
    private final Cleanup cleanup = new Cleanup();

    @AfterEach
    void stop() {
        letGo.countDown();
        downloader.close();
    }

    @Test
    void theDeadlineEndsTheWaitAndInterruptsTheHost() throws Exception {
        ProviderUnavailableException failure = catchThrowableOfType(
                ProviderUnavailableException.class, () -> carry(givingUpWhenInterrupted(), scope(SHORT), LONG));
        assertThat(failure.reason()).isEqualTo(Reason.DEADLINE);
        assertThat(failure.step()).isEqualTo(Step.PUBLISH);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure).hasMessageContaining("the deadline passed while the recording was published");
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        cleanup.close();
        assertThat(cleanup.leftovers().toldBy(failure)).isSameAs(failure);
    }

    @Test
    void cancellingEndsTheWaitAndInterruptsTheHost() throws Exception {
        CallScope scope = scope(LONG);
        Thread canceling = new Thread(() -> {
            awaitRegardless(reached);
            scope.cancel();
        });
        canceling.start();
        CanceledException failure =
                catchThrowableOfType(CanceledException.class, () -> carry(givingUpWhenInterrupted(), scope, LONG));
        assertThat(failure.step()).isEqualTo(Step.PUBLISH);
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        canceling.join();
    }

    @Test
    void anInterruptOfTheCallerEndsTheWaitAndIsKept() {
        Thread caller = Thread.currentThread();
        Thread interrupting = new Thread(() -> {
            awaitRegardless(reached);
            caller.interrupt();
        });
        interrupting.start();
        CanceledException failure = catchThrowableOfType(
                CanceledException.class, () -> carry(givingUpWhenInterrupted(), scope(LONG), LONG));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.reason()).isEqualTo(Reason.CANCELED);
    }

    @Test
    void whatComesOutPublishedAfterTheDeadlineIsTakenDown() throws Exception {
        VoiceClonerException failure = catchThrowableOfType(
                VoiceClonerException.class, () -> carry(publishingRegardless(), scope(SHORT), SHORT));
        assertThat(failure.reason()).isEqualTo(Reason.DEADLINE);
        cleanup.close();
        assertThat(cleanup.leftovers().toldBy(failure).hint().orElseThrow()).contains("may still come out published");
        assertThat(shelf.ever()).isEmpty();
        letGo.countDown();
        assertThat(takenDown.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(shelf.ever()).hasSize(1);
        assertThat(shelf.up()).isEmpty();
    }

    @Test
    void whatTheHostCouldNotTidyUpAfterTheDeadlineIsTold() {
        AudioHost untidy = host(audio -> {
            awaitInterruptibly(letGo);
            throw new IllegalStateException("never let go");
        });
        VoiceClonerException failure =
                catchThrowableOfType(VoiceClonerException.class, () -> carry(untidy, scope(SHORT), LONG));
        cleanup.close();
        assertThat(cleanup.leftovers().toldBy(failure).orphans()).containsExactly("s3://recordings/a.wav");
    }

    @Test
    void aSilentTakeDownHoldsTheCallerForItsAllowanceOnlyAndIsTold() throws Exception {
        CallScope scope = scope(LONG);
        carry(silentOnTakeDown(), scope, SHORT);
        carry(silentOnTakeDown(), scope, SHORT);
        Thread.currentThread().interrupt();
        long before = System.nanoTime();
        cleanup.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(SHORT, SHORT.multipliedBy(20));
        assertThat(scope.warnings()).singleElement().asString().contains("may not be taken down");
        VoiceClonerException failure =
                Failures.exception(scope.failure(Category.QUOTA, Reason.BALANCE, Step.CLONE, "broke")
                        .hint("Pay."));
        VoiceClonerException told = cleanup.leftovers().toldBy(failure);
        assertThat(told.orphans()).containsExactly("a recording at audio.example");
        assertThat(told.hint().orElseThrow())
                .startsWith("A recording may not be taken down")
                .endsWith(". Pay.");
        assertThat(told.getStackTrace()).isEqualTo(failure.getStackTrace());
        assertThat(shelf.up()).hasSize(2);
        letGo.countDown();
        assertThat(takenDown.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private PreparedAudio carry(AudioHost host, CallScope scope, Duration allowance) {
        ProviderSettings settings = ProviderSettings.of("long-enough").withMaxAudioBytes(10_000);
        return new Bridge("fake", Abilities.urls(), settings, host, downloader, allowance)
                .publish(AT_HAND, scope, cleanup);
    }

    private static CallScope scope(Duration limit) {
        return CallScope.of("fake", limit);
    }

    private AudioHost givingUpWhenInterrupted() {
        return host(audio -> {
            reached.countDown();
            try {
                letGo.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            throw new IOException("broken off");
        });
    }

    private AudioHost publishingRegardless() {
        return host(audio -> {
            awaitRegardless(letGo);
            return watched(shelf.publish(audio));
        });
    }

    private AudioHost silentOnTakeDown() {
        return host(audio -> {
            AudioHost.Published published = shelf.publish(audio);
            return watched(new AudioHost.Published() {
                @Override
                public URI url() {
                    return published.url();
                }

                @Override
                public void close() {
                    awaitRegardless(letGo);
                    published.close();
                }
            });
        });
    }

    private AudioHost.Published watched(AudioHost.Published published) {
        return new AudioHost.Published() {
            @Override
            public URI url() {
                return published.url();
            }

            @Override
            public void close() {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                published.close();
                takenDown.countDown();
            }
        };
    }

    /** Waits as a host does that cannot be told to stop. */
    private static void awaitRegardless(CountDownLatch latch) {
        boolean wasInterrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells by its failure that it was interrupted and could not delete what it had stored. */
    private static void awaitInterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw Failures.exception(
                    CallScope.of("fake", LONG)
                            .failure(Category.CANCELED, Reason.CANCELED, Step.PUBLISH, "cancelled")
                            .orphans(List.of("s3://recordings/a.wav")),
                    e);
        }
    }

    private static AudioHost host(Publishing publishing) {
        return new AudioHost() {
            @Override
            public Published publish(PreparedAudio.Content audio) throws IOException {
                return publishing.publish(audio);
            }

            @Override
            public void close() {}
        };
    }

    @FunctionalInterface
    private interface Publishing {
        AudioHost.Published publish(PreparedAudio.Content audio) throws IOException;
    }
}
