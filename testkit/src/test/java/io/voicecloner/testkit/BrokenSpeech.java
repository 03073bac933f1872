package io.voicecloner.testkit;

import io.voicecloner.Capabilities;
import io.voicecloner.FailureReport;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.SpeechLimits;
import io.voicecloner.VoiceRef;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.spi.SpeechDelivery;
import io.voicecloner.spi.SpeechSession;
import io.voicecloner.spi.SpokenAudio;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Providers that say, speak or tell something else than they should. */
final class BrokenSpeech {
    private BrokenSpeech() {}

    /** Of what is in no order or does not hold what is ordinary. */
    public static final class OddLimits extends FakeSpeaker {
        public OddLimits() {
            super("odd-limits", "R82");
        }

        @Override
        Capabilities abilities() {
            return speaking(limits().models(List.of("voice-1"), "voice-9")).build();
        }
    }

    public static final class TakesAnySpeed extends FakeSpeaker {
        public TakesAnySpeed() {
            super("takes-any-speed", "R86");
        }

        @Override
        Capabilities abilities() {
            return speaking(limits().ranges(
                                    SpeechLimits.Range.of(-9, 9),
                                    SpeechLimits.Range.of(0, 9),
                                    SpeechLimits.Range.of(-9, 9)))
                    .build();
        }
    }

    public static final class SpeaksInWebPages extends FakeSpeaker {
        public SpeaksInWebPages() {
            super("speaks-in-web-pages", "R83", "R96", "R99");
        }

        @Override
        byte[] sound(FakeSpeech speech, Optional<SpeechTrouble> met, boolean streams) {
            return "<html>listen here</html>".getBytes(StandardCharsets.UTF_8);
        }
    }

    public static final class DoublesStreams extends FakeSpeaker {
        public DoublesStreams() {
            super("doubles-streams", "R84", "R85");
        }

        @Override
        byte[] sound(FakeSpeech speech, Optional<SpeechTrouble> met, boolean streams) {
            byte[] sound = super.sound(speech, met, streams);
            return streams ? twice(sound) : sound;
        }
    }

    public static final class BelievesTheLastChunk extends FakeSpeaker {
        public BelievesTheLastChunk() {
            super("believes-the-last-chunk", "R85");
        }

        @Override
        byte[] sound(FakeSpeech speech, Optional<SpeechTrouble> met, boolean streams) {
            byte[] sound = super.sound(speech, met, streams);
            return met.filter(trouble -> trouble == SpeechTrouble.WHOLE_AGAIN).isPresent() ? twice(sound) : sound;
        }
    }

    private static byte[] twice(byte[] sound) {
        byte[] doubled = new byte[sound.length * 2];
        System.arraycopy(sound, 0, doubled, 0, sound.length);
        System.arraycopy(sound, 0, doubled, sound.length, sound.length);
        return doubled;
    }

    /** Gives out references that it does not take itself. */
    public static final class DoesNotKnowItsVoices extends FakeSpeaker {
        public DoesNotKnowItsVoices() {
            super("does-not-know-its-voices", "R17", "R87", "R110");
        }

        @Override
        VoiceRef ref(FakeCall call, FakeAnswer answer) {
            VoiceRef honest = super.ref(call, answer);
            return honest.account().isPresent() ? honest : VoiceRef.of("somebody-else", honest.id());
        }
    }

    public static final class PromisesSpeech extends FakeSpeaker {
        public PromisesSpeech() {
            super("promises-speech", "R83", "R84", "R86", "R87", "R88", "R99", "R100", "R101", "R106", "R108");
        }

        @Override
        boolean meets(SpeechTrouble trouble) {
            return false;
        }

        @Override
        Optional<SpeechSession> speech(ProviderSettings settings, FakeHost host, ProviderApi api) {
            return Optional.empty();
        }
    }

    public static final class MixesUpVoices extends FakeSpeaker {
        public MixesUpVoices() {
            super("mixes-up-voices", "R89", "R90", "R108");
        }

        @Override
        Optional<SpeechOutcome> told(SpeechTrouble met) {
            return switch (met) {
                case VOICE_MISSING -> SpeechOutcome.of(SpeechTrouble.VOICE_FOREIGN);
                case VOICE_FOREIGN -> SpeechOutcome.of(SpeechTrouble.VOICE_MISSING);
                default -> SpeechOutcome.of(met);
            };
        }
    }

    /** Takes a lost answer for a refusal. */
    public static final class SureThatItCostNothing extends FakeSpeaker {
        public SureThatItCostNothing() {
            super("sure-that-it-cost-nothing", "R91", "R96", "R97");
        }

        @Override
        Optional<SpeechOutcome> told(SpeechTrouble met) {
            return SpeechOutcome.of(met == SpeechTrouble.DROPPED_AFTER_ACTING ? SpeechTrouble.CONTENT_REJECTED : met);
        }
    }

    public static final class ContentWithSilence extends FakeSpeaker {
        public ContentWithSilence() {
            super("content-with-silence", "R91", "R92", "R93", "R101");
        }

        @Override
        Optional<SpeechOutcome> told(SpeechTrouble met) {
            return SpeechOutcome.of(met == SpeechTrouble.NO_AUDIO ? SpeechTrouble.WHOLE_AGAIN : met);
        }
    }

    public static final class CutsLongTexts extends FakeSpeaker {
        public CutsLongTexts() {
            super("cuts-long-texts", "R99");
        }

        @Override
        SpokenAudio speak(FakeSpeech speech, ProviderApi api) {
            if (speech.request().delivery() == SpeechDelivery.TASK) {
                super.speak(speech, api);
            }
            return super.speak(speech, api);
        }
    }

    /** To be sure that the voice is kept. */
    public static final class SaysTheShortestTwice extends FakeSpeaker {
        public SaysTheShortestTwice() {
            super("says-the-shortest-twice", "R100");
        }

        @Override
        SpokenAudio speak(FakeSpeech speech, ProviderApi api) {
            if (speech.request().request().text().length() < 10) {
                super.speak(speech, api);
            }
            return super.speak(speech, api);
        }
    }

    public static final class SaysTheText extends FakeSpeaker {
        public SaysTheText() {
            super("says-the-text", "R101");
        }

        @Override
        Optional<FailureReport.Builder> failure(FakeSpeech speech, SpeechTrouble met, boolean streams) {
            return super.failure(speech, met, streams)
                    .map(report -> report.hint(
                            "Nobody can say " + speech.request().request().text()));
        }
    }

    /** One with a catalog that nobody sees. */
    public static final class PromisesAList extends FakeProvider {
        public PromisesAList() {
            super("promises-a-list", "R105", "R107", "R110");
        }

        @Override
        Capabilities abilities() {
            return Capabilities.builder(limits("wav"))
                    .features(Feature.FILE_AUDIO, Feature.LIST_VOICES)
                    .build();
        }

        @Override
        boolean meets(Trouble trouble) {
            return false;
        }
    }
}
