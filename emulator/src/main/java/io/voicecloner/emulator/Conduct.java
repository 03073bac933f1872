package io.voicecloner.emulator;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How one provider behaves where it is not left to honesty. Thread-safe. */
final class Conduct {
    private final Host host;
    private final Map<String, Deque<Fault>> scripts = new TreeMap<>();
    private volatile @Nullable RateLimit limit;
    private volatile @Nullable RateLimit speechLimit;

    Conduct(Host host) {
        this.host = host;
    }

    /** @throws IllegalArgumentException if there is no such route; the message lists those there are */
    void script(String route, List<Fault> faults) {
        checkRoute(route);
        synchronized (this) {
            scripts.computeIfAbsent(route, any -> new ArrayDeque<>()).addAll(faults);
        }
    }

    /** @throws IllegalArgumentException if there is no such route; the message lists those there are */
    void checkRoute(String route) {
        Set<String> routes = host.scriptable();
        if (!routes.contains(route)) {
            throw new IllegalArgumentException(
                    host.name() + " has no route \"" + route + "\", only " + String.join(", ", routes));
        }
    }

    Host host() {
        return host;
    }

    /** Taken off the script of this route; null when honesty is due. */
    synchronized @Nullable Fault nextFault(String route) {
        Deque<Fault> script = scripts.get(route);
        return script == null ? null : script.poll();
    }

    synchronized void clearScripts() {
        scripts.clear();
    }

    /** By route; no route without a fault. */
    synchronized Map<String, List<Fault>> pendingFaults() {
        Map<String, List<Fault>> pending = new TreeMap<>();
        scripts.forEach((route, faults) -> {
            if (!faults.isEmpty()) {
                pending.put(route, List.copyOf(faults));
            }
        });
        return pending;
    }

    /** Null for none. */
    void limit(@Nullable RateLimit limit) {
        this.limit = limit;
    }

    @Nullable
    RateLimit limit() {
        return limit;
    }

    /** Whether the limit that this route comes under, if any, lets it pass. */
    boolean admits(Route route) {
        RateLimit current = route.clones() ? limit : route.speaks() ? speechLimit : null;
        return current == null || current.admits();
    }

    /** @throws IllegalArgumentException if no task of this provider ends so, or the number is negative */
    void tasks(int queries, TaskEnd end) {
        if (end == TaskEnd.EXPIRED && host.dialect().fetchesAudio()) {
            throw new IllegalArgumentException("no task of " + host.name() + " expires");
        }
        host.speech().tasks(queries, end);
    }

    /** Null for none. */
    void speechLimit(@Nullable RateLimit limit) {
        speechLimit = limit;
    }

    @Nullable
    RateLimit speechLimit() {
        return speechLimit;
    }

    /** @throws IllegalArgumentException if this is no provider that has this quirk anywhere */
    void check(Quirk quirk) {
        if (!quirk.suits(host.dialect().fetchesAudio())) {
            throw new IllegalArgumentException(host.name() + " has no quirk " + quirk.text() + ", only "
                    + Arrays.stream(Quirk.values())
                            .filter(each -> each.suits(host.dialect().fetchesAudio()))
                            .map(Quirk::text)
                            .collect(Collectors.joining(", ")));
        }
    }

    /** @throws IllegalArgumentException if this is no provider that has this quirk anywhere */
    void add(Quirk quirk) {
        check(quirk);
        host.gateway().add(quirk);
    }

    Gateway gateway() {
        return host.gateway();
    }
}
