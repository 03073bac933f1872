package org.example.ppio;

import io.voicecloner.testkit.EmulatorHost;
import io.voicecloner.testkit.ProviderContract;
import io.voicecloner.testkit.ProviderHost;

/** PPIO keeps what every provider keeps, at a host that answers as Novita does. */
class PpioContractTest extends ProviderContract {
    @Override
    protected ProviderHost startHost() {
        return EmulatorHost.of("ppio", "novita");
    }
}
