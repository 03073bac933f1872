package io.voicecloner.emulator;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands out file ids as MiniMax's look: int64, eighteen digits (wire-facts 1.2).
 *
 * <p>At this size a {@code double} can only hold multiples of 16, and no id is one: a client that reads ids as doubles sends
 * back an id that was never given.
 */
final class FileIds {
    private static final long FIRST = 123_456_789_012_345_687L;
    private static final long STEP = 1_600;

    private final AtomicLong next = new AtomicLong(FIRST);

    long next() {
        return next.getAndAdd(STEP);
    }
}
