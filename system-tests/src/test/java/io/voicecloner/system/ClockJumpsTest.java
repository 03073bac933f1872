package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Reason;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody sets the machine's clock by an hour, or it sleeps for one: nothing is stuck afterwards, and nothing goes wild. */
@Tag("K6")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ClockJumpsTest {
    private static final CloneRequest REQUEST =
            CloneRequest.of(AudioSource.file(Project.SAMPLES.resolve("speech.mp3")));

    private final SetClock clock = new SetClock();
    private final SetForwardTime time = new SetForwardTime();

    private VoiceCloner open(Emulator emulator, String rate, int attempts) {
        return VoiceCloners.builder()
                .properties(emulator.properties("minimax"))
                .override("voicecloner.minimax.rate", rate)
                .override("voicecloner.minimax.attempts", Integer.toString(attempts))
                .clock(clock)
                .time(time)
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void aVoiceLivesSevenDaysByTheClockOfItsMaking(Duration jump) {
        try (Emulator emulator = Emulator.start();
                VoiceCloner cloner = open(emulator, "unlimited", 1)) {
            cloner.cloneVoice(REQUEST);
            clock.jump(jump);
            ClonedVoice voice = cloner.cloneVoice(REQUEST);

            assertThat(voice.createdAt()).isEqualTo(clock.instant());
            assertThat(Duration.between(voice.createdAt(), voice.expiresIfUnusedAt()))
                    .isEqualTo(Duration.ofDays(7));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void theGateLetsTheNextOneThroughInItsTurn(Duration jump) {
        time.hurry();
        try (Emulator emulator = Emulator.start();
                VoiceCloner cloner = open(emulator, "1/m", 1)) {
            cloner.cloneVoice(REQUEST);
            clock.jump(jump);
            long before = time.nanos();
            cloner.cloneVoice(REQUEST);

            assertThat(Duration.ofNanos(time.nanos() - before))
                    .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(70));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void aBreakerOpensAndClosesAsIfNothingHadHappened(Duration jump) {
        try (Emulator emulator = Emulator.start();
                VoiceCloner cloner = open(emulator, "unlimited", 1)) {
            for (int i = 0; i < 5; i++) {
                emulator.script("minimax", "files/upload", Fault.status(500));
                assertThat(reasonOf(cloner)).isIn(Reason.PROVIDER_FAULT, Reason.BREAKER_OPEN);
            }
            clock.jump(jump);
            assertThat(reasonOf(cloner)).isEqualTo(Reason.BREAKER_OPEN);
            time.pass(Duration.ofSeconds(31));
            assertThat(cloner.cloneVoice(REQUEST).ref().provider()).isEqualTo("minimax");
        }
    }

    /** The other side's date, by a clock that is an hour off: it is waited a minute at the longest, or told at once. */
    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void aDateToWaitForHoldsNobodyForAnHour(Duration jump) {
        time.hurry();
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atZone(ZoneOffset.UTC));
        try (Emulator emulator = Emulator.start();
                VoiceCloner cloner = open(emulator, "unlimited", 3)) {
            clock.jump(jump);
            emulator.script(
                    "minimax",
                    "voice_clone",
                    Fault.answer(429, "application/json", "{}").retryAfter(date));
            long before = time.nanos();
            try {
                cloner.cloneVoice(REQUEST);
            } catch (VoiceClonerException e) {
                assertThat(e.reason()).isEqualTo(Reason.RATE);
            }
            assertThat(Duration.ofNanos(time.nanos() - before)).isLessThan(Duration.ofSeconds(65));
        }
    }

    /** A machine that slept may show it in the time that goes forward only, too. */
    @ParameterizedTest
    @ValueSource(strings = {"1/s", "1/m"})
    void anHourThatWasSleptThroughIsOverForGateBreakerAndDeadline(String rate) {
        try (Emulator emulator = Emulator.start();
                VoiceCloner cloner = open(emulator, rate, 1)) {
            cloner.cloneVoice(REQUEST);
            for (int i = 0; i < 5; i++) {
                emulator.script("minimax", "files/upload", Fault.status(500));
                assertThat(reasonOf(cloner)).isIn(Reason.PROVIDER_FAULT, Reason.BREAKER_OPEN);
            }
            assertThat(reasonOf(cloner)).isEqualTo(Reason.BREAKER_OPEN);
            emulator.clearScripts();
            clock.jump(Duration.ofHours(1));
            time.pass(Duration.ofHours(1));
            assertThat(cloner.cloneVoice(REQUEST).ref().provider()).isEqualTo("minimax");
        }
    }

    private static Reason reasonOf(VoiceCloner cloner) {
        return catchThrowableOfType(VoiceClonerException.class, () -> cloner.cloneVoice(REQUEST))
                .reason();
    }

    /** A clock that somebody sets. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-08-01T12:00:00Z");

        void jump(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
