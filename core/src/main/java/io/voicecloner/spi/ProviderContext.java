package io.voicecloner.spi;

import java.time.Clock;
import java.util.Objects;

/**
 * What core lends to a provider.
 *
 * @param clock says what time it is; tests replace it
 * @param time what deadlines and pauses are measured by; tests replace it
 */
public record ProviderContext(Clock clock, Time time) {
    public ProviderContext {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(time, "time");
    }
}
