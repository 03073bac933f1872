package org.example.fleet;

import io.voicecloner.Rate;
import io.voicecloner.spi.RateGate;
import io.voicecloner.testkit.RateGateContract;

/** What every rate gate keeps. */
class FleetGateTest extends RateGateContract {
    @Override
    protected RateGate open(Rate rate) {
        return new FleetGate(new StoreInMemory(), rate, rate);
    }
}
