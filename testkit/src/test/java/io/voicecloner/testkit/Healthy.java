package io.voicecloner.testkit;

import io.voicecloner.Capabilities;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.SpeechLimits;
import io.voicecloner.VoiceIdRule;
import io.voicecloner.spi.CatalogSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Providers that keep every rule. */
final class Healthy {
    private Healthy() {}

    /** Speaks, and nothing more than it must: no stream, no task, no model of its own choice, no catalog. */
    public static final class Murmuring extends FakeSpeaker {
        public Murmuring() {
            super("healthy-murmuring");
        }

        @Override
        Capabilities abilities() {
            SpeechLimits limits = SpeechLimits.builder(500)
                    .models(List.of("voice-1"), null)
                    .onlyKnownModels()
                    .formats(List.of("wav"), Set.of())
                    .build();
            return Capabilities.builder(limits("wav"))
                    .features(Feature.FILE_AUDIO)
                    .speech(limits)
                    .build();
        }

        @Override
        Optional<CatalogSession> catalog(ProviderSettings settings, FakeHost host) {
            return Optional.empty();
        }
    }

    /** Takes files and every option, speaks, lists and deletes. */
    public static final class Everything extends FakeSpeaker {
        public Everything() {
            super("healthy-everything");
        }

        @Override
        Capabilities abilities() {
            return everything()
                    .features(Feature.LIST_VOICES, Feature.DELETE_VOICE)
                    .speech(limits().build())
                    .build();
        }

        @Override
        boolean meets(Trouble trouble) {
            return true;
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
