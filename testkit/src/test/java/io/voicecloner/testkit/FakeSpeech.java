package io.voicecloner.testkit;

import io.voicecloner.ProviderSettings;
import io.voicecloner.spi.AudioOutput;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedSpeech;

/** One synthesis, seen from inside a provider. */
record FakeSpeech(
        PreparedSpeech request, AudioOutput output, CallScope scope, ProviderSettings settings, FakeHost host) {
    String voiceId() {
        return request.request().voice().id();
    }
}
