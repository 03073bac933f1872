package io.voicecloner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What to clone, and how: values that change only by copy. */
class CloneRequestTest {
    private static final AudioSource AUDIO = AudioSource.file(Path.of("me.wav"));
    private static final AudioSource PROMPT = AudioSource.file(Path.of("short.wav"));

    static Stream<UnaryOperator<CloneRequest>> changes() {
        return Stream.of(
                request -> request.withVoiceId("vc-123456"),
                request -> request.withPrompt(PROMPT, "Words."),
                request -> request.withPreview("Hello."),
                request -> request.withPreview("Hello.", "model-1"),
                request -> request.withLanguage("English"),
                request -> request.withAccuracy(0.5),
                request -> request.withNoiseReduction(true),
                request -> request.withVolumeNormalization(false),
                request -> request.withWatermark(true),
                request -> request.withDeadline(Duration.ofSeconds(1)),
                request -> request.withProgress((step, sent, total) -> {}),
                request -> request.withConsent("contract 117"),
                request -> request.withRecordingsDeleted(true));
    }

    @Test
    void whatIsNotSetIsEmptyAndNotFalse() {
        assertThat(CloneRequest.of(AUDIO)).extracting("values").hasAllNullFieldsOrPropertiesExcept("audio");
        assertThat(CloneRequest.of(AUDIO).noiseReduction()).isEmpty();
        assertThat(CloneRequest.of(AUDIO).withNoiseReduction(false).noiseReduction())
                .contains(false);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangedCopyLeavesTheOriginalAlone(UnaryOperator<CloneRequest> change) {
        CloneRequest original = CloneRequest.of(AUDIO);
        CloneRequest changed = change.apply(original);
        assertThat(original).usingRecursiveComparison().isEqualTo(CloneRequest.of(AUDIO));
        assertThat(changed).usingRecursiveComparison().isNotEqualTo(original);
        assertThat(changed.audio()).isSameAs(AUDIO);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangedCopyKeepsWhatWasSetBefore(UnaryOperator<CloneRequest> change) {
        CloneRequest all =
                changes().reduce(CloneRequest.of(AUDIO), (request, each) -> each.apply(request), (a, b) -> b);
        assertThat(change.apply(all))
                .usingRecursiveComparison()
                .ignoringFields("values.preview", "values.progress")
                .isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Vertrag 2026/117, Anlage §3", "契約 117"})
    @Tag("S21")
    void aReferenceToAConsentIsKeptAsItIs(String reference) {
        assertThat(CloneRequest.of(AUDIO).withConsent(reference).consent()).contains(reference);
        assertThat(CloneRequest.of(AUDIO).withConsent("x".repeat(200)).consent())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CANARY\n117", "CANARY\0", "CANARY\u202e", "CANARY\ud83d"})
    @Tag("S21")
    void aReferenceThatCannotBePrintedIsRefusedWithoutQuotingIt(String reference) {
        CloneRequest request = CloneRequest.of(AUDIO);
        assertThatThrownBy(() -> request.withConsent(reference))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("CANARY");
        assertThatThrownBy(() -> request.withConsent("x".repeat(201))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void aDeadlineIsLongerThanNothing(String limit) {
        CloneRequest request = CloneRequest.of(AUDIO);
        assertThatThrownBy(() -> request.withDeadline(Duration.parse(limit)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
