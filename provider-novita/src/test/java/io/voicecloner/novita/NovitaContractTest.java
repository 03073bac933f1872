package io.voicecloner.novita;

import io.voicecloner.testkit.EmulatorHost;
import io.voicecloner.testkit.ProviderContract;
import io.voicecloner.testkit.ProviderHost;

/** What every provider keeps. */
class NovitaContractTest extends ProviderContract {
    @Override
    protected ProviderHost startHost() {
        return EmulatorHost.of("novita");
    }
}
