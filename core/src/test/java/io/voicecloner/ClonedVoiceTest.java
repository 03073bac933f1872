package io.voicecloner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A voice that was made. */
class ClonedVoiceTest {
    private static final VoiceRef REF = VoiceRef.of("fake", "vc-1");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void forTestsOfAnApplicationAReferenceIsEnough() {
        ClonedVoice voice = ClonedVoice.of(REF);
        assertThat(voice.ref()).isEqualTo(REF);
        assertThat(voice.preview()).isEmpty();
        assertThat(voice.previewState()).isEqualTo(PreviewState.NOT_REQUESTED);
        assertThat(voice.confirmation()).isEqualTo(Confirmation.CONFIRMED);
        assertThat(voice.usage()).isEmpty();
        assertThat(voice.safety()).isEmpty();
        assertThat(voice.warnings()).isEmpty();
        assertThat(voice.orphans()).isEmpty();
        assertThat(voice.attempts()).isEqualTo(1);
        assertThat(voice.traceIds()).isEmpty();
        assertThat(Duration.between(voice.createdAt(), Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void unusedItLivesSevenDays() {
        assertThat(ClonedVoice.builder(REF, NOON).build().expiresIfUnusedAt())
                .isEqualTo(Instant.parse("2026-11-28T12:00:00Z"));
    }

    @Test
    void thePreviewIsThereExactlyIfItIsAvailable() {
        Preview preview = Preview.of(URI.create("https://audio.example/a.mp3"));
        ClonedVoice available = ClonedVoice.builder(REF, NOON).preview(preview).build();
        assertThat(available.preview()).contains(preview);
        assertThat(available.previewState()).isEqualTo(PreviewState.AVAILABLE);
        ClonedVoice lost = available.toBuilder().previewLost().build();
        assertThat(lost.preview()).isEmpty();
        assertThat(lost.previewState()).isEqualTo(PreviewState.LOST);
        assertThat(available.preview()).isPresent();
    }

    @Test
    void aCopyHoldsEverything() {
        ClonedVoice full = ClonedVoice.builder(REF, NOON)
                .preview(Preview.of(URI.create("https://audio.example/a.mp3")))
                .confirmation(Confirmation.INFERRED)
                .usage(new Usage(OptionalLong.of(10), OptionalLong.empty()))
                .safety(new SafetyVerdict(true, OptionalInt.of(3), "unsafe"))
                .warnings(List.of("w"))
                .orphans(List.of("o"))
                .attempts(2)
                .traceIds(List.of("t"))
                .build();
        assertThat(full.toBuilder().build()).usingRecursiveComparison().isEqualTo(full);
        assertThat(full).hasToString("ClonedVoice[fake:vc-1, INFERRED, preview AVAILABLE]");
    }

    @Test
    void listsCannotBeChangedFromOutside() {
        List<String> warnings = new ArrayList<>(List.of("w"));
        ClonedVoice voice = ClonedVoice.builder(REF, NOON).warnings(warnings).build();
        warnings.clear();
        assertThat(voice.warnings()).containsExactly("w");
        assertThatThrownBy(() -> voice.warnings().add("x")).isInstanceOf(UnsupportedOperationException.class);
    }
}
