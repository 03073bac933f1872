package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.CanceledException;
import io.voicecloner.Category;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.ConsentCheck;
import io.voicecloner.ConsentRecord;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.fake.FakeAudioHost;
import io.voicecloner.fake.FakeFileProvider;
import io.voicecloner.fake.FakeSession;
import io.voicecloner.fake.FakeUrlProvider;
import io.voicecloner.fake.Recordings;
import io.voicecloner.listen.Listening;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.Time;
import io.voicecloner.spi.VoiceClonerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A consent check that says no, says nothing or fails. */
@Tag("S21")
@Timeout(10)
class NoConsentTest {
    @TempDir
    Path directory;

    private final FakeSession session = new FakeSession("fake-file");
    private final FakeAudioHost host = new FakeAudioHost();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Test
    void afterANoNothingIsSent() {
        try (VoiceCloner cloner = cloner(new FakeFileProvider(session), record -> false)) {
            assertRefused(refusal(cloner));
        }
        assertThat(session.asked()).isEmpty();
    }

    @Test
    void afterANoNothingIsPublished() {
        try (VoiceCloner cloner = cloner(new FakeUrlProvider(session), record -> false)) {
            assertRefused(refusal(cloner));
        }
        assertThat(host.ever()).isEmpty();
        assertThat(session.asked()).isEmpty();
    }

    @Test
    void aCheckThatFailsHasAllowedNothing() {
        IllegalStateException broken = new IllegalStateException("the register is shut");
        try (VoiceCloner cloner = cloner(new FakeFileProvider(session), record -> {
            throw broken;
        })) {
            InvalidRequestException failure = refusal(cloner);
            assertRefused(failure);
            assertThat(failure)
                    .hasCause(broken)
                    .hasMessageContaining("the consent check failed (IllegalStateException)");
            assertThat(failure).hasMessageNotContaining("shut");
        }
        assertThat(session.asked()).isEmpty();
    }

    @Test
    void anErrorOrAFailureOfOursThatItThrowsCountsAsNoToo() {
        try (VoiceCloner unfinished = cloner(new FakeFileProvider(session), record -> {
                    throw new AssertionError("unfinished");
                });
                VoiceCloner sly = cloner(new FakeFileProvider(session), record -> {
                    throw Failures.exception(FailureReport.of(
                            Category.PROVIDER_UNAVAILABLE, Reason.CONNECT, Step.CHECK, "ask somebody else"));
                })) {
            assertRefused(refusal(unfinished));
            assertRefused(refusal(sly));
        }
        assertThat(session.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyElseIsAskedForWhatOneHasNoConsentFor(boolean throwing) {
        FakeSession next = new FakeSession("fake-url");
        ConsentCheck no = record -> {
            if (throwing) {
                throw new IllegalStateException("shut");
            }
            return false;
        };
        try (VoiceCloner cloner = VoiceCloners.failover(
                cloner(new FakeFileProvider(session), no), cloner(new FakeUrlProvider(next), record -> true))) {
            assertRefused(refusal(cloner));
        }
        assertThat(session.asked()).isEmpty();
        assertThat(next.asked()).isEmpty();
    }

    @Test
    void theNextProviderIsAskedAboutAnew() {
        FakeSession busy = new FakeSession((request, scope) -> {
            throw Failures.exception(
                    scope.failure(Category.PROVIDER_UNAVAILABLE, Reason.CONNECT, Step.CLONE, "nobody is there"));
        });
        FakeSession next = new FakeSession("fake-url");
        try (VoiceCloner cloner = VoiceCloners.failover(
                cloner(new FakeFileProvider(busy), record -> true),
                cloner(new FakeUrlProvider(next), record -> !record.provider().equals("fake-url")))) {
            assertRefused(refusal(cloner));
        }
        assertThat(busy.asked()).hasSize(1);
        assertThat(next.asked()).isEmpty();
    }

    @Test
    void theDeadlineEndsTheWaitAndInterruptsTheCheck() throws Exception {
        try (VoiceCloner cloner = cloner(new FakeFileProvider(session), this::silent)) {
            ProviderUnavailableException failure = catchThrowableOfType(
                    ProviderUnavailableException.class,
                    () -> cloner.cloneVoice(Cloners.GOOD.withDeadline(Duration.ofMillis(150))));
            assertThat(failure.reason()).isEqualTo(Reason.DEADLINE);
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(failure).hasMessageContaining("while consent was asked for");
        }
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(session.asked()).isEmpty();
    }

    @Test
    void cancellingEndsTheWait() throws Exception {
        try (VoiceCloner cloner = cloner(new FakeFileProvider(session), this::silent)) {
            CompletableFuture<ClonedVoice> future = cloner.cloneVoiceAsync(Cloners.GOOD);
            asked.await();
            future.cancel(true);
            assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(session.asked()).isEmpty();
    }

    @Test
    void anInterruptEndsTheWaitAndStaysTheCallers() {
        Thread caller = Thread.currentThread();
        try (VoiceCloner cloner = cloner(new FakeFileProvider(session), record -> {
            caller.interrupt();
            return silent(record);
        })) {
            CanceledException failure =
                    catchThrowableOfType(CanceledException.class, () -> cloner.cloneVoice(Cloners.GOOD));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure.reason()).isEqualTo(Reason.CANCELED);
        }
        assertThat(session.asked()).isEmpty();
    }

    @Test
    void theCopyOfAFileIsGoneAfterwards() throws Exception {
        Path file = Recordings.wavFile(directory, 500);
        FakeSession keeping = new FakeSession("fake-file");
        try (VoiceCloner cloner = cloner(new FakeFileProvider(keeping), record -> true)) {
            cloner.cloneVoice(CloneRequest.of(AudioSource.file(file)));
        }
        assertThat(catchThrowableOfType(
                        IOException.class,
                        () -> keeping.asked().get(0).audio().content().open()))
                .isNotNull();
        assertThat(Files.readAllBytes(file)).hasSize(500);
    }

    private boolean silent(ConsentRecord record) {
        asked.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return true;
    }

    private static InvalidRequestException refusal(VoiceCloner cloner) {
        return catchThrowableOfType(InvalidRequestException.class, () -> cloner.cloneVoice(Cloners.GOOD));
    }

    private static void assertRefused(InvalidRequestException failure) {
        assertThat(failure.reason()).isEqualTo(Reason.CONSENT);
        assertThat(failure.step()).isEqualTo(Step.CHECK);
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure).hasMessageContaining("Nothing was sent.");
    }

    private VoiceCloner cloner(VoiceClonerProvider provider, ConsentCheck check) {
        return ClonePipeline.open(
                Cloners.configured(provider, Cloners.SETTINGS, null),
                host,
                new Instruments(new Listening(null), null, Clock.systemUTC(), Time.system(), null, check));
    }
}
