package io.voicecloner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** References to voices, made to be stored. */
class VoiceRefTest {
    @ParameterizedTest
    @CsvSource({
        "fake:vc-1, fake, '', vc-1",
        "fake-2:a:b:c, fake-2, '', a:b:c",
        "fake@team-b:vc-1, fake, team-b, vc-1",
        "fake@team-b:a@b:c, fake, team-b, a@b:c",
        "fake::, fake, '', :",
        "'fake: a b ', fake, '', ' a b '",
        "fake:中文-\uD83C\uDF89, fake, '', 中文-\uD83C\uDF89",
    })
    void whatIsPrintedReadsBack(String text, String provider, String account, String id) {
        VoiceRef ref = VoiceRef.parse(text);
        assertThat(ref.provider()).isEqualTo(provider);
        assertThat(ref.account().orElse("")).isEqualTo(account);
        assertThat(ref.id()).isEqualTo(id);
        assertThat(ref).hasToString(text).isEqualTo(VoiceRef.parse(ref.toString()));
        assertThat(ref).isEqualTo(account.isEmpty() ? VoiceRef.of(provider, id) : VoiceRef.of(provider, account, id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "fake",
                "fake:",
                ":vc-1",
                "@team:vc-1",
                "fake@:vc-1",
                "fake@a@b:vc-1",
                "Fake:vc-1",
                "1fake:vc-1",
                "fake_2:vc-1",
                "fa ke:vc-1",
                "fake@Team:vc-1",
                "fake@team_b:vc-1",
                "-fake:vc-1",
                "fäke:vc-1"
            })
    void anythingElseIsNoReference(String text) {
        assertThatThrownBy(() -> VoiceRef.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIdOfMillionsOfCharactersIsStillOne() {
        String id = "x".repeat(1_000_000);
        assertThat(VoiceRef.parse("fake:" + id).id()).isEqualTo(id);
    }

    @Test
    void referencesAreEqualInAllTheirPartsOnly() {
        VoiceRef ref = VoiceRef.of("fake", "a", "v");
        assertThat(ref)
                .isEqualTo(VoiceRef.of("fake", "a", "v"))
                .hasSameHashCodeAs(VoiceRef.of("fake", "a", "v"))
                .isNotEqualTo(VoiceRef.of("fake", "v"))
                .isNotEqualTo(VoiceRef.of("fake", "b", "v"))
                .isNotEqualTo(VoiceRef.of("fake", "a", "w"))
                .isNotEqualTo(VoiceRef.of("other", "a", "v"))
                .isNotEqualTo("fake@a:v");
    }
}
