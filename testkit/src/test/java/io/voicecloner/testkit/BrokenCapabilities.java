package io.voicecloner.testkit;

import io.voicecloner.AudioLimits;
import io.voicecloner.Capabilities;
import io.voicecloner.Feature;
import io.voicecloner.VoiceIdRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Providers that say nonsense of themselves. */
final class BrokenCapabilities {
    private BrokenCapabilities() {}

    public static final class UnknownContainer extends FakeProvider {
        public UnknownContainer() {
            super("unknown-container", "R08");
        }

        @Override
        Capabilities abilities() {
            return Capabilities.builder(limits("wav", "ogg"))
                    .features(Feature.FILE_AUDIO)
                    .build();
        }
    }

    public static final class UpsideDownLimits extends FakeProvider {
        public UpsideDownLimits() {
            super("upside-down-limits", "R08");
        }

        @Override
        Capabilities abilities() {
            AudioLimits prompt = new AudioLimits(
                    List.of("wav"),
                    Optional.of(Duration.ofMillis(100)),
                    Optional.of(Duration.ofMillis(100)),
                    1_000_000);
            return everything().prompt(prompt).build();
        }
    }

    public static final class UnknownDefaultModel extends FakeProvider {
        public UnknownDefaultModel() {
            super("unknown-default-model", "R09");
        }

        @Override
        Capabilities abilities() {
            return everything().preview(500, List.of("model-1"), "model-9").build();
        }
    }

    public static final class LanguageTwice extends FakeProvider {
        public LanguageTwice() {
            super("language-twice", "R10");
        }

        @Override
        Capabilities abilities() {
            return everything().languageBoost(List.of("English", "English")).build();
        }
    }

    public static final class AnyVoiceId extends FakeProvider {
        public AnyVoiceId() {
            super("any-voice-id", "R11", "R24");
        }

        @Override
        Capabilities abilities() {
            return everything()
                    .chosenVoiceId(new VoiceIdRule(Pattern.compile("(?s).*"), "anything"))
                    .build();
        }
    }
}
