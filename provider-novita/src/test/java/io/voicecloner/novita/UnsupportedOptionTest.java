package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Delivery;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.Violation;
import io.voicecloner.VoiceClonerException;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What spec/002 has no field for is refused here, and nothing leaves; what it may know by now is sent with a warning. */
class UnsupportedOptionTest {
    @AutoClose
    private final NovitaBench novita = new NovitaBench();

    static Stream<Arguments> unsupported() {
        return Map.of(
                        "voiceId", NovitaBench.plain().withVoiceId("MiniMax001"),
                        "language", NovitaBench.plain().withLanguage("English"),
                        "watermark", NovitaBench.plain().withWatermark(true))
                .entrySet()
                .stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsupported")
    @Tag("B30")
    void anOptionWithoutAFieldIsRefusedBeforeAnythingIsSent(String field, CloneRequest request) {
        VoiceClonerException failure = novita.failure(request);

        assertThat(failure).isInstanceOf(InvalidRequestException.class);
        assertThat(failure.violations()).extracting(Violation::field).containsExactly(field);
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(novita.received()).isEmpty();
    }

    @Test
    void anUnknownModelIsSentAndWarnedOf() {
        ClonedVoice voice = novita.clone(NovitaBench.plain().withPreview("A gentle breeze.", "speech-01-hd"));

        assertThat(novita.request().text()).contains("\"speech-01-hd\"");
        assertThat(voice.warnings()).anySatisfy(warning -> assertThat(warning).contains("speech-01-hd"));
    }

    @Test
    void aTranscriptWithoutFinalPunctuationIsSentAndWarnedOf() {
        ClonedVoice voice = novita.clone(NovitaBench.plain()
                .withPrompt(AudioSource.url(URI.create("https://example.com/prompt.mp3")), "it can be tough"));

        assertThat(novita.request().text()).contains("\"it can be tough\"");
        assertThat(voice.warnings()).anySatisfy(warning -> assertThat(warning).contains("punctuation"));
    }

    @Test
    void aKnownModelIsNotWarnedOf() {
        assertThat(novita.clone(NovitaBench.withPreview()).warnings())
                .noneSatisfy(warning -> assertThat(warning).contains("speech-2.8-hd"));
    }
}
