package io.voicecloner.emulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an answer goes out.
 *
 * @param delay real time between the request's being dealt with and the first byte
 * @param half whether the connection ends after half of the body
 * @param reset whether a connection that ends does so with an RST
 * @param gap real time between two bytes of the body, null when it goes at once
 */
record Delivery(
        Duration delay,
        boolean half,
        boolean reset,
        @Nullable Duration gap) {
    static final Delivery PLAIN = new Delivery(Duration.ZERO, false, false, null);

    Delivery later(Duration more) {
        return new Delivery(delay.plus(notNegative(more)), half, reset, gap);
    }

    Delivery cutInHalf() {
        return new Delivery(delay, true, reset, gap);
    }

    Delivery withReset() {
        return new Delivery(delay, half, true, gap);
    }

    Delivery dripping(Duration each) {
        return new Delivery(delay, half, reset, notNegative(each));
    }

    private static Duration notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("no time is negative: " + duration);
        }
        return duration;
    }
}
