package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.CheckReport;
import io.voicecloner.Violation;
import io.voicecloner.VoiceCloner;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of spec/002, at their edges; nothing leaves. */
class LimitsTest {
    @AutoClose
    private final NovitaBench novita = new NovitaBench();

    @ParameterizedTest
    @ValueSource(strings = {"a", "中", "\uD83C\uDF89"})
    @Tag("B34")
    @Tag("B35")
    void aPreviewTextHasAtMostTwoThousandCharacters(String character) {
        assertThat(fields(NovitaBench.AUDIO_URL, character.repeat(2000))).isEmpty();
        assertThat(fields(NovitaBench.AUDIO_URL, character.repeat(2001))).containsExactly("text");
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com/voice.mp3",
        "file:///etc/passwd",
        "voice.mp3",
        "'data:audio/mp3;base64,AAAA'",
        "https://10.0.0.1/voice.mp3",
        "https://localhost/voice.mp3",
    })
    @Tag("B76")
    @Tag("B77")
    @Tag("S8")
    void anAddressTheServiceCannotFetchIsRefused(String url) {
        assertThat(fields(url, "Hello.")).containsExactly("audio");
    }

    private List<String> fields(String audioUrl, String text) {
        try (VoiceCloner cloner = novita.open()) {
            CheckReport report = cloner.check(NovitaBench.of(audioUrl).withPreview(text));
            assertThat(novita.received()).isEmpty();
            return report.violations().stream().map(Violation::field).toList();
        }
    }
}
