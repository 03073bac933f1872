package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Feature;
import io.voicecloner.RateLimitedException;
import io.voicecloner.VoiceClonerException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** What an application is told when something goes wrong. */
final class FailureRules {
    private static final String GROUP = "failures";

    /** Those after which somebody must do something, and can only be told what. */
    private static final Set<Trouble> NEEDS_A_HINT = EnumSet.of(
            Trouble.KEY_REFUSED,
            Trouble.PERMISSION_DENIED,
            Trouble.BALANCE_EMPTY,
            Trouble.RATE_LIMITED,
            Trouble.VOICE_ID_TAKEN,
            Trouble.WRONG_PATH);

    private FailureRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                outcome("R27", "a refused key is a matter of access", Trouble.KEY_REFUSED),
                outcome("R28", "an account that may not clone is a matter of access", Trouble.PERMISSION_DENIED),
                outcome("R29", "an empty balance is a matter of quota", Trouble.BALANCE_EMPTY),
                outcome("R30", "too many requests were not carried out and may come again", Trouble.RATE_LIMITED),
                outcome("R31", "unsafe content is rejected, and nothing else", Trouble.CONTENT_REJECTED),
                outcome("R32", "an unsafe preview may leave a voice behind", Trouble.PREVIEW_REJECTED)
                        .needs(Feature.PREVIEW),
                outcome("R33", "an id that is taken is told as that", Trouble.VOICE_ID_TAKEN)
                        .needs(Feature.CHOSEN_VOICE_ID),
                outcome("R34", "a refused parameter is an invalid request", Trouble.PARAMETER_REFUSED),
                outcome("R35", "a refused recording is an invalid request", Trouble.AUDIO_REFUSED),
                outcome("R36", "a path that the server does not have is a matter of configuration", Trouble.WRONG_PATH),
                outcome(
                        "R37",
                        "after a fault of the provider nobody knows whether a voice exists",
                        Trouble.PROVIDER_FAULT),
                outcome("R38", "a code that nobody listed proves nothing", Trouble.UNLISTED_CODE),
                outcome("R39", "a web page in place of an answer is an answer lost", Trouble.NOT_JSON),
                outcome("R40", "nothing in place of an answer is an answer lost", Trouble.EMPTY_BODY),
                outcome("R41", "half an answer is an answer lost", Trouble.TRUNCATED),
                outcome(
                        "R42",
                        "a connection that ends before the voice is made leaves it open",
                        Trouble.DROPPED_BEFORE_ACTING),
                outcome(
                        "R43",
                        "a connection that ends after the voice is made leaves it open",
                        Trouble.DROPPED_AFTER_ACTING),
                outcome("R44", "a deadline that passes after sending leaves it open", Trouble.SLOW),
                rule("R45", "the provider's own code, words and trace id are passed on", FailureRules::ownWords),
                rule("R46", "the time that the provider asks to wait is passed on", FailureRules::waits)
                        .needs(Trouble.RATE_LIMITED),
                rule("R47", "a failure names its provider and step and says what to do next", FailureRules::whatNext),
                rule(
                        "R48",
                        "nothing is sent twice where one attempt is allowed, whatever goes wrong",
                        FailureRules::nothingTwice));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, GROUP, title, check);
    }

    static ContractRule outcome(String id, String title, Trouble trouble) {
        Outcome expected = Outcome.of(trouble).orElseThrow();
        return rule(id, title, bench -> {
                    VoiceClonerException failure = bench.failureBy(trouble);
                    assertEquals(expected.category(), failure.category(), () -> "the leaf of: " + failure);
                    assertTrue(
                            expected.reasons().contains(failure.reason()),
                            () -> failure.reason() + " is none of " + expected.reasons() + ": " + failure);
                    assertEquals(expected.delivery(), failure.delivery(), () -> "the delivery of: " + failure);
                    assertEquals(
                            expected.voiceMayExist(), failure.voiceMayExist(), () -> "voiceMayExist of: " + failure);
                })
                .needs(trouble);
    }

    private static void ownWords(Bench bench) {
        forEachFailure(bench, (trouble, at) -> {
            VoiceClonerException failure = at.failureBy(trouble);
            Said said = at.host().said();
            said(trouble, "code", said.code(), failure.providerCode());
            said(trouble, "message", said.message(), failure.providerMessage());
            said(trouble, "trace id", said.traceId(), failure.traceId());
        });
    }

    private static void said(Trouble trouble, String what, Optional<String> said, Optional<String> told) {
        if (said.isPresent()) {
            assertEquals(said, told, () -> "the provider's " + what + " after \"" + trouble.words() + '"');
        }
    }

    private static void waits(Bench bench) {
        VoiceClonerException failure = bench.failureBy(Trouble.RATE_LIMITED);
        if (bench.host().said().retryAfter().isEmpty()) {
            throw new TestAbortedException("needs a host that says how long to wait");
        }
        RateLimitedException refusal = assertInstanceOf(RateLimitedException.class, failure);
        assertEquals(bench.host().said().retryAfter(), refusal.retryAfter(), "how long to wait");
    }

    private static void whatNext(Bench bench) {
        forEachFailure(bench, (trouble, at) -> {
            VoiceClonerException failure = at.failureBy(trouble);
            String after = "after \"" + trouble.words() + "\": " + failure;
            assertEquals(Optional.of(at.host().provider()), failure.provider(), "the provider " + after);
            assertEquals(
                    !trouble.endsBeforeCreating(),
                    failure.step().createsVoice(),
                    () -> "whether the step \"" + failure.step().doing() + "\" makes voices " + after);
            assertEquals(1, failure.attempts(), "the attempts " + after);
            if (NEEDS_A_HINT.contains(trouble)) {
                assertTrue(failure.hint().isPresent(), "no hint " + after);
            }
            if (failure instanceof AmbiguousOutcomeException ambiguous) {
                assertFalse(ambiguous.checks().isEmpty(), "no way to find out " + after);
            }
        });
    }

    private static void nothingTwice(Bench bench) {
        forEachFailure(bench, (trouble, at) -> {
            at.failureBy(trouble);
            int expected = trouble.endsBeforeCreating() ? 0 : 1;
            assertEquals(
                    expected, at.host().creates(), () -> "requests to make a voice, with \"" + trouble.words() + '"');
        });
    }

    /** Each with a host of its own. */
    private static void forEachFailure(Bench bench, BiConsumer<Trouble, Bench> check) {
        List<Trouble> troubles = bench.quickFailures().toList();
        if (troubles.isEmpty()) {
            throw new TestAbortedException("needs a host that can provoke a failure");
        }
        for (Trouble trouble : troubles) {
            try (Bench fresh = bench.another()) {
                check.accept(trouble, fresh);
            }
        }
    }
}
