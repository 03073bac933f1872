package io.voicecloner.emulator;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conduct of every provider. Thread-safe. */
final class Conducts {
    private final Map<String, Conduct> conducts = new LinkedHashMap<>();

    Conducts(List<Host> hosts) {
        hosts.forEach(host -> conducts.put(host.name(), new Conduct(host)));
    }

    /** @throws IllegalArgumentException if there is no such provider; the message lists those there are */
    Conduct of(String provider) {
        Conduct conduct = conducts.get(provider);
        if (conduct == null) {
            throw new IllegalArgumentException(
                    "no provider \"" + provider + "\" is emulated, only " + String.join(", ", conducts.keySet()));
        }
        return conduct;
    }

    Collection<Conduct> all() {
        return conducts.values();
    }

    void clearScripts() {
        conducts.values().forEach(Conduct::clearScripts);
    }

    void clearLimits() {
        conducts.values().forEach(conduct -> {
            conduct.limit(null);
            conduct.speechLimit(null);
        });
    }

    void clearSpeech() {
        conducts.values().forEach(conduct -> conduct.host().speech().clear());
    }

    void clearQuirks() {
        conducts.values().forEach(conduct -> conduct.gateway().clear());
    }

    /** By provider and route with a slash between. */
    Map<String, List<Fault>> pendingFaults() {
        Map<String, List<Fault>> pending = new LinkedHashMap<>();
        conducts.forEach((provider, conduct) ->
                conduct.pendingFaults().forEach((route, faults) -> pending.put(provider + "/" + route, faults)));
        return Collections.unmodifiableMap(pending);
    }
}
