package io.voicecloner.testkit;

import io.voicecloner.Capabilities;
import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.Feature;
import io.voicecloner.Step;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import java.util.Optional;

/** Providers that tell failures wrongly, or make them worse. */
final class BrokenFailures {
    private BrokenFailures() {}

    /** The base of those that are told as something else. */
    abstract static class Told extends FakeProvider {
        Told(String id, String... breaks) {
            super(id, breaks);
        }

        @Override
        final FailureReport.Builder failure(FakeCall call, FakeAnswer answer, Outcome outcome) {
            Trouble trouble = answer.trouble();
            return super.failure(call, answer, trouble == null ? outcome : told(call, trouble, outcome));
        }

        /** What it is told as. */
        abstract Outcome told(FakeCall call, Trouble trouble, Outcome honest);
    }

    public static final class OneLeafForAll extends Told {
        public OneLeafForAll() {
            super(
                    "one-leaf-for-all",
                    "R27",
                    "R28",
                    "R29",
                    "R30",
                    "R31",
                    "R32",
                    "R33",
                    "R34",
                    "R35",
                    "R36",
                    "R37",
                    "R38",
                    "R39",
                    "R40",
                    "R41",
                    "R42",
                    "R43",
                    "R46",
                    "R63",
                    "R71",
                    "R72");
        }

        @Override
        Outcome told(FakeCall call, Trouble trouble, Outcome honest) {
            return new Outcome(Category.UNEXPECTED_REPLY, honest.reasons(), honest.delivery(), honest.voiceMayExist());
        }
    }

    public static final class CallsLostConnectionsHarmless extends Told {
        public CallsLostConnectionsHarmless() {
            super("calls-lost-connections-harmless", "R42", "R43", "R70", "R71", "R72", "R77", "R79");
        }

        @Override
        Outcome told(FakeCall call, Trouble trouble, Outcome honest) {
            boolean dropped = trouble == Trouble.DROPPED_BEFORE_ACTING || trouble == Trouble.DROPPED_AFTER_ACTING;
            return dropped
                    ? new Outcome(Category.PROVIDER_UNAVAILABLE, honest.reasons(), Delivery.NOT_SENT, false)
                    : honest;
        }
    }

    public static final class KnowsUnlistedCodes extends Told {
        public KnowsUnlistedCodes() {
            super("knows-unlisted-codes", "R38");
        }

        @Override
        Outcome told(FakeCall call, Trouble trouble, Outcome honest) {
            return trouble == Trouble.UNLISTED_CODE
                    ? new Outcome(Category.UNEXPECTED_REPLY, honest.reasons(), Delivery.REJECTED, false)
                    : honest;
        }
    }

    public static final class ForgetsTheVoiceOfAnUnsafePreview extends Told {
        public ForgetsTheVoiceOfAnUnsafePreview() {
            super("forgets-the-voice-of-an-unsafe-preview", "R32");
        }

        @Override
        Outcome told(FakeCall call, Trouble trouble, Outcome honest) {
            return trouble == Trouble.PREVIEW_REJECTED
                    ? new Outcome(honest.category(), honest.reasons(), honest.delivery(), false)
                    : honest;
        }
    }

    public static final class CallsSlownessHarmless extends Told {
        public CallsSlownessHarmless() {
            super("calls-slowness-harmless", "R44", "R57", "R67", "R75", "R76", "R78", "R80");
        }

        @Override
        boolean slow() {
            return true;
        }

        @Override
        Outcome told(FakeCall call, Trouble trouble, Outcome honest) {
            return trouble == Trouble.SLOW
                    ? new Outcome(Category.PROVIDER_UNAVAILABLE, honest.reasons(), Delivery.UNKNOWN, false)
                    : honest;
        }
    }

    /** Thinks of a voice as soon as it speaks to the provider. */
    public static final class DoubtsItsUploads extends Told {
        public DoubtsItsUploads() {
            super("doubts-its-uploads", "R63", "R64");
        }

        @Override
        Outcome told(FakeCall call, Trouble trouble, Outcome honest) {
            return trouble.endsBeforeCreating()
                    ? new Outcome(Category.AMBIGUOUS_OUTCOME, honest.reasons(), honest.delivery(), true)
                    : honest;
        }
    }

