package io.voicecloner.attempt;

import io.voicecloner.spi.Time;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes forward only: nobody who sets the machine's clock back keeps a breaker open. What time it is, it does not know. */
final class ForwardClock extends Clock {
    private final Time time;

    ForwardClock(Time time) {
        this.time = time;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(time.nanos());
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
