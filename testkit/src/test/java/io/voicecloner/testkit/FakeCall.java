package io.voicecloner.testkit;

import io.voicecloner.ProviderSettings;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedClone;

/** One clone, seen from inside a provider. */
record FakeCall(PreparedClone request, CallScope scope, ProviderSettings settings, FakeHost host) {
    String key() {
        return settings.apiKey().get();
    }
}