    public static final class BlamesTheNetworkOnTheProvider extends FakeProvider {
        public BlamesTheNetworkOnTheProvider() {
            super("blames-the-network-on-the-provider", "R62");
        }

        @Override
        FailureReport.Builder unreachable(CallScope scope) {
            return super.unreachable(scope).delivery(Delivery.UNKNOWN);
        }
    }

    public static final class WordsOfItsOwn extends FakeProvider {
        public WordsOfItsOwn() {
            super("words-of-its-own", "R45");
        }

        @Override
        FailureReport.Builder failure(FakeCall call, FakeAnswer answer, Outcome outcome) {
            return super.failure(call, answer, outcome).providerMessage("Oops, something went wrong!");
        }
    }

    public static final class LosesTheTraceId extends FakeProvider {
        public LosesTheTraceId() {
            super("loses-the-trace-id", "R45");
        }

        @Override
        FailureReport.Builder failure(FakeCall call, FakeAnswer answer, Outcome outcome) {
            return super.failure(call, answer, outcome).traceId(null);
        }
    }

    public static final class GuessesTheWait extends FakeProvider {
        public GuessesTheWait() {
            super("guesses-the-wait", "R46");
        }

        @Override
        FailureReport.Builder failure(FakeCall call, FakeAnswer answer, Outcome outcome) {
            return super.failure(call, answer, outcome).retryAfter(Duration.ofSeconds(1));
        }
    }

    public static final class SaysNothingToDo extends FakeProvider {
        public SaysNothingToDo() {
            super("says-nothing-to-do", "R47");
        }

        @Override
        FailureReport.Builder failure(FakeCall call, FakeAnswer answer, Outcome outcome) {
            return super.failure(call, answer, outcome).hint(null);
        }
    }

    public static final class BlamesAnotherStep extends FakeProvider {
        public BlamesAnotherStep() {
            super("blames-another-step", "R47", "R69", "R77", "R79");
        }

        @Override
        FailureReport.Builder failure(FakeCall call, FakeAnswer answer, Outcome outcome) {
            return FailureReport.of(outcome.category(), reason(call, answer, outcome), Step.UPLOAD, "it failed")
                    .provider(id())
                    .attempts(1)
                    .hint("Do something.")
                    .delivery(outcome.delivery())
                    .voiceMayExist(outcome.voiceMayExist())
                    .providerCode(answer.said().code().orElse(null))
                    .providerMessage(answer.said().message().orElse(null))
                    .traceId(answer.said().traceId().orElse(null))
                    .retryAfter(answer.said().retryAfter().orElse(null))
                    .checks(java.util.List.of("Look."));
        }
    }

    /** Asks again when it is not sure, and tells the first outcome. */
    public static final class AsksAgain extends FakeProvider {
        public AsksAgain() {
            super("asks-again", "R48", "R69", "R71", "R72");
        }

        @Override
        FakeAnswer answer(FakeCall call) {
            FakeAnswer answer = super.answer(call);
            Optional<Outcome> failure = answer.failure();
            if (failure.isPresent() && failure.get().category() == Category.AMBIGUOUS_OUTCOME) {
                super.answer(call);
            }
            return answer;
        }
    }

    public static final class SaysTheKey extends FakeProvider {
        public SaysTheKey() {
            super("says-the-key", "R59");
        }

        @Override
        FailureReport.Builder failure(FakeCall call, FakeAnswer answer, Outcome outcome) {
            return super.failure(call, answer, outcome).hint("Is " + call.key() + " the right key?");
        }
    }

    public static final class SaysTheSignature extends FakeProvider {
        public SaysTheSignature() {
            super("says-the-signature", "R59");
        }

        @Override
        Capabilities abilities() {
            return Capabilities.builder(limits("wav"))
                    .features(Feature.URL_AUDIO)
                    .build();
        }

        @Override
        FailureReport.Builder failure(FakeCall call, FakeAnswer answer, Outcome outcome) {
            return super.failure(call, answer, outcome)
                    .hint("Check " + call.request().audio().url().getRawQuery() + '.');
        }
    }
}
