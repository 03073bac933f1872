package io.voicecloner.testkit;

import io.voicecloner.ClonedVoice;
import io.voicecloner.Confirmation;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceRef;
import java.net.URI;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Providers that send something else than they were asked to, or call its voice something else. */
final class BrokenRequests {
    private BrokenRequests() {}

    public static final class DoubtsItsVoices extends FakeProvider {
        public DoubtsItsVoices() {
            super("doubts-its-voices", "R13");
        }

        @Override
        ClonedVoice.Builder voice(FakeCall call, FakeAnswer answer) {
            return super.voice(call, answer).confirmation(Confirmation.INFERRED);
        }
    }

    public static final class SendsDefaults extends FakeProvider {
        public SendsDefaults() {
            super("sends-defaults", "R14", "R15");
        }

        @Override
        FakeRequest request(FakeCall call) {
            return super.request(call).with(Feature.NOISE_REDUCTION);
        }
    }

    public static final class DropsAnOption extends FakeProvider {
        public DropsAnOption() {
            super("drops-an-option", "R15", "R16");
        }

        @Override
        FakeRequest request(FakeCall call) {
            return super.request(call).without(Feature.WATERMARK);
        }
    }

    public static final class DropsPromptBesidePreview extends FakeProvider {
        public DropsPromptBesidePreview() {
            super("drops-prompt-beside-preview", "R16");
        }

        @Override
        FakeRequest request(FakeCall call) {
            FakeRequest honest = super.request(call);
            return honest.asked().contains(Feature.PREVIEW) ? honest.without(Feature.PROMPT) : honest;
        }
    }

    public static final class NamesAnotherProvider extends FakeProvider {
        public NamesAnotherProvider() {
            super("names-another-provider", "R17");
        }

        @Override
        VoiceRef ref(FakeCall call, FakeAnswer answer) {
            VoiceRef honest = super.ref(call, answer);
            return honest.account().isPresent() ? honest : VoiceRef.of("somebody-else", honest.id());
        }
    }

    public static final class ForgetsTheAccount extends FakeProvider {
        public ForgetsTheAccount() {
            super("forgets-the-account", "R18");
        }

        @Override
        VoiceRef ref(FakeCall call, FakeAnswer answer) {
            return VoiceRef.of(id(), answer.voiceId());
        }
    }

    public static final class IgnoresTheChosenId extends FakeProvider {
        public IgnoresTheChosenId() {
            super("ignores-the-chosen-id", "R19", "R55", "R67", "R70", "R71");
        }

        @Override
        FakeRequest request(FakeCall call) {
            return super.request(call).under("vc-mine-" + System.nanoTime());
        }
    }

    /** What it remembers of its first voice is told to everybody. */
    public static final class TellsTheFirstVoiceAgain extends FakeProvider {
        private volatile @Nullable VoiceRef first;

        public TellsTheFirstVoiceAgain() {
            super("tells-the-first-voice-again", "R20", "R55");
        }

        @Override
        VoiceRef ref(FakeCall call, FakeAnswer answer) {
            VoiceRef honest = super.ref(call, answer);
            VoiceRef told = first == null || honest.account().isPresent() ? honest : first;
            first = told;
            return told;
        }

        @Override
        void opened(FakeHost host) {
            first = null;
        }
    }

    /** What it sends is kept where other threads see it. */
    public static final class SharesState extends FakeProvider {
        private final CyclicBarrier two = new CyclicBarrier(2);
        private volatile @Nullable VoiceRef last;

        public SharesState() {
            super("shares-state", "R55");
        }

        @Override
        VoiceRef ref(FakeCall call, FakeAnswer answer) {
            VoiceRef honest = super.ref(call, answer);
            last = honest;
            if (call.host().creates() > 4) {
                awaitAnother();
            }
            VoiceRef told = last;
            return told == null ? honest : told;
        }

        private void awaitAnother() {
            try {
                two.await(100, TimeUnit.MILLISECONDS);
            } catch (Exception alone) {
                two.reset();
            }
        }
    }

    public static final class MindsTheLastSlash extends FakeProvider {
        public MindsTheLastSlash() {
            super("minds-the-last-slash", "R21");
        }

        @Override
        FakeHost host(ProviderSettings settings) {
            return FakeHost.at(settings.baseUrl().orElseThrow().toString());
        }
    }

    public static final class TakesAnyBaseUrl extends FakeProvider {
        public TakesAnyBaseUrl() {
            super("takes-any-base-url", "R22");
        }

        @Override
        void requireSafe(URI baseUrl) {}

        @Override
        FakeHost host(ProviderSettings settings) {
            return "https".equals(settings.baseUrl().orElseThrow().getScheme())
                    ? super.host(settings)
                    : FakeHost.startedFor(id()).get(0);
        }
    }
}
