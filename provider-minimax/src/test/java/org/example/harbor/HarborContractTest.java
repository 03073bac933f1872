package org.example.harbor;

import io.voicecloner.testkit.EmulatorHost;
import io.voicecloner.testkit.ProviderContract;
import io.voicecloner.testkit.ProviderHost;

/** Harbor keeps what every provider keeps, at a host that answers as MiniMax does. */
class HarborContractTest extends ProviderContract {
    @Override
    protected ProviderHost startHost() {
        return EmulatorHost.of("harbor", "minimax");
    }
}
