package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Delivery;
import io.voicecloner.Step;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.emulator.EmulatedVoice;
import io.voicecloner.emulator.Emulator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hundred callers at once, whose provider dies: what they are told and what the servers did adds up, voice by voice. */
@Tag("faults")
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class FailoverUnderLoadTest {
    private static final int CALLERS = 100;
    private static final int IN_DOUBT = DyingProvider.CUT + DyingProvider.IN_ITS_HANDS;

    @ParameterizedTest
    @CsvSource({"minimax, proxy", "novita, highway"})
    @Tag("F58")
    void nobodyWhoseVoiceMayExistIsTakenElsewhereAndEverybodyElseIs(String first, String second) throws Exception {
        try (DyingProvider dying = new DyingProvider();
                Emulator healthy = Emulator.start();
                VoiceCloner cloner = VoiceCloners.fromProperties(properties(first, second, dying, healthy))) {
            Told told = told(cloner, request(first, healthy));

            assertThat(told.voicesOf(first)).hasSize(DyingProvider.ANSWERED);
            assertThat(told.inDoubt).hasSize(IN_DOUBT).allSatisfy(failure -> {
                assertThat(failure.provider()).contains(first);
                assertThat(failure.voiceMayExist()).isTrue();
                assertThat(failure.passedOver()).isEmpty();
            });
            assertThat(told.voicesOf(second)).hasSize(CALLERS - DyingProvider.ANSWERED - IN_DOUBT);
            assertThat(told.otherwise).isEmpty();

            assertThat(dying.asked()).isEqualTo(DyingProvider.ANSWERED + IN_DOUBT);
            assertThat(dying.made())
                    .hasSize(DyingProvider.ANSWERED + IN_DOUBT / 2)
                    .containsAll(told.voicesOf(first));
            assertThat(madeBy(healthy, second)).containsExactlyInAnyOrderElementsOf(told.voicesOf(second));
            assertThat(told.passedOver()).hasSizeGreaterThanOrEqualTo(1).allSatisfy(failure -> {
                assertThat(failure.voiceMayExist()).isFalse();
                assertThat(failure.delivery() == Delivery.NOT_SENT || failure.step() == Step.UPLOAD)
                        .isTrue();
            });
        }
    }

    /** With a second account behind the fallback: more callers come to it at once than one lets wait. */
    private static Map<String, String> properties(String first, String second, DyingProvider dying, Emulator healthy) {
        Map<String, String> properties = new HashMap<>(healthy.properties(second));
        properties.put("voicecloner.provider", first);
        properties.put("voicecloner.fallbacks", second + ",spare");
        properties.put("voicecloner." + first + ".base-url", dying.baseUrl().toString());
        properties.put("voicecloner." + first + ".api-key", "a-key-for-the-dying");
        properties.put("voicecloner." + first + ".rate", "unlimited");
        properties.put("voicecloner." + first + ".attempts", "1");
        properties.put("voicecloner." + first + ".on-ambiguity", "fail");
        properties.put("voicecloner.accounts.spare.provider", second);
        for (String option : List.of("base-url", "api-key", "rate")) {
            properties.put(
                    "voicecloner.accounts.spare." + option, properties.get("voicecloner." + second + '.' + option));
        }
        return properties;
    }

    /** Who takes only URLs is given one: the bridge has tests of its own. */
    private static CloneRequest request(String first, Emulator healthy) {
        return first.equals("novita")
                ? CloneRequest.of(AudioSource.url(OnTheWeb.sample("speech.mp3", healthy)))
                : TwoProviders.REQUEST;
    }

    private static Set<String> madeBy(Emulator emulator, String provider) {
        return emulator.voices().stream()
                .filter(voice -> voice.provider().equals(provider))
                .map(EmulatedVoice::voiceId)
                .collect(Collectors.toSet());
    }

    private static Told told(VoiceCloner cloner, CloneRequest request) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<ClonedVoice>> calls = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                calls.add(callers.submit(() -> {
                    start.await();
                    return cloner.cloneVoice(request);
                }));
            }
            start.countDown();
            Told told = new Told();
            for (Future<ClonedVoice> call : calls) {
                told.add(call);
            }
            return told;
        } finally {
            callers.shutdownNow();
        }
    }

    /** What became of the calls, as their callers know it. */
    private static final class Told {
        private final List<ClonedVoice> voices = new ArrayList<>();
        private final List<AmbiguousOutcomeException> inDoubt = new ArrayList<>();
        private final List<Throwable> otherwise = new ArrayList<>();

        void add(Future<ClonedVoice> call) throws Exception {
            try {
                voices.add(call.get(60, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                if (e.getCause() instanceof AmbiguousOutcomeException ambiguous) {
                    inDoubt.add(ambiguous);
                } else {
                    otherwise.add(e.getCause());
                }
            }
        }

        Set<String> voicesOf(String provider) {
            Set<String> ids = new HashSet<>();
            voices.stream()
                    .map(ClonedVoice::ref)
                    .filter(ref -> ref.provider().equals(provider))
                    .forEach(ref -> ids.add(ref.id()));
            return ids;
        }

        List<VoiceClonerException> passedOver() {
            return voices.stream().flatMap(voice -> voice.passedOver().stream()).toList();
        }
    }
}
