package io.voicecloner.testkit;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Capabilities;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Confirmation;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.Feature;
import io.voicecloner.PreviewState;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceIdTakenException;
import io.voicecloner.http.ProviderApi;

/** Providers that ask again where they must not, do not where they should, or draw the wrong conclusion. */
final class BrokenRetries {
    private BrokenRetries() {}

    /** The base of those that do something more when all attempts are made, if there may be several. */
    abstract static class OneMore extends FakeProvider {
        OneMore(String id, String... breaks) {
            super(id, breaks);
        }

        @Override
        final ClonedVoice made(FakeCall call, ProviderApi api) {
            try {
                return super.made(call, api);
            } catch (VoiceClonerException e) {
                if (call.settings().attempts() == 1) {
                    throw e;
                }
                return after(e, call);
            }
        }

        /** What comes after a clone that failed. */
        abstract ClonedVoice after(VoiceClonerException failure, FakeCall call);
    }

    public static final class NeverAsksAgain extends FakeProvider {
        public NeverAsksAgain() {
            super("never-asks-again", "R66", "R69", "R70", "R71", "R81");
        }

        @Override
        ClonedVoice made(FakeCall call, ProviderApi api) {
            return asked(call).build();
        }
    }

    public static final class TellsVoicesThatNeverWere extends OneMore {
        public TellsVoicesThatNeverWere() {
            super("tells-voices-that-never-were", "R67", "R69");
        }

        @Override
        ClonedVoice after(VoiceClonerException failure, FakeCall call) {
            boolean askedOften =
                    failure instanceof AmbiguousOutcomeException && call.scope().createAttempts() > 1;
            if (askedOften) {
                return inferredVoice(call).build();
            }
            throw failure;
        }
    }

    public static final class AsksAgainAfterRejections extends OneMore {
        public AsksAgainAfterRejections() {
            super("asks-again-after-rejections", "R68");
        }

        @Override
        ClonedVoice after(VoiceClonerException failure, FakeCall call) {
            if (failure.delivery() == Delivery.REJECTED && !failure.voiceMayExist()) {
                return asked(call).build();
            }
            throw failure;
        }
    }

    public static final class ForgetsItsAttempts extends FakeProvider {
        public ForgetsItsAttempts() {
            super("forgets-its-attempts", "R69");
        }

        @Override
        FailureReport.Builder failure(FakeCall call, FakeAnswer answer, Outcome outcome) {
            return super.failure(call, answer, outcome).attempts(1);
        }
    }

    public static final class SureOfWhatItInferred extends FakeProvider {
        public SureOfWhatItInferred() {
            super("sure-of-what-it-inferred", "R70", "R71");
        }

        @Override
        ClonedVoice.Builder inferredVoice(FakeCall call) {
            return super.inferredVoice(call).confirmation(Confirmation.CONFIRMED);
        }
    }

    public static final class ForgetsTheLostPreview extends FakeProvider {
        public ForgetsTheLostPreview() {
            super("forgets-the-lost-preview", "R70");
        }

        @Override
        ClonedVoice.Builder inferredVoice(FakeCall call) {
            ClonedVoice honest = super.inferredVoice(call).build();
            return honest.previewState() == PreviewState.LOST
                    ? ClonedVoice.builder(honest.ref(), honest.createdAt()).confirmation(Confirmation.INFERRED)
                    : honest.toBuilder();
        }
    }

    public static final class TakesEveryIdForItsOwn extends FakeProvider {
        public TakesEveryIdForItsOwn() {
            super("takes-every-id-for-its-own", "R33", "R71");
        }

        @Override
        boolean isUnguessable(FakeCall call) {
            return true;
        }
    }

    /** Reconciles ids of the library's, whatever is configured. */
    public static final class CannotLeaveItInDoubt extends OneMore {
        public CannotLeaveItInDoubt() {
            super("cannot-leave-it-in-doubt", "R72", "R77", "R79");
        }

        @Override
        ClonedVoice after(VoiceClonerException failure, FakeCall call) {
            boolean first = call.scope().createAttempts() == 1;
            if (!first || !isUnguessable(call) || !(failure instanceof AmbiguousOutcomeException)) {
                throw failure;
            }
            try {
                return asked(call).build();
            } catch (VoiceIdTakenException e) {
                return inferredVoice(call).build();
            }
        }
    }

    public static final class MakesAnotherVoiceInDoubt extends OneMore {
        public MakesAnotherVoiceInDoubt() {
            super("makes-another-voice-in-doubt", "R67", "R72", "R73");
        }

        @Override
        Capabilities abilities() {
            return Capabilities.builder(limits("wav"))
                    .features(Feature.FILE_AUDIO)
                    .build();
        }

        @Override
        ClonedVoice after(VoiceClonerException failure, FakeCall call) {
            if (failure instanceof AmbiguousOutcomeException) {
                return asked(call).build();
            }
            throw failure;
        }
    }
}
