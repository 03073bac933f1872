package org.example.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two machines and the store between them. */
class FleetTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final StoreInMemory store = new StoreInMemory();
    private final FleetGate one = machine();
    private final FleetGate other = machine();

    private FleetGate machine() {
        return new FleetGate(
                store, Rate.parse("2/m").orElseThrow(), Rate.parse("1/m").orElseThrow());
    }

    @Test
    void theyTakeTurnsOneAfterTheOther() {
        assertThat(one.reserve("account", "create", HOUR)).isZero();
        assertThat(other.reserve("account", "create", HOUR)).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(30));
        assertThat(one.reserve("account", "create", HOUR)).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(60));
    }

    @Test
    void whatTheProviderAsksOneOfThemForHoldsTheOther() {
        one.hold("account", "create", HOUR);

        assertThat(other.held("account", "create")).isBetween(HOUR.minusSeconds(1), HOUR);
    }

    @Test
    void withoutTheStoreEachGoesOnAtItsShareAndKeepsToWhatItWasAskedFor() {
        one.hold("account", "create", HOUR);
        store.goOutOfReach();

        assertThat(one.held("account", "create")).isBetween(HOUR.minusSeconds(1), HOUR);
        assertThat(other.reserve("account", "create", HOUR)).isZero();
        assertThat(other.reserve("account", "create", HOUR)).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(60));
        other.hold("account", "create", Duration.ofMinutes(2));
        assertThat(other.held("account", "create")).isBetween(Duration.ofSeconds(119), Duration.ofMinutes(2));
    }
}
