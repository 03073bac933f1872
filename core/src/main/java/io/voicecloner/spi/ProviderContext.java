package io.voicecloner.spi;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * What core lends to a provider.
 *
 * @param clock says what time it is; tests replace it
 * @param time what deadlines and pauses are measured by; tests replace it
 * @param rateGate who says when the next voice may be asked for; empty for a gate of the session's own, at the rate of its settings
 */
public record ProviderContext(Clock clock, Time time, Optional<RateGate> rateGate) {
    public ProviderContext {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(rateGate, "rateGate");
    }

    /** With a gate of the session's own. */
    public ProviderContext(Clock clock, Time time) {
        this(clock, time, Optional.empty());
    }
}
