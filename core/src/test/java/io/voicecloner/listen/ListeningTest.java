package io.voicecloner.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.voicecloner.CloneEvent;
import io.voicecloner.Step;
import io.voicecloner.UploadProgress;
import io.voicecloner.fake.CapturedLog;
import io.voicecloner.fake.CapturedLog.Line;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

/** Who is told of events, at which level, and what becomes of a listener that throws. */
class ListeningTest {
    private static final String EVENTS = "io.voicecloner.events";

    private final List<CloneEvent> told = new ArrayList<>();

    @Test
    void theListenerIsToldAllThatHappensInOrderWithOrWithoutALog() {
        Events.all().forEach(new Listening(told::add)::onEvent);

        assertThat(told).containsExactlyElementsOf(Events.all());
    }

    @Test
    void theLogIsWrittenBesideTheListener() {
        try (CapturedLog log = CapturedLog.from(Level.TRACE)) {
            Events.all().forEach(new Listening(told::add)::onEvent);

            assertThat(log.lines())
                    .extracting(Line::message)
                    .containsExactlyElementsOf(Events.withTheirTexts().values());
            assertThat(log.lines()).extracting(Line::logger).containsOnly(EVENTS);
        }
        assertThat(told).hasSameSizeAs(Events.all());
    }

    @ParameterizedTest
    @CsvSource({
        "OutcomeUnknown, WARN",
        "OrphanLeft, WARN",
        "FailedOver, WARN",
        "VoiceMade, INFO",
        "StepStarted, DEBUG",
        "StepFinished, DEBUG",
        "AttemptFinished, DEBUG",
        "Waiting, DEBUG",
        "Decided, DEBUG"
    })
    void whatSomebodyShouldLookAfterStandsOut(String kind, Level level) {
        try (CapturedLog log = CapturedLog.from(Level.TRACE)) {
            Events.all().stream()
                    .filter(event -> event.getClass().getSimpleName().equals(kind))
                    .forEach(new Listening(null)::onEvent);

            assertThat(log.lines()).isNotEmpty().extracting(Line::level).containsOnly(level);
        }
    }

    @Test
    void aLogThatShowsWarningsOnlyShowsThoseOfEventsToo() {
        try (CapturedLog log = CapturedLog.from(Level.WARN)) {
            Listening listening = new Listening(null);

            assertThat(listening.ifHeard()).contains(listening);
            Events.all().forEach(listening::onEvent);

            assertThat(log.lines()).hasSize(4).extracting(Line::level).containsOnly(Level.WARN);
        }
    }

    @Test
    void whereNobodyListensNoEventIsMade() {
        try (CapturedLog log = CapturedLog.from(Level.ERROR)) {
            Listening nobody = new Listening(null);

            assertThat(nobody.ifHeard()).isEmpty();
            CallScope scope = CallScope.of(
                    "a",
                    Duration.ofMinutes(1),
                    null,
                    null,
                    Time.system(),
                    nobody.ifHeard().orElse(null));
            assertThatCode(() -> scope.tell(() -> {
                        throw new AssertionError("an event was made");
                    }))
                    .doesNotThrowAnyException();
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void aListenerIsHeardWhateverTheLogShows() {
        Listening listening = new Listening(told::add);

        assertThat(listening.ifHeard()).contains(listening);
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, AssertionError.class, StackOverflowError.class})
    @Tag("B96")
    void aListenerThatThrowsHarmsNothingAndIsSaidOnce(Class<? extends Throwable> kind) throws Exception {
        Throwable thrown = kind.getConstructor().newInstance();
        try (CapturedLog log = CapturedLog.from(Level.WARN)) {
            Listening listening = new Listening(event -> {
                told.add(event);
                ListeningTest.<RuntimeException>sneak(thrown);
            });

            Events.all().forEach(listening::onEvent);

            assertThat(told).hasSameSizeAs(Events.all());
            assertThat(log.lines())
                    .filteredOn(line -> line.logger().equals("io.voicecloner"))
                    .singleElement()
                    .satisfies(line -> assertThat(line.level()).isEqualTo(Level.WARN))
                    .satisfies(line -> assertThat(line.message()).contains("said once"))
                    .satisfies(line -> assertThat(line.thrown()).isSameAs(thrown));
            assertThat(log.lines())
                    .filteredOn(line -> line.logger().equals(EVENTS))
                    .hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, AssertionError.class, StackOverflowError.class})
    @Tag("B96")
    void aProgressThatThrowsHarmsNothingAndIsSaidOnceForAllClones(Class<? extends Throwable> kind) throws Exception {
        Throwable thrown = kind.getConstructor().newInstance();
        try (CapturedLog log = CapturedLog.from(Level.WARN)) {
            Listening listening = new Listening(null);
            AtomicInteger told = new AtomicInteger();
            for (int clone = 0; clone < 3; clone++) {
                UploadProgress progress = listening.watched((step, sent, total) -> {
                    told.incrementAndGet();
                    ListeningTest.<RuntimeException>sneak(thrown);
                });
                progress.onProgress(Step.UPLOAD, 1, 2);
                progress.onProgress(Step.UPLOAD, 2, 2);
            }

            assertThat(told).hasValue(6);
            assertThat(log.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line.level()).isEqualTo(Level.WARN))
                    .satisfies(line -> assertThat(line.message()).contains("said once"))
                    .satisfies(line -> assertThat(line.thrown()).isSameAs(thrown));
        }
    }

    @Test
    void aLogThatCannotBeWrittenHarmsNothingAndTheListenerIsToldAllTheSame() {
        try (CapturedLog log = CapturedLog.broken()) {
            Events.all().forEach(new Listening(told::add)::onEvent);

            assertThat(log.lines()).isNotEmpty();
            assertThat(told).hasSameSizeAs(Events.all());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
