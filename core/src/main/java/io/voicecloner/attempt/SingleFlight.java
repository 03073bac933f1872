package io.voicecloner.attempt;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One call at a time for one voice id of one account, in this whole JVM: of two that ask for the same id, neither could tell whose voice
 * an answer speaks of.
 */
final class SingleFlight implements AutoCloseable {
    private static final Set<Flight> UNDER_WAY = ConcurrentHashMap.newKeySet();

    private final Flight flight;

    private SingleFlight(Flight flight) {
        this.flight = flight;
    }

    /** @param account what tells accounts apart; not printed */
    static SingleFlight enter(String account, String voiceId, Step step, CallScope scope) {
        Flight flight = new Flight(account, voiceId);
        if (!UNDER_WAY.add(flight)) {
            throw Failures.exception(scope.failure(
                            Category.VOICE_ID_TAKEN,
                            Reason.IN_FLIGHT,
                            step,
                            "a voice of this id is being made by this JVM at this moment")
                    .hint("Wait for that call, or choose another id."));
        }
        return new SingleFlight(flight);
    }

    @Override
    public void close() {
        UNDER_WAY.remove(flight);
    }

    private record Flight(String account, String voiceId) {}
}
