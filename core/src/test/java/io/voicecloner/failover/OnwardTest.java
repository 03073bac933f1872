package io.voicecloner.failover;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.FailoverOn;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.Failures;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether anybody else is asked, failure by failure. */
@Tag("faults")
class OnwardTest {
    private static final Set<FailoverOn> NOTHING_ELSE = Set.of();
    private static final Set<FailoverOn> EVERYTHING = EnumSet.allOf(FailoverOn.class);

    @ParameterizedTest
    @CsvSource({
        "PROVIDER_UNAVAILABLE, DNS, CLONE, NOT_SENT",
        "PROVIDER_UNAVAILABLE, CONNECT, UPLOAD, NOT_SENT",
        "PROVIDER_UNAVAILABLE, CONNECT_TIMEOUT, CLONE, NOT_SENT",
        "PROVIDER_UNAVAILABLE, TLS, CLONE, NOT_SENT",
        "PROVIDER_UNAVAILABLE, BREAKER_OPEN, CLONE, NOT_SENT",
        "PROVIDER_UNAVAILABLE, OVERLOADED, CLONE, NOT_SENT",
        "PROVIDER_UNAVAILABLE, TIMEOUT, UPLOAD, UNKNOWN",
        "PROVIDER_UNAVAILABLE, PROVIDER_FAULT, UPLOAD, UNKNOWN",
        "UNEXPECTED_REPLY, NOT_JSON, UPLOAD, ANSWER_LOST",
        "RATE_LIMITED, RATE, CLONE, REFUSED",
        "RATE_LIMITED, RATE, CLONE, NOT_SENT",
        "RATE_LIMITED, CONCURRENCY, UPLOAD, REFUSED",
        "DOWNLOAD, INCOMPLETE, FETCH, UNKNOWN",
        "CONFIGURATION, INVALID_SETTING, PUBLISH, NOT_SENT",
        "PROVIDER_UNAVAILABLE, RATE_GATE, CLONE, NOT_SENT"
    })
    void whatMadeNoVoiceAndMayPassElsewhereGoesOn(Category category, Reason reason, Step step, Delivery delivery) {
        assertThat(Onward.after(failure(category, reason, step, delivery), NOTHING_ELSE))
                .isTrue();
    }

    @Test
    void aProviderThatLacksSomethingWasNotAskedAtAll() {
        assertThat(Onward.after(ScriptedCloner.incapable("a"), NOTHING_ELSE)).isTrue();
    }

    @ParameterizedTest
    @Tag("F59")
    @CsvSource({
        "CONTENT_REJECTED, INPUT_CONTENT, CLONE, REJECTED",
        "CONTENT_REJECTED, INPUT_CONTENT, UPLOAD, REJECTED",
        "CONTENT_REJECTED, OUTPUT_CONTENT, CLONE, REJECTED",
        "INVALID_REQUEST, PARAMETER, CLONE, REJECTED",
        "INVALID_REQUEST, AUDIO, UPLOAD, REJECTED",
        "INVALID_REQUEST, REQUEST, CLONE, REJECTED",
        "PROVIDER_UNAVAILABLE, CERTIFICATE, CLONE, NOT_SENT",
        "PROVIDER_UNAVAILABLE, DEADLINE, CLONE, NOT_SENT",
        "PROVIDER_UNAVAILABLE, DEADLINE, PUBLISH, UNKNOWN",
        "CANCELED, CANCELED, PUBLISH, UNKNOWN",
        "PROVIDER_UNAVAILABLE, UNLISTED_CODE, UPLOAD, UNKNOWN",
        "UNEXPECTED_REPLY, UNREADABLE, UPLOAD, REJECTED",
        "UNEXPECTED_REPLY, REDIRECT, UPLOAD, REJECTED",
        "UNEXPECTED_REPLY, UNREADABLE, CLONE, REJECTED",
        "VOICE_ID_TAKEN, DUPLICATE, CLONE, REJECTED",
        "VOICE_ID_TAKEN, IN_FLIGHT, CLONE, NOT_SENT",
        "ACCESS, FOREIGN_VOICE, CLONE, REJECTED",
        "CONFIGURATION, MISCONFIGURED_ENDPOINT, CLONE, REJECTED",
        "CONFIGURATION, INVALID_SETTING, CONFIGURE, NOT_SENT",
        "CANCELED, CANCELED, UPLOAD, UNKNOWN",
        "DOWNLOAD, UNSAFE_URL, FETCH, REJECTED",
        "DOWNLOAD, NOT_AUDIO, FETCH, REJECTED",
        "DOWNLOAD, TOO_LARGE, FETCH, REJECTED"
    })
    void whatSomebodyMustSeeIsNeverTakenElsewhere(Category category, Reason reason, Step step, Delivery delivery) {
        assertThat(Onward.after(failure(category, reason, step, delivery), EVERYTHING))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Delivery.class,
            names = {"INCOMPLETE", "UNKNOWN", "ANSWER_LOST"})
    void anOutcomeThatNobodyKnowsIsNeverLeft(Delivery delivery) {
        for (Category category : Category.values()) {
            assertThat(Onward.after(failure(category, Reason.TIMEOUT, Step.CLONE, delivery), EVERYTHING))
                    .as("%s", category)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @Tag("F60")
    @CsvSource({
        "QUOTA, BALANCE, QUOTA",
        "QUOTA, PLAN, QUOTA",
        "ACCESS, PERMISSION, PERMISSION",
        "ACCESS, KEY, ACCESS",
        "ACCESS, REGION, ACCESS"
    })
    void anAccountThatNeedsItsOwnerIsLeftOnlyIfSaidSo(Category category, Reason reason, FailoverOn cause) {
        VoiceClonerException failure = failure(category, reason, Step.CLONE, Delivery.REJECTED);

        assertThat(Onward.after(failure, NOTHING_ELSE)).isFalse();
        assertThat(Onward.after(failure, EnumSet.complementOf(EnumSet.of(cause))))
                .isFalse();
        assertThat(Onward.after(failure, Set.of(cause))).isTrue();
    }

    private static VoiceClonerException failure(Category category, Reason reason, Step step, Delivery delivery) {
        return Failures.exception(ScriptedCloner.failure("a", category, reason, step)
                .delivery(delivery)
                .violations(List.of()));
    }
}
