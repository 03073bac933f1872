package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.VoiceCloner;
import io.voicecloner.emulator.Fault;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider that failed too often is left alone for a while, another one makes the voices, and then the first one does again. */
@Tag("faults")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FailoverByBreakerTest {
    private static final Duration AS_LONG_AS_IT_IS_OPEN = Duration.ofSeconds(31);
    private static final Duration AS_LONG_AS_IT_IS_OPEN_THEN = Duration.ofSeconds(61);

    @ParameterizedTest
    @CsvSource({"minimax, proxy", "minimax, novita", "novita, highway", "novita, minimax"})
    @Tag("F56")
    void whileItIsLeftAloneItIsAskedNothingAndWhenItIsWellAgainItMakesTheVoices(String first, String second) {
        try (TwoProviders two = new TwoProviders(first, second).atA("on-ambiguity", "fail");
                VoiceCloner cloner = two.open()) {
            breakOpen(two, cloner);
            long askedBefore = two.a.requestCount();

            for (int call = 1; call <= 3; call++) {
                ClonedVoice elsewhere = cloner.cloneVoice(TwoProviders.REQUEST);

                assertThat(elsewhere.ref().provider()).isEqualTo(second);
                assertThat(elsewhere.passedOver()).singleElement().satisfies(failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.BREAKER_OPEN);
                    assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
                });
            }
            assertThat(two.a.requestCount()).isEqualTo(askedBefore);
            assertThat(two.b.voices()).hasSize(3);

            two.time.pass(AS_LONG_AS_IT_IS_OPEN);

            for (int call = 1; call <= 3; call++) {
                ClonedVoice again = cloner.cloneVoice(TwoProviders.REQUEST);

                assertThat(again.ref().provider()).isEqualTo(first);
                assertThat(again.passedOver()).isEmpty();
            }
            assertThat(two.a.voices()).hasSize(3);
            assertThat(two.b.voices()).hasSize(3);
        }
    }

    @Test
    @Tag("F56")
    void whileItIsLeftAloneNoRecordingIsPublishedForIt() {
        CountingHost host = new CountingHost();
        try (TwoProviders two = new TwoProviders("novita", "minimax").atA("on-ambiguity", "fail");
                VoiceCloner cloner = two.configured().audioHost(host).build()) {
            breakOpen(two, cloner, CloneRequest.of(AudioSource.url(OnTheWeb.sample("speech.mp3", two.a))));

            assertThat(cloner.cloneVoice(TwoProviders.REQUEST).ref().provider()).isEqualTo("minimax");
            assertThat(host.published).hasValue(0);
        }
    }

    @Test
    @Tag("F56")
    void aRequestWhoseOutcomeNobodyKnowsIsNotRepeatedOnceTheBreakerIsOpen() {
        try (TwoProviders two = new TwoProviders("minimax", "proxy").atA("attempts", "3");
                VoiceCloner cloner = two.open()) {
            two.time.hurry();
            two.a.script("minimax", "voice_clone", times(5, Fault.dropBefore()));

            // Three requests for the first voice, two for the second: its third would be the sixth.
            assertAmbiguous(cloner);
            assertAmbiguous(cloner);

            assertThat(two.createsAtA()).isEqualTo(5);
            assertThat(two.b.requestCount()).isZero();
        }
    }

    @Test
    @Tag("F56")
    void aTrialWhoseOutcomeNobodyKnowsIsTheOnlyOneAndIsNotTakenElsewhere() {
        try (TwoProviders two = new TwoProviders("minimax", "proxy").atA("attempts", "3");
                VoiceCloner cloner = two.open()) {
            two.time.hurry();
            two.a.script("minimax", "voice_clone", times(6, Fault.dropBefore()));
            assertAmbiguous(cloner);
            assertAmbiguous(cloner);
            two.time.pass(AS_LONG_AS_IT_IS_OPEN);

            assertAmbiguous(cloner);

            assertThat(two.createsAtA()).isEqualTo(6);
            assertThat(two.b.requestCount()).isZero();
            assertThat(cloner.cloneVoice(TwoProviders.REQUEST).ref().provider()).isEqualTo("proxy");
            assertThat(two.createsAtA()).isEqualTo(6);

            two.time.pass(AS_LONG_AS_IT_IS_OPEN_THEN);
            assertThat(cloner.cloneVoice(TwoProviders.REQUEST).ref().provider()).isEqualTo("minimax");
            assertThat(two.createsAtA()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @CsvSource({"minimax, proxy", "novita, highway"})
    @Tag("F57")
    void aTrialThatHangsKeepsThePlaceOnlyUntilItsRequestEnds(String first, String second) throws Exception {
        try (TwoProviders two = new TwoProviders(first, second)
                        .atA("on-ambiguity", "fail")
                        .atA("connect-timeout", "1s")
                        .atA("call-timeout", "2s");
                VoiceCloner cloner = two.open()) {
            breakOpen(two, cloner);
            two.time.pass(AS_LONG_AS_IT_IS_OPEN);
            two.a.script(first, two.creating(), Fault.dropBefore().delayed(Duration.ofMinutes(5)));

            CompletableFuture<ClonedVoice> trial = cloner.cloneVoiceAsync(TwoProviders.REQUEST);
            awaitTheFault(two);
            ClonedVoice meanwhile = cloner.cloneVoice(TwoProviders.REQUEST);
            assertThat(trial).as("the trial still hangs").isNotDone();

            assertThat(meanwhile.ref().provider()).isEqualTo(second);
            assertThat(meanwhile.passedOver())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.BREAKER_OPEN));
            assertThatThrownBy(trial::join).cause().isInstanceOfSatisfying(AmbiguousOutcomeException.class, failure -> {
                assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
                assertThat(failure.passedOver()).isEmpty();
            });

            two.time.pass(AS_LONG_AS_IT_IS_OPEN_THEN);
            assertThat(cloner.cloneVoice(TwoProviders.REQUEST).ref().provider()).isEqualTo(first);
            assertThat(two.b.voices()).hasSize(1);
        }
    }

    private static void breakOpen(TwoProviders two, VoiceCloner cloner) {
        breakOpen(two, cloner, TwoProviders.REQUEST);
    }

    /** Five requests for a voice end without an answer. */
    private static void breakOpen(TwoProviders two, VoiceCloner cloner, CloneRequest request) {
        String provider = cloner.provider();
        two.a.script(provider, two.creating(), times(5, Fault.dropBefore()));
        for (int call = 1; call <= 5; call++) {
            assertThatThrownBy(() -> cloner.cloneVoice(request)).isInstanceOf(AmbiguousOutcomeException.class);
        }
        assertThat(two.a.pendingFaults()).isEmpty();
        assertThat(two.b.voices()).isEmpty();
    }

    private static void assertAmbiguous(VoiceCloner cloner) {
        assertThatThrownBy(() -> cloner.cloneVoice(TwoProviders.REQUEST)).isInstanceOf(AmbiguousOutcomeException.class);
    }

    /** A fault is used up when the head of its request is there. */
    private static void awaitTheFault(TwoProviders two) throws InterruptedException {
        for (int look = 0; look < 1_000 && !two.a.pendingFaults().isEmpty(); look++) {
            Thread.sleep(5);
        }
        assertThat(two.a.pendingFaults()).isEmpty();
    }

    private static Fault[] times(int times, Fault fault) {
        Fault[] faults = new Fault[times];
        Arrays.fill(faults, fault);
        return faults;
    }

    /** Publishes nothing. */
    private static final class CountingHost implements AudioHost {
        private final AtomicInteger published = new AtomicInteger();

        @Override
        public Published publish(PreparedAudio.Content audio) throws IOException {
            published.incrementAndGet();
            throw new IOException("nothing is published here");
        }

        @Override
        public void close() {}
    }
}
