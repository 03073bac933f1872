package io.voicecloner.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Another clock, set forward. Thread-safe if that one is. */
final class MovableClock extends Clock {

    /** The last second that is told with four digits for its year; far beyond it no time can be told at all. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final Clock base;
    private volatile Duration offset = Duration.ZERO;

    MovableClock(Clock base) {
        this.base = base;
    }

    synchronized void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("the clock is only set forward, not by " + duration);
        }
        if (duration.compareTo(Duration.between(instant(), LAST)) > 0) {
            throw new IllegalArgumentException("the clock is not set beyond the year 9999, so not by " + duration);
        }
        offset = offset.plus(duration);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        MovableClock other = new MovableClock(base.withZone(zone));
        other.offset = offset;
        return other;
    }
}
