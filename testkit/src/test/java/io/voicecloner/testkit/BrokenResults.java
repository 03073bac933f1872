package io.voicecloner.testkit;

import io.voicecloner.Capabilities;
import io.voicecloner.Category;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Feature;
import io.voicecloner.Preview;
import io.voicecloner.Reason;
import io.voicecloner.SafetyVerdict;
import io.voicecloner.Step;
import io.voicecloner.Usage;
import io.voicecloner.spi.Failures;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Providers that tell something else of a voice than they know, and those that do not end as they should. */
final class BrokenResults {
    private BrokenResults() {}

    public static final class InventsPreviews extends FakeProvider {
        public InventsPreviews() {
            super("invents-previews", "R49", "R51", "R70");
        }

        @Override
        ClonedVoice.Builder voice(FakeCall call, FakeAnswer answer) {
            ClonedVoice.Builder voice = super.voice(call, answer);
            return answer.preview() == null
                    ? voice.preview(Preview.of(URI.create("https://fake.example/p.wav")))
                    : voice;
        }
    }

    /** Loses a voice with its preview. */
    public static final class LosesVoicesWithPreviews extends FakeProvider {
        public LosesVoicesWithPreviews() {
            super("loses-voices-with-previews", "R65");
        }

        @Override
        ClonedVoice.Builder voice(FakeCall call, FakeAnswer answer) {
            if (answer.trouble() == Trouble.PREVIEW_GONE) {
                throw Failures.exception(call.scope()
                        .failure(Category.DOWNLOAD, Reason.INCOMPLETE, Step.DOWNLOAD, "the preview is gone"));
            }
            return super.voice(call, answer);
        }
    }

    public static final class PreviewIsAWebPage extends FakeProvider {
        public PreviewIsAWebPage() {
            super("preview-is-a-web-page", "R50");
        }

        @Override
        ClonedVoice.Builder voice(FakeCall call, FakeAnswer answer) {
            ClonedVoice.Builder voice = super.voice(call, answer);
            return answer.preview() == null
                    ? voice
                    : voice.preview(Preview.of(call.host().page("/player")));
        }
    }

    public static final class TellsUsageUnasked extends FakeProvider {
        public TellsUsageUnasked() {
            super("tells-usage-unasked", "R52");
        }

        @Override
        Capabilities abilities() {
            return Capabilities.builder(limits("wav"))
                    .features(Feature.FILE_AUDIO)
                    .preview(500, List.of("model-1"), "model-1")
                    .build();
        }

        @Override
        ClonedVoice.Builder voice(FakeCall call, FakeAnswer answer) {
            return super.voice(call, answer).usage(new Usage(OptionalLong.of(1), OptionalLong.empty()));
        }
    }

    public static final class GivesNoVerdict extends FakeProvider {
        public GivesNoVerdict() {
            super("gives-no-verdict", "R53", "R54");
        }

        @Override
        ClonedVoice.Builder voice(FakeCall call, FakeAnswer answer) {
            return super.voice(call, answer).safety(null);
        }
    }

    public static final class FindsEverythingSafe extends FakeProvider {
        public FindsEverythingSafe() {
            super("finds-everything-safe", "R54");
        }

        @Override
        ClonedVoice.Builder voice(FakeCall call, FakeAnswer answer) {
            return super.voice(call, answer).safety(new SafetyVerdict(false, OptionalInt.empty(), "fine"));
        }
    }

    public static final class WarnsOfTheKey extends FakeProvider {
        public WarnsOfTheKey() {
            super("warns-of-the-key", "R60");
        }

        @Override
        ClonedVoice.Builder voice(FakeCall call, FakeAnswer answer) {
            return super.voice(call, answer).warnings(List.of("Sent with " + call.key() + '.'));
        }
    }

    public static final class SignsPreviewsWithTheKey extends FakeProvider {
        public SignsPreviewsWithTheKey() {
            super("signs-previews-with-the-key", "R61");
        }

        @Override
        ClonedVoice.Builder voice(FakeCall call, FakeAnswer answer) {
            ClonedVoice.Builder voice = super.voice(call, answer);
            return answer.preview() == null
                    ? voice
                    : voice.preview(Preview.of(URI.create(answer.preview() + "&key=" + call.key())));
        }
    }

    public static final class CannotBeClosed extends FakeProvider {
        public CannotBeClosed() {
            super("cannot-be-closed", "R18", "R21", "R56", "R57", "R58", "R62", "R80");
        }

        @Override
        boolean slow() {
            return true;
        }

        @Override
        void closed() {
            throw new IllegalStateException("not now");
        }
    }

    /** Its threads wait for something else than its end. */
    public static final class LeavesThreads extends FakeProvider {
        public LeavesThreads() {
            super("leaves-threads", "R58");
        }

        @Override
        void opened(FakeHost host) {
            Thread thread = new Thread(() -> host.awaitEnd(Duration.ofMinutes(1)), "left-behind");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
