package io.voicecloner.testkit;

import io.voicecloner.Category;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Delivery;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.spi.CallScope;
import java.time.Duration;

/** Providers that do not end when they are told to, or end with something that should not have been sent. */
final class BrokenEndings {
    /** Longer than anybody waits for the end of a clone that was given up, R57 aside. */
    private static final Duration LONG = Duration.ofSeconds(4);

    /** By which a wait for the deadline may end too soon. */
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private BrokenEndings() {}

    /** The base of those that wait in their own way for an answer that does not come. */
    abstract static class Waits extends FakeProvider {
        Waits(String id, String... breaks) {
            super(id, breaks);
        }

        @Override
        final boolean slow() {
            return true;
        }

        @Override
        final FakeAnswer answer(FakeCall call) {
            FakeAnswer answer = call.host().create(request(call));
            if (answer.trouble() == Trouble.SLOW) {
                Duration left = call.scope().remaining();
                await(call, left.compareTo(LONG) < 0 ? left : LONG);
            }
            return answer;
        }

        /** Waits for this time at most. */
        abstract void await(FakeCall call, Duration most);
    }

    public static final class SendsThoughCanceled extends FakeProvider {
        public SendsThoughCanceled() {
            super("sends-though-canceled", "R74", "R77");
        }

        @Override
        ClonedVoice made(FakeCall call, ProviderApi api) {
            try {
                return super.made(call, api);
            } catch (VoiceClonerException e) {
                if (call.scope().isCanceled()) {
                    asked(call);
                }
                throw e;
            }
        }
    }

    public static final class CannotBeInterrupted extends Waits {
        public CannotBeInterrupted() {
            super("cannot-be-interrupted", "R75");
        }

        @Override
        void await(FakeCall call, Duration most) {
            CallScope scope = call.scope();
            long end = System.nanoTime() + most.toNanos();
            boolean interrupted = false;
            while (!scope.isCanceled() && System.nanoTime() < end) {
                call.host().awaitEnd(Duration.ofMillis(5));
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Feels an interrupt and nothing else. */
    public static final class CannotBeCanceled extends Waits {
        public CannotBeCanceled() {
            super("cannot-be-canceled", "R76", "R80");
        }

        @Override
        void await(FakeCall call, Duration most) {
            call.host().awaitEnd(most);
        }
    }

    /** Thinks that what nobody waits for is not done. */
    public static final class SureThatNothingCameOfIt extends BrokenFailures.Told {
        public SureThatNothingCameOfIt() {
            super("sure-that-nothing-came-of-it", "R57", "R76", "R80");
        }

        @Override
        boolean slow() {
            return true;
        }

        @Override
        Outcome told(FakeCall call, Trouble trouble, Outcome honest) {
            return call.scope().isCanceled()
                    ? new Outcome(Category.CANCELED, honest.reasons(), Delivery.UNKNOWN, false)
                    : honest;
        }
    }

    public static final class TriesOnceMoreWhenItIsLate extends BrokenRetries.OneMore {
        public TriesOnceMoreWhenItIsLate() {
            super("tries-once-more-when-it-is-late", "R78", "R79");
        }

        @Override
        boolean slow() {
            return true;
        }

        @Override
        ClonedVoice after(VoiceClonerException failure, FakeCall call) {
            if (call.scope().remaining().compareTo(A_MOMENT) < 0) {
                call.host().create(request(call));
            }
            throw failure;
        }
    }

    public static final class UploadsInVain extends FakeProvider {
        public UploadsInVain() {
            super("uploads-in-vain", "R81");
        }

        @Override
        void requireReady(ProviderApi api, CallScope scope) {}

        @Override
        void upload(FakeCall call, ProviderApi api) {
            call.host().ping();
            super.upload(call, api);
        }
    }
}
