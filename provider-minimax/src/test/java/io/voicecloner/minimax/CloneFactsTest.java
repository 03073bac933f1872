package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ClonedVoice;
import io.voicecloner.PreviewState;
import io.voicecloner.SafetyVerdict;
import io.voicecloner.Usage;
import io.voicecloner.VoiceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside the code of a success is read as it comes, and a strange value is one that is not known. */
class CloneFactsTest {
    @Test
    void aNumberIsReadWhetherItIsWrittenAsOneOrAsText() {
        assertThat(characters(18.0)).hasValue(18);
        assertThat(characters(0.0)).hasValue(0);
        assertThat(characters("18")).hasValue(18);
        assertThat(characters(" 18 ")).hasValue(18);
        assertThat(characters("999999999999999")).hasValue(999_999_999_999_999L);
    }

    @Test
    void whatIsNoNumberIsNotKnown() {
        assertThat(characters(-1.0)).isEmpty();
        assertThat(characters("-1")).isEmpty();
        assertThat(characters("many")).isEmpty();
        assertThat(characters("1.5")).isEmpty();
        assertThat(characters("9999999999999999")).isEmpty();
        assertThat(characters(true)).isEmpty();
        assertThat(characters(null)).isEmpty();
    }

    @Test
    void factsOfNoShapeThatIsKnownAreNoFacts() {
        assertThat(read(null, null, "many").usage()).isEmpty();
        assertThat(read(null, null, List.of(1)).usage()).isEmpty();
    }

    @Test
    void aLengthInMillisecondsIsThePreviews() {
        ClonedVoice voice = CloneReading.of(
                VoiceRef.of("minimax", "MiniMax001"),
                Instant.EPOCH,
                true,
                new CloneWire.Reply(null, null, "https://cdn.example/a.mp3", Map.of("audio_length", "11124"), null));

        assertThat(voice.preview().orElseThrow().length()).contains(Duration.ofMillis(11_124));
    }

    @Test
    void anAddressThatIsNoTextIsALostPreview() {
        for (Object address : List.of(5.0, true, Map.of("url", "https://cdn.example/a.mp3"), List.of())) {
            ClonedVoice voice = CloneReading.of(
                    VoiceRef.of("minimax", "MiniMax001"),
                    Instant.EPOCH,
                    true,
                    new CloneWire.Reply(null, null, address, null, null));

            assertThat(voice.previewState()).isEqualTo(PreviewState.LOST);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, normal",
        "1, severe violation",
        "2, pornographic",
        "3, advertisement",
        "4, prohibited content",
        "5, abusive language",
        "6, terror or violence",
        "7, other",
        "8, unlisted type 8"
    })
    void theVerdictIsPutInTheDocumentsWords(int type, String words) {
        SafetyVerdict verdict = read(null, (double) type, null).safety().orElseThrow();

        assertThat(verdict.description()).isEqualTo(words);
        assertThat(verdict.flagged()).isEqualTo(type != 0);
        assertThat(verdict.type()).hasValue(type);
    }

    @Test
    void aFlagWithoutATypeSaysSo() {
        assertThat(read(true, null, null).safety().orElseThrow().description()).isEqualTo("flagged without a type");
        assertThat(read(false, null, null).safety().orElseThrow().description()).isEqualTo("normal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", " no ", "0", ""})
    void wordsThatPlainlyMeanNoAreNoFlag(String word) {
        assertThat(read(word, null, null).safety().orElseThrow().flagged()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "yes", "3", "not really"})
    void otherWordsAreAFlag(String word) {
        assertThat(read(word, null, null).safety().orElseThrow().flagged()).isTrue();
    }

    private static OptionalLong characters(@Nullable Object value) {
        Map<String, Object> info = value == null ? Map.of() : Map.of("usage_characters", value);
        return read(null, null, info).usage().map(Usage::characters).orElseThrow();
    }

    private static ClonedVoice read(@Nullable Object sensitive, @Nullable Object type, @Nullable Object info) {
        return CloneReading.of(
                VoiceRef.of("minimax", "MiniMax001"),
                Instant.EPOCH,
                false,
                new CloneWire.Reply(sensitive, type, null, info, null));
    }
}
