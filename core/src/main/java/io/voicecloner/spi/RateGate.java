package io.voicecloner.spi;

import java.time.Duration;

/**
 * Says when the next request may be sent, to everybody who shares a limit: the threads of one cloner, several cloners, or several machines where
 * an implementation asks a store that they share. Thread-safe. Waits for nobody itself: who has a turn waits for it, can give that up,
 * and then leaves the turn unused.
 *
 * <p>An implementation that cannot reach what it shares should go on by itself at its part of the rate, and never let everybody through. What it
 * throws ends the call before anything is sent. {@code io.voicecloner.testkit.RateGateContract} says all this as tests.
 */
public interface RateGate {
    /**
     * Takes the next turn, unless it comes too late. Turns come one to an interval, however many are taken at once: providers punish bursts.
     *
     * @param account tells accounts apart: the same wherever the same key is used at the same address, and no secret
     * @param operation what the request does; every operation has turns of its own
     * @param maxWait how long the caller would wait
     * @return how long to wait for the turn that was taken; if that is longer than {@code maxWait}, none was taken, and one would come then
     */
    Duration reserve(String account, String operation, Duration maxWait);

    /** The provider asked to be left alone: from now on nobody may ask it for this long. Never shortens what holds already. */
    void hold(String account, String operation, Duration pause);

    /** How much longer nobody may ask; zero if anybody may. */
    Duration held(String account, String operation);
}
