package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ProviderSettings;
import io.voicecloner.fake.Abilities;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids chosen by the caller, and ids made here. */
class VoiceIdRulesTest {
    static Stream<String> good() {
        return Stream.of("abcdefgh", "Abcdefg8", "a-b_c-d8", "a" + "b".repeat(255));
    }

    static Stream<String> bad() {
        return Stream.of(
                "",
                "abcdefg",
                "a" + "b".repeat(256),
                "1bcdefgh",
                "-bcdefgh",
                "_bcdefgh",
                "abcdefg-",
                "abcdefg_",
                "abcd efgh",
                "abcd.efgh",
                "abcd/efgh",
                "abcd%2Fefgh",
                "abcd\tefgh",
                "abcdefgh\n",
                "voicé1234",
                "ａｂｃｄｅｆｇｈ",
                "voice-\uD83C\uDF89-1",
                "voice\u200F1234",
                "voıce1234",
                "abcdefg\0",
                "abcdefg\uD83C");
    }

    @ParameterizedTest
    @MethodSource("good")
    @Tag("B24")
    void anIdThatKeepsTheRulePasses(String id) {
        assertThat(Checks.forFiles().warnings(Checks.GOOD.withVoiceId(id))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    @Tag("B23")
    @Tag("B24")
    @Tag("B25")
    @Tag("B26")
    @Tag("B27")
    @Tag("B28")
    @Tag("B29")
    void anIdThatBreaksTheRuleIsRefusedWithTheRule(String id) {
        assertThat(Checks.forFiles().rules(Checks.GOOD.withVoiceId(id))).containsExactly("voiceId: malformed");
        assertThat(Checks.forFiles().failure(Checks.GOOD.withVoiceId(id)))
                .hasMessageContaining("8 to 256 letters and so on");
    }

    @Test
    @Tag("B30")
    void noIdMayBeChosenWhereTheServerChooses() {
        assertThat(Checks.of(Abilities.bare()).rules(Checks.GOOD.withVoiceId("abcdefgh")))
                .containsExactly("voiceId: unsupported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vc-", "a", "my_team-"})
    void aPrefixThatLeavesRoomPasses(String prefix) {
        assertThat(withPrefix(prefix).warnings(Checks.GOOD)).isEmpty();
    }

    @Test
    @Tag("B31")
    void aPrefixMayLeaveJustEnoughRoom() {
        assertThat(withPrefix("p".repeat(240)).warnings(Checks.GOOD)).isEmpty();
        assertThat(withPrefix("p".repeat(241)).rules(Checks.GOOD)).containsExactly("config.voice-id-prefix: malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "-", "ü", "a b"})
    void aPrefixThatDoesNotMakeEveryIdLegalIsRefusedUnlessTheCallerChoosesOne(String prefix) {
        assertThat(withPrefix(prefix).rules(Checks.GOOD)).containsExactly("config.voice-id-prefix: malformed");
        assertThat(withPrefix(prefix).warnings(Checks.GOOD.withVoiceId("abcdefgh")))
                .isEmpty();
    }

    @Test
    void madeIdsKeepTheRuleAndNeverRepeat() {
        VoiceIds ids = new VoiceIds("vc-");
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next());
        }
        assertThat(made).hasSize(10_000).allMatch(id -> id.matches("vc-[a-z2-7]{16}"));
    }

    private static Checks withPrefix(String prefix) {
        return Checks.forFiles().with(ProviderSettings.of("long-enough").withVoiceIdPrefix(prefix));
    }
}
