package io.voicecloner.minimax;

import io.voicecloner.testkit.EmulatorHost;
import io.voicecloner.testkit.ProviderContract;
import io.voicecloner.testkit.ProviderHost;

/** What every provider keeps. */
class MiniMaxContractTest extends ProviderContract {
    @Override
    protected ProviderHost startHost() {
        return EmulatorHost.of("minimax");
    }
}
