package io.voicecloner.pipeline;

import io.voicecloner.spi.CallScope;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What one cloner is doing at the moment, so that closing it misses nothing. Thread-safe. */
final class Calls {
    private final Set<CallScope> inFlight = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Known to {@link #cancelAll} from here on, before it is looked whether that was called: it misses none. */
    CallScope admitted(CallScope scope) {
        inFlight.add(scope);
        if (closed.get()) {
            inFlight.remove(scope);
            throw alreadyClosed();
        }
        return scope;
    }

    void ended(CallScope scope) {
        inFlight.remove(scope);
    }

    void requireOpen() {
        if (closed.get()) {
            throw alreadyClosed();
        }
    }

    /** Nothing is admitted any more; whether that is news. */
    boolean close() {
        return !closed.getAndSet(true);
    }

    void cancelAll() {
        CallScope.cancelAll(inFlight);
    }

    private static RuntimeException alreadyClosed() {
        return new IllegalStateException("this cloner is closed");
    }
}
