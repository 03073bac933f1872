package io.voicecloner.testkit;

import io.voicecloner.Capabilities;
import io.voicecloner.Feature;
import io.voicecloner.VoiceIdRule;
import java.util.regex.Pattern;

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

    /** Takes ids of about the length that the library makes, without capitals, and no others. */
    public static final class Particular extends FakeProvider {
        public Particular() {
            super("healthy-particular");
        }

        @Override
        Capabilities abilities() {
            return everything()
                    .chosenVoiceId(
                            new VoiceIdRule(Pattern.compile("[a-z0-9-]{16,20}"), "16 to 20 letters, digits and -"))
                    .build();
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
