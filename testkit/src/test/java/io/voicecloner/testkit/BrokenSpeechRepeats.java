package io.voicecloner.testkit;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.ListedVoice;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.PreparedSpeech;
import io.voicecloner.spi.SpokenAudio;
import java.time.Duration;
import java.util.List;

/** Providers that speak too often or too seldom, and those with an odd catalog. */
final class BrokenSpeechRepeats {
    /** By which a wait for the deadline may end too soon. */
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private BrokenSpeechRepeats() {}

    public static final class NeverSpeaksAgain extends FakeSpeaker {
        public NeverSpeaksAgain() {
            super("never-speaks-again", "R94", "R96", "R98");
        }

        @Override
        SpokenAudio speak(FakeSpeech speech, ProviderApi api) {
            return asked(speech);
        }
    }

    public static final class SpeaksAgainAndAgain extends FakeSpeaker {
        public SpeaksAgainAndAgain() {
            super("speaks-again-and-again", "R96", "R97");
        }

        @Override
        SpokenAudio speak(FakeSpeech speech, ProviderApi api) {
            PreparedSpeech asked = speech.request();
            PreparedSpeech often = new PreparedSpeech(asked.request(), asked.model(), asked.delivery(), 9);
            return api.speak(often, speech.scope(), () -> asked(speech));
        }
    }

    public static final class InsistsOnSpeaking extends FakeSpeaker {
        public InsistsOnSpeaking() {
            super("insists-on-speaking", "R89", "R90", "R91", "R95");
        }

        @Override
        SpokenAudio speak(FakeSpeech speech, ProviderApi api) {
            try {
                return super.speak(speech, api);
            } catch (VoiceClonerException e) {
                if (e.delivery() == Delivery.REJECTED) {
                    speech.host().speak(speech.voiceId());
                }
                throw e;
            }
        }
    }

    public static final class ForgetsWhatWasHeard extends FakeSpeaker {
        public ForgetsWhatWasHeard() {
            super("forgets-what-was-heard", "R98");
        }

        @Override
        void hand(FakeSpeech speech, byte[] sound) {
            write(speech, sound);
        }
    }

    public static final class SpeaksOnWhenGivenUp extends FakeSpeaker {
        public SpeaksOnWhenGivenUp() {
            super("speaks-on-when-given-up", "R102", "R103", "R104");
        }

        @Override
        boolean slow() {
            return true;
        }

        @Override
        SpokenAudio speak(FakeSpeech speech, ProviderApi api) {
            try {
                return super.speak(speech, api);
            } catch (VoiceClonerException e) {
                CallScope scope = speech.scope();
                if (scope.isCanceled() || scope.remaining().compareTo(A_MOMENT) < 0) {
                    speech.host().speak(speech.voiceId());
                }
                throw e;
            }
        }
    }

    public static final class ListsNobody extends FakeSpeaker {
        public ListsNobody() {
            super("lists-nobody", "R106");
        }

        @Override
        List<ListedVoice> listed(FakeHost host, CallScope scope) {
            return List.of();
        }
    }

    /** Where a voice was never used. */
    public static final class CannotListTheUnused extends FakeSpeaker {
        public CannotListTheUnused() {
            super("cannot-list-the-unused", "R105", "R107", "R108");
        }

        @Override
        List<ListedVoice> listed(FakeHost host, CallScope scope) {
            List<ListedVoice> used = super.listed(host, scope);
            if (used.isEmpty()) {
                throw Failures.exception(
                        scope.failure(Category.UNEXPECTED_REPLY, Reason.NOT_JSON, Step.LIST_VOICES, "no list"));
            }
            return used;
        }
    }

    public static final class DeletesNothing extends FakeSpeaker {
        public DeletesNothing() {
            super("deletes-nothing", "R108", "R109");
        }

        @Override
        void delete(String voiceId, FakeHost host, CallScope scope) {}
    }

    public static final class DeletesWhatIsGone extends FakeSpeaker {
        public DeletesWhatIsGone() {
            super("deletes-what-is-gone", "R109");
        }

        @Override
        void delete(String voiceId, FakeHost host, CallScope scope) {
            host.stage().delete(voiceId, host.voices());
        }
    }
}
