package org.example.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stands for a store that machines share. */
final class StoreInMemory implements FleetGate.Store {
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();
    private volatile boolean outOfReach;

    void goOutOfReach() {
        outOfReach = true;
    }

    @Override
    public long read(String name) {
        if (outOfReach) {
            throw new UncheckedIOException(new IOException("no route to the store"));
        }
        return numbers.getOrDefault(name, 0L);
    }

    @Override
    public boolean replace(String name, long read, long number) {
        return read == 0 ? numbers.putIfAbsent(name, number) == null : numbers.replace(name, read, number);
    }
}
