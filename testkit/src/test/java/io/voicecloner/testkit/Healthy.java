package io.voicecloner.testkit;

import io.voicecloner.Capabilities;
import io.voicecloner.Feature;

/** Providers that keep every rule. */
final class Healthy {
    private Healthy() {}

    /** Takes files and every option. */
    public static final class Everything extends FakeProvider {
        public Everything() {
            super("healthy-everything");
        }

        @Override
        boolean slow() {
            return true;
        }
    }

    /** Takes URLs and no option. */
    public static final class Plain extends FakeProvider {
        public Plain() {
            super("healthy-plain");
        }

        @Override
        Capabilities abilities() {
            return Capabilities.builder(limits("mp3", "wav"))
                    .features(Feature.URL_AUDIO)
                    .build();
        }
    }
}
