package org.example;

import io.voicecloner.CanceledException;
import io.voicecloner.ContentRejectedException;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.RateLimitedException;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.Violation;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import java.time.Duration;
import java.util.stream.Collectors;

/** What the person reads, and what the program does next. */
record Answer(Next next, String text) {
    /** The place in this list is the exit code. */
    enum Next {
        DONE,
        /** The person gives another recording or text. */
        CHANGE,
        /** Somebody of ours mends key, balance or configuration. */
        STAFF,
        /** No voice was made: the same job runs again after a while. */
        LATER,
        /** A voice may exist and be billed: somebody looks at the provider's before anything runs again. */
        LOOK_FIRST
    }

    /** The preview may be lost or found unsafe; the voice is there all the same. */
    static Answer ready(VoiceRef voice, boolean canBeHeard) {
        return new Answer(Next.DONE, "Your voice is ready" + (canBeHeard ? ": " : ", without a preview: ") + voice);
    }

    static Answer unknown() {
        return new Answer(Next.LOOK_FIRST, "Your voice is being made, or we lost track of it. We will tell you.");
    }

    static Answer to(VoiceClonerException failure) {
        if (failure instanceof ContentRejectedException) { // not taken to another provider
            // A voice may be there: it could not be asked for again, or an earlier answer was lost.
            Next next = failure.voiceMayExist() ? Next.LOOK_FIRST : Next.CHANGE;
            return new Answer(next, "This recording or text was found unsafe. We cannot use it.");
        } else if (failure.voiceMayExist()) { // AmbiguousOutcomeException, and a cancel that came too late
            return unknown();
        } else if (failure instanceof InvalidRequestException) {
            return new Answer(Next.CHANGE, "Please change this. " + complaints(failure));
        } else if (failure instanceof RateLimitedException limited) {
            Duration wait = limited.retryAfter().orElse(Duration.ofMinutes(1));
            return new Answer(Next.LATER, "Many people are here. Next try in " + wait.toSeconds() + " s.");
        } else if (failure instanceof ProviderUnavailableException
                || failure instanceof UnexpectedReplyException
                || failure instanceof CanceledException) {
            return new Answer(Next.LATER, "That did not work. We will try again.");
        }
        return new Answer(Next.STAFF, "That did not work, and it is our fault. We will tell you.");
    }

    /** Ours name everything wrong at once; the provider has a sentence at most. */
    private static String complaints(VoiceClonerException failure) {
        String all = failure.violations().stream().map(Violation::message).collect(Collectors.joining(" "));
        return all.isEmpty() ? failure.providerMessage().orElse("The recording cannot be used.") : all;
    }
}
