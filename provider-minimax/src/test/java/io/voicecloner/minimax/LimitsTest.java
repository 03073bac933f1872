package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CheckReport;
import io.voicecloner.CloneRequest;
import io.voicecloner.Violation;
import io.voicecloner.VoiceCloner;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of spec/000 and spec/001, at their edges; nothing leaves. */
class LimitsTest {
    private static final int TWENTY_MEBIBYTES = 20 * 1024 * 1024;

    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @ParameterizedTest
    @ValueSource(strings = {"a", "中", "\uD83C\uDF89"})
    @Tag("B34")
    @Tag("B35")
    void aPreviewTextHasAtMostAThousandCharacters(String character) {
        assertThat(rules(Requests.plain().withPreview(character.repeat(1000)))).isEmpty();
        assertThat(rules(Requests.plain().withPreview(character.repeat(1001)))).containsExactly("text too-long");
    }

    @Test
    @Tag("B47")
    void aRecordingHasAtMostTwentyMebibytes() {
        assertThat(rules(recording(TWENTY_MEBIBYTES))).doesNotContain("audio too-large");
        assertThat(rules(recording(TWENTY_MEBIBYTES + 1))).containsExactly("audio too-large");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 256})
    @Tag("B24")
    void anIdHasEightTo256Characters(int length) {
        assertThat(rules(Requests.plain().withVoiceId("v".repeat(length)))).isEmpty();
        int beyond = length == 8 ? 7 : 257;
        assertThat(rules(Requests.plain().withVoiceId("v".repeat(beyond)))).containsExactly("voiceId malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1bcdefgh", "-bcdefgh", "_bcdefgh"})
    @Tag("B25")
    void anIdBeginsWithALetter(String id) {
        assertThat(rules(Requests.plain().withVoiceId(id))).containsExactly("voiceId malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdefg-", "abcdefg_"})
    @Tag("B26")
    void anIdEndsInALetterOrADigit(String id) {
        assertThat(rules(Requests.plain().withVoiceId(id))).containsExactly("voiceId malformed");
    }

    private List<String> rules(CloneRequest request) {
        try (VoiceCloner cloner = minimax.open()) {
            CheckReport report = cloner.check(request);
            assertThat(minimax.server().received()).isEmpty();
            return report.violations().stream().map(LimitsTest::rule).toList();
        }
    }

    private static String rule(Violation violation) {
        return violation.field() + ' ' + violation.rule();
    }

    private static CloneRequest recording(int bytes) {
        return CloneRequest.of(AudioSource.bytes(Arrays.copyOf(Requests.sample("speech.mp3"), bytes)));
    }
}
