package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.OnAmbiguity;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Rate;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.attempt.ModelServer.Behaviour;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must hold whatever a provider does, over random scripts of up to six behaviours, on virtual time. Each seed says its own story. */
class RandomScriptsTest {
    private static final int SCRIPTS = 2_000;

    /** How one call ended. */
    private record Ended(
            ModelServer server,
            @Nullable String result,
            @Nullable VoiceClonerException failure,
            Duration took) {}

    @Test
    void aVoiceOfAChosenIdIsMadeAtMostOnceAndNeverLost() {
        IntStream.range(0, SCRIPTS).forEach(seed -> {
            Duration deadline = deadlineOf(seed);
            Ended ended = run(seed, Id.MADE_HERE, deadline);

            String story = "seed " + seed + ": " + scriptOf(seed) + " ended in " + ended.failure();
            assertThat(ended.server().voices()).as(story).isLessThanOrEqualTo(1);
            assertHonest(ended, story);
            assertThat(ended.took()).as(story).isLessThanOrEqualTo(deadline);
        });
    }

    @Test
    void aVoiceOfTheProvidersOwnIdIsMadeAtMostOnceAndNeverLost() {
        IntStream.range(0, SCRIPTS).forEach(seed -> {
            Duration deadline = deadlineOf(seed);
            Ended ended = run(seed, Id.MADE_THERE, deadline);

            String story = "seed " + seed + ": " + scriptOf(seed) + " ended in " + ended.failure();
            assertThat(ended.server().voices()).as(story).isLessThanOrEqualTo(1);
            assertHonest(ended, story);
            assertThat(ended.took()).as(story).isLessThanOrEqualTo(deadline);
        });
    }

    @Test
    void anIdOfTheCallersIsAskedForUntilTheFirstDoubt() {
        IntStream.range(0, SCRIPTS).forEach(seed -> {
            Duration deadline = deadlineOf(seed);
            Ended ended = run(seed, Id.OF_THE_CALLERS, deadline);

            String story = "seed " + seed + ": " + scriptOf(seed) + " ended in " + ended.failure();
            assertThat(ended.server().voices()).as(story).isLessThanOrEqualTo(1);
            assertHonest(ended, story);
            assertThat(ended.took()).as(story).isLessThanOrEqualTo(deadline);
        });
    }

    @Test
    void aVoiceOfSomebodyElsesIsNeverTakenForOnesOwn() {
        IntStream.range(0, SCRIPTS).forEach(seed -> {
            Ended ended = run(seed, Id.OF_SOMEBODY_ELSE, deadlineOf(seed));

            String story = "seed " + seed + ": " + scriptOf(seed) + " ended in " + ended.result();
            assertThat(ended.server().voices()).as(story).isZero();
            assertThat(ended.result()).as(story).isNull();
        });
    }

    /** Whose idea the id of the voice is. */
    private enum Id {
        MADE_HERE,
        OF_THE_CALLERS,
        OF_SOMEBODY_ELSE,
        MADE_THERE
    }

    /** Success means that the voice is there; a full answer means success; a voice that is there is never denied. */
    private static void assertHonest(Ended ended, String story) {
        if (ended.result() != null) {
            assertThat(ended.server().voices()).as(story).isEqualTo(1);
            return;
        }
        assertThat(ended.server().answeredInFull()).as(story).isFalse();
        VoiceClonerException failure = Objects.requireNonNull(ended.failure(), story);
        if (ended.server().voices() > 0) {
            assertThat(failure.voiceMayExist()).as(story).isTrue();
        }
    }

    private static Ended run(int seed, Id id, Duration deadline) {
        boolean idsAreChosen = id != Id.MADE_THERE;
        SplittableRandom random = new SplittableRandom(seed);
        VirtualTime time = new VirtualTime();
        ProviderSettings settings = ProviderSettings.of("long-enough").withAttempts(1 + random.nextInt(6));
        if (random.nextBoolean()) {
            settings = settings.withRate(Rate.unlimited());
        }
        if (random.nextInt(4) == 0) {
            settings = settings.withOnAmbiguity(OnAmbiguity.FAIL);
        }
        Attempts attempts = new Attempts(() -> "account", settings, time, new SplittableRandom(seed));
        ModelServer server = new ModelServer(scriptOf(seed), idsAreChosen, id == Id.OF_SOMEBODY_ELSE);
        CallScope scope = CallScope.of("model", deadline, idsAreChosen ? "vc-" + seed : null, null, time);
        try {
            String result = idsAreChosen
                    ? attempts.createById("vc-" + seed, id == Id.MADE_HERE, scope, () -> new Attempts.CreateById<>() {
                        @Override
                        public String send(boolean withPreview) {
                            time.pass(Duration.ofMillis(20));
                            return server.request(withPreview, scope);
                        }

                        @Override
                        public String inferred() {
                            return "inferred";
                        }
                    })
                    : attempts.create(scope, () -> {
                        time.pass(Duration.ofMillis(20));
                        return server.request(true, scope);
                    });
            return new Ended(server, result, null, Duration.ofNanos(time.nanos()));
        } catch (VoiceClonerException e) {
            return new Ended(server, null, e, Duration.ofNanos(time.nanos()));
        }
    }

    private static Duration deadlineOf(int seed) {
        return Duration.ofSeconds(1 + new SplittableRandom(seed * 31L).nextInt(180));
    }

    private static List<Behaviour> scriptOf(int seed) {
        SplittableRandom random = new SplittableRandom(seed * 17L + 1);
        Behaviour[] all = Behaviour.values();
        return IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(any -> all[random.nextInt(all.length)])
                .toList();
    }
}
