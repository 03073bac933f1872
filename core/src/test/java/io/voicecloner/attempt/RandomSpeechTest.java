package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must hold of speech whatever a provider does, over random scripts on virtual time: nothing is billed behind the caller's back. */
class RandomSpeechTest {
    private static final int SCRIPTS = 2_000;

    /** What a provider does to one request, and whether it bills it. */
    private enum Behaviour {
        SPEAKS(true, Reason.CONNECTION_LOST, Delivery.DONE),
        SPEAKS_AND_GOES_SILENT(true, Reason.TIMEOUT, Delivery.UNKNOWN),
        GOES_SILENT(false, Reason.TIMEOUT, Delivery.UNKNOWN),
        SPEAKS_HALF(true, Reason.INCOMPLETE_REPLY, Delivery.ANSWER_LOST),
        SPEAKS_NONSENSE(true, Reason.NOT_JSON, Delivery.ANSWER_LOST),
        FAULTS(false, Reason.PROVIDER_FAULT, Delivery.UNKNOWN),
        CUTS_OFF(false, Reason.CONNECTION_LOST, Delivery.INCOMPLETE),
        CANNOT_BE_REACHED(false, Reason.CONNECT, Delivery.NOT_SENT),
        ASKS_TO_WAIT(false, Reason.RATE, Delivery.REFUSED),
        MISSES_THE_VOICE(false, Reason.MISSING_VOICE, Delivery.REJECTED);

        private final boolean bills;
        private final Reason reason;
        private final Delivery delivery;

        Behaviour(boolean bills, Reason reason, Delivery delivery) {
            this.bills = bills;
            this.reason = reason;
            this.delivery = delivery;
        }
    }

    @Test
    void neverIsMoreBilledThanTheCallerIsTold() {
        IntStream.range(0, SCRIPTS).forEach(seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            int allowed = random.nextInt(4);
            int hears = random.nextInt(4);
            VirtualTime time = new VirtualTime();
            ProviderSettings settings = ProviderSettings.of("long-enough").withAttempts(1 + random.nextInt(6));
            Duration deadline = Duration.ofSeconds(1 + random.nextInt(180));
            CallScope scope = CallScope.of("model", deadline, "vc-1", null, time);
            Attempts attempts = new Attempts(() -> "account", settings, time, new SplittableRandom(seed));
            List<Behaviour> script = scriptOf(random);
            int[] seen = {0, 0};
            VoiceClonerException failure = null;
            try {
                attempts.speak(allowed, scope, () -> {
                    time.pass(Duration.ofMillis(20));
                    Behaviour next = script.get(Math.min(seen[0], script.size() - 1));
                    seen[0]++;
                    seen[1] += next.bills ? 1 : 0;
                    if (next.bills && hears == 0) {
                        scope.handedOut(10);
                    }
                    return answer(next, scope);
                });
            } catch (VoiceClonerException e) {
                failure = e;
            }
            String story = "seed " + seed + ": " + script + " ended in " + failure;
            assertHonest(seen[0], seen[1], allowed, failure, scope, story);
            assertThat(Duration.ofNanos(time.nanos())).as(story).isLessThanOrEqualTo(deadline.plusMillis(20));
            if (hears == 0) {
                assertThat(seen[1]).as(story).isLessThanOrEqualTo(1);
            }
        });
    }

    private static void assertHonest(
            int sent, int billed, int allowed, @Nullable VoiceClonerException failure, CallScope scope, String story) {
        assertThat(billed).as(story).isLessThanOrEqualTo(1 + allowed);
        if (failure == null) {
            if (billed > 1) {
                assertThat(scope.isSpeechLost()).as(story).isTrue();
            }
        } else if (billed > 0) {
            assertThat(failure.moneyMayBeSpent()).as(story).isTrue();
        }
        if (scope.isSpeechLost()) {
            assertThat(sent).as(story).isPositive();
        }
    }

    private static String answer(Behaviour behaviour, CallScope scope) {
        if (behaviour == Behaviour.SPEAKS) {
            return "spoken";
        }
        Category category = switch (behaviour) {
            case ASKS_TO_WAIT -> Category.RATE_LIMITED;
            case MISSES_THE_VOICE -> Category.VOICE_NOT_FOUND;
            case SPEAKS_HALF, SPEAKS_NONSENSE -> Category.UNEXPECTED_REPLY;
            default -> Category.PROVIDER_UNAVAILABLE;
        };
        throw Failures.exception(scope.failure(category, behaviour.reason, Step.SPEAK, behaviour.reason.id())
                .delivery(behaviour.delivery));
    }

    private static List<Behaviour> scriptOf(SplittableRandom random) {
        Behaviour[] all = Behaviour.values();
        return IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(any -> all[random.nextInt(all.length)])
                .toList();
    }
}
