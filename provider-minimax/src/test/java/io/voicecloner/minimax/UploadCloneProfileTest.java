package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioLimits;
import io.voicecloner.Capabilities;
import io.voicecloner.Category;
import io.voicecloner.ConfigurationException;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.SpeechLimits;
import io.voicecloner.http.CodeMeaning;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.Time;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A host of the dialect as data. */
class UploadCloneProfileTest {
    private static final URI ADDRESS = URI.create("https://api.harbor.example/v1/");
    private static final ProviderSettings SETTINGS = ProviderSettings.of(MiniMaxBench.KEY);
    private static final ProviderContext CONTEXT = new ProviderContext(Clock.systemUTC(), Time.system());

    @Test
    void aHostHasItsAddressUnlessSettingsGiveAnother() {
        UploadCloneProfile harbor = UploadCloneProfile.of("harbor", ADDRESS);

        assertThat(harbor.id()).isEqualTo("harbor");
        assertThat(harbor.isAnywhere()).isFalse();
        assertThat(opened(harbor, SETTINGS)).isEqualTo(ADDRESS);
        URI other = URI.create("https://other.example/v1/");
        assertThat(opened(harbor, SETTINGS.withBaseUrl(other))).isEqualTo(other);
    }

    @Test
    void aHostWithoutAnAddressMustBeGivenOne() {
        UploadCloneProfile anywhere = UploadCloneProfile.withoutAddress("anywhere");

        assertThat(anywhere.isAnywhere()).isTrue();
        assertThat(opened(anywhere, SETTINGS.withBaseUrl(ADDRESS))).isEqualTo(ADDRESS);
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> anywhere.open(SETTINGS, CONTEXT)))
                .hasMessageContaining("no base URL for anywhere");
    }

    @Test
    void codesOfItsOwnStandBesideThoseGivenBeforeAndTheLaterOneCounts() {
        UploadCloneProfile plain = UploadCloneProfile.of("harbor", ADDRESS);
        UploadCloneProfile first = plain.withCodes(Map.of(1004L, meaning("first"), 2038L, meaning("first")));
        UploadCloneProfile second = first.withCodes(Map.of(1004L, meaning("second")));

        assertThat(plain.codes()).isEmpty();
        assertThat(first.codes()).containsOnly(Map.entry(1004L, meaning("first")), Map.entry(2038L, meaning("first")));
        assertThat(second.codes())
                .containsOnly(Map.entry(1004L, meaning("second")), Map.entry(2038L, meaning("first")));
        assertThat(second.id()).isEqualTo("harbor");
    }

    @Test
    void recordingsIdsAndSwitchesAreThoseOfTheDocuments() {
        Capabilities dialect = UploadCloneProfile.capabilities().build();

        assertThat(dialect.audio())
                .isEqualTo(new AudioLimits(
                        List.of("mp3", "m4a", "wav"),
                        Optional.of(Duration.ofSeconds(10)),
                        Optional.of(Duration.ofMinutes(5)),
                        20 * 1024 * 1024));
        assertThat(dialect.promptAudio().longest()).contains(Duration.ofSeconds(8));
        assertThat(dialect.promptAudio().shortest()).isEmpty();
        assertThat(dialect.voiceIdRule().orElseThrow().allows("MiniMax001")).isTrue();
        assertThat(dialect.features())
                .contains(
                        Feature.FILE_AUDIO,
                        Feature.NOISE_REDUCTION,
                        Feature.VOLUME_NORMALIZATION,
                        Feature.SAFETY_VERDICT)
                .doesNotContain(Feature.URL_AUDIO);
    }

    /** Public pages of t2a_v2 and t2a_async_v2 (wire-facts 1.4). */
    @Test
    void speechIsThatOfTheDocuments() {
        SpeechLimits speech = UploadCloneProfile.speech().build();

        assertThat(speech.codePoints()).isEqualTo(9_999);
        assertThat(speech.taskCodePoints()).isEqualTo(50_000);
        assertThat(speech.speed()).isEqualTo(SpeechLimits.Range.of(0.5, 2));
        assertThat(speech.volume()).isEqualTo(SpeechLimits.Range.above(0, 10));
        assertThat(speech.pitch()).isEqualTo(SpeechLimits.Range.of(-12, 12));
        assertThat(speech.emotions()).contains("happy", "whisper").hasSize(9);
        assertThat(speech.formats()).startsWith("mp3").contains("wav").containsAll(speech.streamedFormats());
        assertThat(speech.streamedFormats()).contains("mp3", "pcm", "flac").doesNotContain("wav", "pcmu_wav");
        assertThat(speech.sampleRates()).containsExactly(8000, 16000, 22050, 24000, 32000, 44100);
        assertThat(speech.bitrates()).containsExactly(32000, 64000, 128000, 256000);
        assertThat(speech.onlyKnownModels()).isFalse();
    }

    @Test
    void aHostSpeaksListsAndDeletesExactlyWhatItsCapabilitiesSay() {
        UploadCloneProfile harbor = UploadCloneProfile.of("harbor", ADDRESS);
        Capabilities speaking = UploadCloneProfile.capabilities()
                .speech(UploadCloneProfile.speech().build())
                .build();
        Capabilities deleting =
                UploadCloneProfile.capabilities().features(Feature.DELETE_VOICE).build();

        assertThat(offered(harbor)).isEmpty();
        assertThat(offered(harbor.offering(speaking))).containsExactly("speech");
        assertThat(offered(harbor.offering(deleting))).containsExactly("catalog");
        assertThat(offered(harbor.offering(speaking).withCodes(Map.of()))).containsExactly("speech");
        assertThat(offered(harbor.offering(speaking).offering(deleting))).containsExactly("catalog");
    }

    private static List<String> offered(UploadCloneProfile profile) {
        try (ProviderSession session = profile.open(SETTINGS, CONTEXT)) {
            return Stream.concat(
                            session.speech().map(any -> "speech").stream(),
                            session.catalog().map(any -> "catalog").stream())
                    .toList();
        }
    }

    @Test
    void miniMaxSpeaksWithTheModelThatItPreviewsWith() {
        SpeechLimits speech = MiniMaxCapabilities.ALL.speech().orElseThrow();

        assertThat(MiniMaxCapabilities.ALL.features())
                .contains(Feature.SPEECH, Feature.LIST_VOICES, Feature.DELETE_VOICE);
        assertThat(speech.models()).isEqualTo(MiniMaxModels.documented());
        assertThat(speech.defaultModel()).isEqualTo(MiniMaxCapabilities.ALL.defaultModel());
        assertThat(speech.languages()).isEqualTo(MiniMaxLanguages.documented());
    }

    @Test
    void thePathOfUploadsIsAnOptionForWhoeverDeclaresIt() {
        assertThat(UploadCloneProfile.uploadPathOption("HARBOR_UPLOAD_PATH").name())
                .isEqualTo(UploadCloneProfile.UPLOAD_PATH);
        assertThat(UploadCloneProfile.uploadPathOption("HARBOR_UPLOAD_PATH").variable())
                .contains("HARBOR_UPLOAD_PATH");
    }

    @Test
    void aSettingThatCannotBeUsedIsNamed() {
        assertThat(UploadCloneProfile.unusable("harbor", "region", "must be global or china"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("config.harbor.region")
                .hasMessageContaining("harbor.region must be global or china.");
    }

    private static URI opened(UploadCloneProfile profile, ProviderSettings settings) {
        try (ProviderSession session = profile.open(settings, CONTEXT)) {
            return session.baseUrl();
        }
    }

    private static CodeMeaning meaning(String hint) {
        return CodeMeaning.rejected(Category.ACCESS, Reason.PERMISSION, "no", hint);
    }
}
