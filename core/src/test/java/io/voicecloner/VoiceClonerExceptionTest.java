package io.voicecloner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.spi.Failures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exception carries, and that it survives a journey. */
class VoiceClonerExceptionTest {
    @ParameterizedTest
    @EnumSource
    void everyLeafSurvivesSerializationWithAllItCarries(Category category) throws Exception {
        VoiceClonerException failure = Failures.exception(full(category), new IOException("why"));
        VoiceClonerException copy = copyOf(failure);
        assertThat(copy).hasSameClassAs(failure).hasMessage(failure.getMessage());
        assertThat(copy.report()).usingRecursiveComparison().isEqualTo(failure.report());
        assertThat(copy).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void everythingReportedCanBeAsked() {
        VoiceClonerException failure = Failures.exception(full(Category.AMBIGUOUS_OUTCOME));
        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(failure.step()).isEqualTo(Step.CLONE);
        assertThat(failure.provider()).contains("fake");
        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.providerCode()).contains("1001");
        assertThat(failure.providerMessage()).contains("timeout");
        assertThat(failure.traceId()).contains("t-1");
        assertThat(failure.voiceId()).contains("vc-1");
        assertThat(failure.attempts()).isEqualTo(2);
        assertThat(failure.hint()).contains("Look.");
        assertThat(failure.orphans()).containsExactly("file-1");
        assertThat(failure.violations()).singleElement().hasToString("audio: It is empty.");
        assertThat(((AmbiguousOutcomeException) failure).checks()).containsExactly("Look here.");
        RateLimitedException limited = (RateLimitedException) Failures.exception(full(Category.RATE_LIMITED));
        assertThat(limited.retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void aCopyOfAReportSaysTheSame() {
        FailureReport report = full(Category.AMBIGUOUS_OUTCOME).build();
        assertThat(report.toBuilder().build()).usingRecursiveComparison().isEqualTo(report);
    }

    @ParameterizedTest
    @EnumSource
    void aVoiceMayExistExactlyIfTheStepThatMakesOneMayHaveBeenCarriedOut(Delivery delivery) {
        for (Step step : Step.values()) {
            boolean mayExist = failure(step, delivery).voiceMayExist();
            assertThat(mayExist).isEqualTo(step == Step.CLONE && delivery.mayHaveActed());
        }
    }

    @ParameterizedTest
    @EnumSource
    void moneyMayBeSpentWhereAVoiceOrSpeechMayHaveComeOfIt(Delivery delivery) {
        for (Step step : Step.values()) {
            boolean expected = switch (step) {
                case CLONE, SPEAK -> delivery.mayHaveActed();
                case AWAIT_SPEECH, FETCH_SPEECH -> true;
                default -> false;
            };
            assertThat(failure(step, delivery).moneyMayBeSpent()).as("%s", step).isEqualTo(expected);
        }
    }

    @Test
    void speechThatWasHandedOutMayBeBilledWhateverTheProviderSaidAfterIt() {
        VoiceClonerException refused = Failures.exception(
                FailureReport.of(Category.CONTENT_REJECTED, Reason.OUTPUT_CONTENT, Step.SPEAK, "unsafe")
                        .delivery(Delivery.REJECTED)
                        .bytesDelivered(700));

        assertThat(refused.moneyMayBeSpent()).isTrue();
        assertThat(refused.bytesDelivered()).isEqualTo(700);
        assertThat(refused).hasMessageContaining("700 bytes of audio were handed out before, and may be billed.");
        assertThat(Failures.exception(refused.report().toBuilder()).moneyMayBeSpent())
                .isTrue();
    }

    @Test
    void listsCannotBeChangedFromOutside() {
        List<String> orphans = new ArrayList<>(List.of("file-1"));
        VoiceClonerException failure = Failures.exception(full(Category.QUOTA).orphans(orphans));
        orphans.clear();
        assertThat(failure.orphans()).containsExactly("file-1");
        assertThatThrownBy(() -> failure.orphans().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\u001B[31mb", "a\0b", "${jndi:ldap://x}"})
    void theProvidersWordsAreKeptButForControlCharacters(String words) {
        VoiceClonerException failure = Failures.exception(full(Category.QUOTA).providerMessage(words));
        assertThat(failure.providerMessage().orElseThrow()).hasSameSizeAs(words).matches("\\P{Cntrl}*");
    }

    @Test
    void theProvidersWordsAreCutAfterTwoHundredCharacters() {
        String party = "\uD83C\uDF89";
        FailureReport.Builder report =
                full(Category.QUOTA).providerMessage(party.repeat(500)).providerCode("1".repeat(500));
        assertThat(Failures.exception(report).providerMessage()).contains(party.repeat(200));
        assertThat(Failures.exception(report).providerCode()).contains("1".repeat(200));
    }

    private static FailureReport.Builder full(Category category) {
        return FailureReport.of(category, Reason.TIMEOUT, Step.CLONE, "no answer came")
                .provider("fake")
                .delivery(Delivery.UNKNOWN)
                .providerCode("1001")
                .providerMessage("timeout")
                .traceId("t-1")
                .voiceId("vc-1")
                .retryAfter(Duration.ofSeconds(7))
                .hint("Look.")
                .attempts(2)
                .violations(List.of(new Violation("audio", "empty", "It is empty.")))
                .checks(List.of("Look here."))
                .orphans(List.of("file-1"))
                .bytesDelivered(9);
    }

    private static VoiceClonerException failure(Step step, Delivery delivery) {
        return Failures.exception(
                FailureReport.of(Category.QUOTA, Reason.BALANCE, step, "broke").delivery(delivery));
    }

    private static VoiceClonerException copyOf(VoiceClonerException failure) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (VoiceClonerException) in.readObject();
        }
    }
}
