package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioLimits;
import io.voicecloner.Capabilities;
import io.voicecloner.Category;
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
class UrlCloneProfileTest {
    private static final URI ADDRESS = URI.create("https://api.harbor.example/v3/");

    private final UrlCloneProfile plain = UrlCloneProfile.of("harbor", ADDRESS);

    @Test
    void aHostHasItsAddressUnlessSettingsGiveAnother() {
        ProviderSettings settings = ProviderSettings.of(NovitaBench.KEY);
        URI other = URI.create("https://other.example/v3/");

        assertThat(plain.id()).isEqualTo("harbor");
        assertThat(opened(plain, settings)).isEqualTo(ADDRESS);
        assertThat(opened(plain, settings.withBaseUrl(other))).isEqualTo(other);
    }

    @Test
    void aReasonOfItsOwnComesBeforeNovitasAndTheOthersStay() {
        UrlCloneProfile first = plain.withReasons(Map.of("INVALID_API_KEY", meaning("first"), "NEW", meaning("new")));
        UrlCloneProfile second = first.withReasons(Map.of("INVALID_API_KEY", meaning("second")));

        assertThat(first.meaningOf("INVALID_API_KEY")).contains(meaning("first"));
        assertThat(second.meaningOf("INVALID_API_KEY")).contains(meaning("second"));
        assertThat(second.meaningOf("NEW")).contains(meaning("new"));
        assertThat(second.meaningOf("ILLEGAL_PROMPT")).isEqualTo(NovitaReasons.of("ILLEGAL_PROMPT"));
        assertThat(second.meaningOf("SOMETHING_ELSE")).isEmpty();
        assertThat(plain.meaningOf("NEW")).isEmpty();
    }

    @Test
    void codesFromBehindTheHostAreKeptApartFromItsReasons() {
        UrlCloneProfile changed = plain.withCodes(Map.of(2038L, meaning("code")))
                .withReasons(Map.of("NEW", meaning("reason")))
                .withCodes(Map.of(1004L, meaning("later")));

        assertThat(plain.codes()).isEmpty();
        assertThat(changed.codes()).containsOnly(Map.entry(2038L, meaning("code")), Map.entry(1004L, meaning("later")));
        assertThat(changed.meaningOf("NEW")).contains(meaning("reason"));
        assertThat(changed.id()).isEqualTo("harbor");
    }

    @Test
    void recordingsPreviewsAndSwitchesAreThoseOfTheDocuments() {
        Capabilities dialect =
                UrlCloneProfile.capabilities(List.of("best", "other")).build();

        assertThat(dialect.audio())
                .isEqualTo(new AudioLimits(
                        List.of("mp3", "m4a", "wav"),
                        Optional.of(Duration.ofSeconds(10)),
                        Optional.of(Duration.ofMinutes(5)),
                        20 * 1024 * 1024));
        assertThat(dialect.promptAudio().longest()).contains(Duration.ofSeconds(8));
        assertThat(dialect.previewCodePoints()).isEqualTo(2000);
        assertThat(dialect.models()).containsExactly("best", "other");
        assertThat(dialect.defaultModel()).contains("best");
        assertThat(dialect.voiceIdRule()).isEmpty();
        assertThat(dialect.features())
                .contains(Feature.URL_AUDIO, Feature.ACCURACY, Feature.NOISE_REDUCTION, Feature.VOLUME_NORMALIZATION)
                .doesNotContain(Feature.FILE_AUDIO);
    }

    private static URI opened(UrlCloneProfile profile, ProviderSettings settings) {
        try (ProviderSession session = profile.open(settings, new ProviderContext(Clock.systemUTC(), Time.system()))) {
            return session.baseUrl();
        }
    }

    private static CodeMeaning meaning(String hint) {
        return CodeMeaning.rejected(Category.ACCESS, Reason.PERMISSION, "no", hint);
    }
}
