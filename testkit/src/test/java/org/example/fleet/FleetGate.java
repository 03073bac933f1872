package org.example.fleet;

import io.voicecloner.Rate;
import io.voicecloner.VoiceCloners;
import io.voicecloner.spi.RateGate;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One rate for several machines, which agree on turns in a store that all of them reach. Their clocks must agree as well. */
final class FleetGate implements RateGate {
    /** Numbers that all machines see, rows of a database for example. Throws {@link UncheckedIOException} while it is out of reach. */
    interface Store {
        /** The number of this name; 0 if there is none yet. */
        long read(String name);

        /** Changes it, unless it is no longer what was read: {@code UPDATE … SET number = ? WHERE name = ? AND number = ?}. */
        boolean replace(String name, long read, long number);
    }

    private final Store store;
    private final Rate rate;
    private final RateGate alone;

    /** @param share what this machine may do by itself while the store is out of reach: the rate divided by the machines */
    FleetGate(Store store, Rate rate, Rate share) {
        this.store = store;
        this.rate = rate;
        this.alone = VoiceCloners.rateGate(share);
    }

    @Override
    public Duration reserve(String account, String operation, Duration maxWait) {
        try {
            return rate.isLimited() ? shared("turn " + account + ' ' + operation, maxWait) : Duration.ZERO;
        } catch (UncheckedIOException outOfReach) {
            return alone.reserve(account, operation, maxWait);
        }
    }

    /** The number is the moment from which the next turn is free. */
    private Duration shared(String name, Duration maxWait) {
        while (true) {
            long now = now();
            long free = store.read(name);
            long turn = Math.max(free, now);
            Duration wait = Duration.ofNanos(turn - now);
            boolean tooLate = wait.compareTo(maxWait) > 0;
            if (tooLate || store.replace(name, free, turn + rate.interval().toNanos())) {
                return wait;
            }
        }
    }

    @Override
    public void hold(String account, String operation, Duration pause) {
        alone.hold(account, operation, pause);
        String name = "hold " + account + ' ' + operation;
        long until = now() + pause.toNanos();
        try {
            long held = store.read(name);
            while (held < until && !store.replace(name, held, until)) {
                held = store.read(name);
            }
        } catch (UncheckedIOException outOfReach) {
            // This machine keeps to it; the others will be told by the provider themselves.
        }
    }

    @Override
    public Duration held(String account, String operation) {
        Duration here = alone.held(account, operation);
        try {
            Duration everywhere =
                    Duration.ofNanos(Math.max(0, store.read("hold " + account + ' ' + operation) - now()));
            return here.compareTo(everywhere) > 0 ? here : everywhere;
        } catch (UncheckedIOException outOfReach) {
            return here;
        }
    }

    private static long now() {
        return ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now());
    }
}
