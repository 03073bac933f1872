package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.CloneEvent;
import io.voicecloner.ClonedVoice;
import io.voicecloner.FailoverOn;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.emulator.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds over all the providers of one failover, whether a configuration or code put them together. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class FailoverTermsTest {
    private static final String MINE = "voice-of-mine-1";

    @Test
    void theNextProviderHasOnlyWhatIsLeftOfTheTime() {
        try (TwoProviders two = new TwoProviders("minimax", "proxy")) {
            two.a.script("minimax", "files/upload", Fault.code(1002, "rate limit triggered"));
            two.b.script("proxy", "voice_clone", Fault.dropBefore().delayed(Duration.ofMinutes(5)));
            Duration total = Duration.ofMinutes(3);
            try (VoiceCloner cloner = two.configured()
                    .listener(event -> {
                        if (event instanceof CloneEvent.FailedOver) {
                            two.time.pass(total.minusSeconds(2));
                        }
                    })
                    .build()) {
                long start = System.nanoTime();

                VoiceClonerException failure = catchThrowableOfType(
                        VoiceClonerException.class, () -> cloner.cloneVoice(TwoProviders.REQUEST.withDeadline(total)));

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
                assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
                assertThat(failure.provider()).contains("proxy");
                assertThat(failure.passedOver())
                        .singleElement()
                        .satisfies(other -> assertThat(other.provider()).contains("minimax"));
            }
        }
    }

    @Test
    void aProviderThatTakesNoIdOfTheCallersIsPassedOverUnasked() {
        try (TwoProviders two = new TwoProviders("minimax", "novita");
                VoiceCloner cloner = two.open()) {
            two.a.script("minimax", "voice_clone", Fault.code(1002, "rate limit triggered"));

            VoiceClonerException failure = catchThrowableOfType(
                    VoiceClonerException.class, () -> cloner.cloneVoice(TwoProviders.REQUEST.withVoiceId(MINE)));

            assertThat(failure.provider()).contains("minimax");
            assertThat(failure.reason()).isEqualTo(Reason.RATE);
            assertLacksIds(failure.passedOver().get(0), "novita");
            assertThat(two.b.requestCount()).isZero();
        }
    }

    @Test
    void theNextOneThatTakesItMakesTheVoiceUnderThatId() {
        try (TwoProviders two = new TwoProviders("novita", "minimax");
                VoiceCloner cloner = two.open()) {
            ClonedVoice voice = cloner.cloneVoice(TwoProviders.REQUEST.withVoiceId(MINE));

            assertThat(voice.ref().toString()).isEqualTo("minimax:" + MINE);
            assertLacksIds(voice.passedOver().get(0), "novita");
            assertThat(two.a.requestCount()).isZero();
        }
    }

    @Test
    void twoProvidersThatTakeUrlsShareOneHostAtOneAddress() throws Exception {
        int port = freePort();
        try (TwoProviders two = new TwoProviders("novita", "highway").with("audio-host.bind", "127.0.0.1:" + port);
                VoiceCloner cloner = two.open()) {
            two.a.script("novita", "minimax-voice-cloning", Fault.reason(429, "RATE_LIMIT_EXCEEDED", "slow down"));

            assertThat(cloner.cloneVoice(TwoProviders.REQUEST).ref().provider()).isEqualTo("highway");
            assertThat(cloner.cloneVoice(TwoProviders.REQUEST).ref().provider()).isEqualTo("novita");

            String ofTheHost = "http://127.0.0.1:" + port + '/';
            assertThat(two.a.voices().get(0).source().origin()).startsWith(ofTheHost);
            assertThat(two.b.voices().get(0).source().origin()).startsWith(ofTheHost);
        }
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void byCodeAndByConfigurationTheSameBecomesOfIt(boolean byHand) {
        try (TwoProviders two = new TwoProviders("minimax", "novita").with("failover-on", "quota");
                VoiceCloner cloner = byHand ? two.byHand(FailoverOn.QUOTA) : two.open()) {
            assertThat(cloner.provider()).isEqualTo("minimax");
            assertThat(cloner).hasToString("VoiceCloner[minimax, novita]");

            two.a.script(
                    "minimax",
                    "voice_clone",
                    Fault.code(1008, "insufficient balance"),
                    Fault.dropBefore(),
                    Fault.code(2038, "no cloning permission"));

            ClonedVoice voice = cloner.cloneVoice(TwoProviders.REQUEST);
            assertThat(voice.ref().provider()).isEqualTo("novita");
            assertThat(voice.passedOver()).singleElement().satisfies(failure -> {
                assertThat(failure.provider()).contains("minimax");
                assertThat(failure.reason()).isEqualTo(Reason.BALANCE);
                assertThat(failure.step()).isEqualTo(Step.CLONE);
            });
            assertThat(voice.orphans())
                    .containsExactly(Long.toString(two.a.uploads().get(0).fileId()));
            assertThat(voice.warnings()).anyMatch(warning -> warning.startsWith("Not made by minimax: "));

            assertThatThrownBy(() -> cloner.cloneVoice(TwoProviders.REQUEST.withVoiceId(MINE)))
                    .isInstanceOf(AmbiguousOutcomeException.class);
            assertThatThrownBy(() -> cloner.cloneVoice(TwoProviders.REQUEST))
                    .isInstanceOfSatisfying(
                            VoiceClonerException.class,
                            failure -> assertThat(failure.reason()).isEqualTo(Reason.PERMISSION));
            assertThat(cloner.cloneVoice(TwoProviders.REQUEST).ref().provider()).isEqualTo("minimax");
            assertThat(two.b.voices()).hasSize(1);
        }
    }

    @Test
    void closingOneMadeByHandClosesThoseItWasMadeOf() {
        try (TwoProviders two = new TwoProviders("minimax", "novita");
                VoiceCloner first = two.openA();
                VoiceCloner second = two.openB()) {
            VoiceCloner both = VoiceCloners.failover(first, second);

            both.close();
            both.close();

            for (VoiceCloner each : new VoiceCloner[] {both, first, second}) {
                assertThatThrownBy(() -> each.cloneVoice(TwoProviders.REQUEST))
                        .isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(() -> each.cloneVoiceAsync(TwoProviders.REQUEST))
                        .isInstanceOf(IllegalStateException.class);
            }
            assertThat(two.a.requestCount()).isZero();
            assertThat(two.b.requestCount()).isZero();
        }
    }

    private static void assertLacksIds(VoiceClonerException passedOver, String provider) {
        assertThat(passedOver.provider()).contains(provider);
        assertThat(passedOver.reason()).isEqualTo(Reason.VIOLATIONS);
        assertThat(passedOver.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.field()).isEqualTo("voiceId"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        }
    }
}
