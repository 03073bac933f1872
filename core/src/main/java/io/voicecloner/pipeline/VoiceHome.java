package io.voicecloner.pipeline;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.VoiceRef;
import io.voicecloner.spi.Failures;
import java.util.List;
import java.util.Optional;

/**
 * The provider and account whose voices one cloner can use.
 *
 * @param provider the provider's id
 * @param account the account's configured name; empty for the default account
 */
record VoiceHome(String provider, Optional<String> account) {
    boolean holds(VoiceRef voice) {
        return voice.provider().equals(provider) && voice.account().equals(account);
    }

    /** What is wrong with a voice that lives elsewhere; empty if it lives here. */
    Optional<Violation> strangerIn(VoiceRef voice) {
        return holds(voice)
                ? Optional.empty()
                : Optional.of(new Violation(
                        "voice",
                        "elsewhere",
                        "The voice lives at " + where(voice.provider(), voice.account()) + ", and this is "
                                + where(provider, account) + '.'));
    }

    void require(VoiceRef voice) {
        strangerIn(voice).ifPresent(violation -> {
            throw Failures.exception(FailureReport.of(
                            Category.INVALID_REQUEST, Reason.VIOLATIONS, Step.CHECK, "the request cannot be sent")
                    .provider(provider)
                    .violations(List.of(violation)));
        });
    }

    private static String where(String provider, Optional<String> account) {
        return provider + account.map(name -> '@' + name).orElse("");
    }
}
