package io.voicecloner.emulator;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands out file ids as MiniMax's look: int64, fifteen digits, so that a {@code double} holds them. The vendor's own clients in
 * JavaScript read ids as numbers and send those back, so real ids must survive that (minimax-mcp-js 0.0.18, mmx-cli 1.0.27).
 */
final class FileIds {
    private static final long FIRST = 365_182_159_339_614L;
    private static final long STEP = 1_600;

    private final AtomicLong next = new AtomicLong(FIRST);

    long next() {
        return next.getAndAdd(STEP);
    }
}
