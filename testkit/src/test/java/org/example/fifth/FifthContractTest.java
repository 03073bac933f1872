package org.example.fifth;

import io.voicecloner.testkit.ProviderContract;
import io.voicecloner.testkit.ProviderHost;

/** What every provider keeps. */
class FifthContractTest extends ProviderContract {
    @Override
    protected ProviderHost startHost() {
        return new FifthHost();
    }
}
