package io.voicecloner.emulator;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands out file ids as MiniMax's look: int64, fifteen digits, so that a {@code double} holds them. The vendor's own clients in
 * JavaScript read ids as numbers and send those back, so real ids must survive that (minimax-mcp-js 0.0.18, mmx-cli 1.0.27). The
 * type promises more, and on demand it is used.
 */
final class FileIds {
    private static final long FIRST = 365_182_159_339_614L;

    /** Odd, beyond 2^53: as a {@code double} it is another number. */
    private static final long FIRST_LARGE = 4_611_686_018_427_387_905L;

    private static final long STEP = 1_600;

    private final AtomicLong next;

    FileIds(boolean large) {
        next = new AtomicLong(large ? FIRST_LARGE : FIRST);
    }

    long next() {
        return next.getAndAdd(STEP);
    }
}
