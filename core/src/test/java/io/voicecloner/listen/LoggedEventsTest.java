package io.voicecloner.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.CloneEvent;
import io.voicecloner.Reason;
import io.voicecloner.fake.CapturedLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** A provider that is down fills no log. */
class LoggedEventsTest {
    private static final CloneEvent DOWN =
            new CloneEvent.FailedOver("a", "b", Category.PROVIDER_UNAVAILABLE, Reason.BREAKER_OPEN);

    private final AtomicLong now = new AtomicLong(-5);
    private final LoggedEvents events = new LoggedEvents(now::get);

    private List<Level> levelsOf(CloneEvent... each) {
        try (CapturedLog log = CapturedLog.from(Level.TRACE)) {
            List.of(each).forEach(events::onEvent);
            return log.lines().stream().map(CapturedLog.Line::level).toList();
        }
    }

    @Test
    void theSameFailoverIsWarnedOfOnceAMinute() {
        assertThat(levelsOf(DOWN, DOWN, DOWN)).containsExactly(Level.WARN, Level.DEBUG, Level.DEBUG);
        now.addAndGet(TimeUnit.MINUTES.toNanos(1) - 1);
        assertThat(levelsOf(DOWN)).containsExactly(Level.DEBUG);
        now.addAndGet(1);
        assertThat(levelsOf(DOWN, DOWN)).containsExactly(Level.WARN, Level.DEBUG);
    }

    @Test
    void anotherFailoverIsWarnedOfAtOnce() {
        assertThat(levelsOf(
                        DOWN,
                        new CloneEvent.FailedOver("a", "b", Category.PROVIDER_UNAVAILABLE, Reason.DNS),
                        new CloneEvent.FailedOver("b", "a", Category.PROVIDER_UNAVAILABLE, Reason.BREAKER_OPEN)))
                .containsOnly(Level.WARN);
    }

    @Test
    void eachVoiceThatMayExistIsWarnedOf() {
        CloneEvent doubt = new CloneEvent.OutcomeUnknown("a", 1, Optional.of("v"), Reason.TIMEOUT, List.of());
        assertThat(levelsOf(doubt, doubt)).containsOnly(Level.WARN);
    }
}
