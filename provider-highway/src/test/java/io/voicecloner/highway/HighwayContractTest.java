package io.voicecloner.highway;

import io.voicecloner.testkit.EmulatorHost;
import io.voicecloner.testkit.ProviderContract;
import io.voicecloner.testkit.ProviderHost;

/** Highway keeps the contract of every provider. */
class HighwayContractTest extends ProviderContract {
    @Override
    protected ProviderHost startHost() {
        return EmulatorHost.of("highway");
    }
}
