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
