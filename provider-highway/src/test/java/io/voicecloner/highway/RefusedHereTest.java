package io.voicecloner.highway;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Delivery;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.Violation;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spec/003 has no field for, and what is beyond its limits: refused here, and nothing leaves. */
class RefusedHereTest {
    @AutoClose
    private final HighwayBench highway = new HighwayBench();

    @Test
    void theModelsOfThePageAreKnownAndNoOther() {
        try (VoiceCloner cloner = highway.open()) {
            assertThat(cloner.capabilities().models())
                    .containsExactlyInAnyOrder(
                            "speech-02-hd",
                            "speech-02-turbo",
                            "speech-2.5-hd-preview",
                            "speech-2.5-turbo-preview",
                            "speech-2.8-hd",
                            "speech-2.8-turbo");
            assertThat(cloner.capabilities().defaultModel())
                    .get()
                    .satisfies(
                            model -> assertThat(cloner.capabilities().models()).contains(model));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"speech-2.6-hd", "speech-2.6-turbo", "speech-9-hd"})
    void aModelThatThePageDoesNotListIsSentAndWarnedOf(String model) {
        ClonedVoice voice = highway.clone(HighwayBench.plain().withPreview("A gentle breeze.", model));

        assertThat(highway.request().text()).contains("\"model\":\"" + model + '"');
        assertThat(voice.warnings()).anySatisfy(warning -> assertThat(warning).contains(model));
    }

    @Test
    void aModelOfThePageIsNotWarnedOf() {
        assertThat(highway.clone(HighwayBench.withPreview()).warnings())
                .noneSatisfy(warning -> assertThat(warning).contains("speech-2.8-hd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "中", "\uD83C\uDF89"})
    void aPreviewTextHasAtMostTwoThousandCharacters(String character) {
        assertThat(violations(HighwayBench.plain().withPreview(character.repeat(2000))))
                .isEmpty();
        assertThat(violations(HighwayBench.plain().withPreview(character.repeat(2001))))
                .containsExactly("text");
    }

    /** 123 is what the page's own example says. */
    @ParameterizedTest
    @ValueSource(doubles = {123, -0.01, 1.01, Double.NaN})
    void anAccuracyIsFromZeroToOne(double accuracy) {
        assertRefused(HighwayBench.plain().withAccuracy(accuracy), "accuracy");
    }

    @Test
    void whatThePageHasNoFieldForIsRefused() {
        assertRefused(HighwayBench.plain().withVoiceId("MiniMax001"), "voiceId");
        assertRefused(HighwayBench.plain().withLanguage("English"), "language");
        assertRefused(HighwayBench.plain().withWatermark(true), "watermark");
        assertRefused(HighwayBench.plain().withWatermark(false), "watermark");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertRefused(
                HighwayBench.plain()
                        .withVoiceId("MiniMax001")
                        .withLanguage("English")
                        .withWatermark(true)
                        .withAccuracy(2),
                "voiceId",
                "language",
                "watermark",
                "accuracy");
    }

    @Test
    void aLocalRecordingIsRefusedWhereNobodyPublishesIt() {
        VoiceClonerException failure = assertRefused(CloneRequest.of(AudioSource.bytes(wav(11))), "audio");

        assertThat(failure.violations()).extracting(Violation::rule).containsExactly("no-audio-host");
    }

    @Test
    void aLocalPromptIsRefusedWhereNobodyPublishesIt() {
        assertRefused(HighwayBench.plain().withPrompt(AudioSource.bytes(wav(4)), "It sounds natural."), "promptAudio");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/voice.mp3",
                "http://127.0.0.1/voice.mp3",
                "file:///etc/passwd",
                "data:audio/mp3;base64,AAAA",
                "https://10.0.0.1/voice.mp3",
                "https://localhost/voice.mp3"
            })
    void anAddressThatTheServiceCannotFetchIsRefused(String url) {
        assertRefused(CloneRequest.of(AudioSource.url(URI.create(url))), "audio");
    }

    private VoiceClonerException assertRefused(CloneRequest request, String... fields) {
        VoiceClonerException failure = highway.failure(request);

        assertThat(failure).isInstanceOf(InvalidRequestException.class);
        assertThat(failure.violations()).extracting(Violation::field).containsExactlyInAnyOrder(fields);
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(highway.received()).isEmpty();
        return failure;
    }

    private List<String> violations(CloneRequest request) {
        try (VoiceCloner cloner = highway.open()) {
            return cloner.check(request).violations().stream()
                    .map(Violation::field)
                    .toList();
        }
    }

    /** Silence of this length: wav, 8 kHz, one channel, 16 bits. */
    private static byte[] wav(int seconds) {
        int samples = seconds * 16_000;
        return ByteBuffer.allocate(44 + samples)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + samples)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8000)
                .putInt(16_000)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(samples)
                .array();
    }
}
