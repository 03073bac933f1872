package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Preview;
import io.voicecloner.PreviewState;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code demo_audio} and {@code extra_info}, which come or stay away independently of each other. */
class PreviewReplyTest {
    private static final String URL = "https://filecdn.example/public/8b3e0782.mp3?Expires=9&Signature=s3cr3t";

    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @Test
    void anAddressIsThePreviewWithAllThatIsSaidOfIt() {
        ClonedVoice voice = cloned(
                Requests.withPreview(),
                "\"demo_audio\":\"" + URL + "\",\"extra_info\":{"
                        + "\"audio_length\":11124,\"audio_sample_rate\":32000,\"audio_size\":179926,\"bitrate\":128000,"
                        + "\"word_count\":17,\"usage_characters\":18}");

        assertThat(voice.previewState()).isEqualTo(PreviewState.AVAILABLE);
        Preview preview = voice.preview().orElseThrow();
        assertThat(preview.uri()).isEqualTo(URI.create(URL));
        assertThat(preview.length()).contains(Duration.ofMillis(11124));
        assertThat(preview.sampleRate()).hasValue(32000);
        assertThat(preview.bytes()).hasValue(179926);
        assertThat(preview.bitrate()).hasValue(128000);
        assertThat(voice.usage().orElseThrow().words()).hasValue(17);
        assertThat(voice.usage().orElseThrow().characters()).hasValue(18);
        assertThat(preview.toString()).doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://cdn.example/a.wav", "https://cdn.example/a", "https://cdn.example/a.b%2Fc.bin?x=%20"})
    void anyExtensionWillDo(String url) {
        assertThat(cloned(Requests.withPreview(), "\"demo_audio\":\"" + url + "\"")
                        .preview())
                .contains(Preview.of(URI.create(url)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"demo_audio\":\"\"", "\"demo_audio\":null", "\"unknown\":1"})
    void aPreviewThatWasAskedForAndDidNotComeIsLost(String fields) {
        ClonedVoice voice = cloned(Requests.withPreview(), fields);

        assertThat(voice.previewState()).isEqualTo(PreviewState.LOST);
        assertThat(voice.preview()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"demo_audio\":\"\"", "\"demo_audio\":null", "\"unknown\":1"})
    void withoutATextNoPreviewIsMissed(String fields) {
        ClonedVoice voice = cloned(Requests.plain(), fields);

        assertThat(voice.previewState()).isEqualTo(PreviewState.NOT_REQUESTED);
        assertThat(voice.preview()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"not an address\"", "\"https://\"", "\"/a.mp3\"", "\"null\""})
    void aVoiceIsNotLostBecauseItsPreviewHasNoUsableAddress(String address) {
        ClonedVoice voice = cloned(Requests.withPreview(), "\"demo_audio\":" + address);

        assertThat(voice.ref().id()).isEqualTo(MiniMaxBench.VOICE_ID);
        assertThat(voice.previewState()).isEqualTo(PreviewState.LOST);
    }

    @Test
    void aLostPreviewIsBilledAllTheSame() {
        ClonedVoice voice = cloned(
                Requests.withPreview(),
                "\"demo_audio\":\"\",\"extra_info\":{\"usage_characters\":9223372036854775807}");

        assertThat(voice.previewState()).isEqualTo(PreviewState.LOST);
        assertThat(voice.usage().orElseThrow().characters()).hasValue(Long.MAX_VALUE);
        assertThat(voice.usage().orElseThrow().words()).isEmpty();
    }

    @Test
    void whatIsLeftOutOfTheFactsIsUnknown() {
        Preview preview = cloned(
                        Requests.withPreview(),
                        "\"demo_audio\":\"" + URL + "\",\"extra_info\":{\"audio_size\":5000000000,\"bitrate\":null}")
                .preview()
                .orElseThrow();

        assertThat(preview.bytes()).hasValue(5_000_000_000L);
        assertThat(preview.bitrate()).isEmpty();
        assertThat(preview.length()).isEmpty();
        assertThat(preview.sampleRate()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"unknown\":1", "\"extra_info\":null"})
    void withoutFactsThereIsNoUsage(String fields) {
        ClonedVoice voice = cloned(Requests.withPreview(), "\"demo_audio\":\"" + URL + "\"," + fields);

        assertThat(voice.usage()).isEmpty();
        assertThat(voice.preview()).contains(Preview.of(URI.create(URL)));
    }

    private ClonedVoice cloned(CloneRequest request, String fields) {
        return minimax.onClone(received -> Reply.json("{" + fields + ",\"base_resp\":{\"status_code\":0}}"))
                .clone(request);
    }
}
