package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which name was meant. */
class NearestNameTest {
    private static final List<String> KNOWN = List.of("api-key", "api-key-file", "base-url", "region");

    @ParameterizedTest
    @CsvSource({
        "apikey, api-key",
        "api_key, api-key",
        "apiKeyFile, api-key-file",
        "API-KEY, api-key",
        "regio, region",
        "regoin, region",
        "base-uri, base-url",
    })
    void aSlipIsRecognized(String given, String meant) {
        assertThat(NearestName.hint(given, KNOWN)).isEqualTo(" Did you mean \"" + meant + "\"?");
    }

    @ParameterizedTest
    @CsvSource({"x", "''", "voice", "fallbacks"})
    void aDifferentWordIsNot(String given) {
        assertThat(NearestName.hint(given, KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', '', 0", "abc, '', 3", "'', abc, 3", "kitten, sitting, 3", "flaw, lawn, 2"})
    void theDistanceCountsChangedAddedAndMissingLetters(String from, String to, int distance) {
        assertThat(NearestName.distance(from, to)).isEqualTo(distance);
    }
}
