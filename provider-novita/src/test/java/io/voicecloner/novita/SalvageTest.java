package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a whole id that can be stored and printed is taken out of an answer that broke off. */
class SalvageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"voice_id\":\"nv-1\"",
                "{\"demo_audio_url\":\"https://x/?a=b\", \"voice_id\" : \"nv-1\",\"re",
                "{\"data\":{\"voice_id\":\n\"nv-1\"}"
            })
    void anIdThatCameWholeIsTold(String begun) {
        assertThat(Salvage.voiceId(begun)).contains("nv-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"voice_id\":\"nv-1",
                "{\"voice_id\":",
                "{\"voice_id\":\"\"",
                "{\"voice_id\":\"   \"",
                "{\"voice_id\":null,\"x\":\"nv-1\"",
                "{\"voice_id\":123",
                "{\"voice_id\":\"nv\\u0031\"",
                "{\"voice_id\":\"nv\n1\"",
                "{\"old_voice_id\":\"nv-1\""
            })
    void halfAnIdOrNoneIsNot(String begun) {
        assertThat(Salvage.voiceId(begun)).isEmpty();
    }

    @Test
    void anIdHasAtMost1024CharactersNoneOfThemInvisible() {
        assertThat(Salvage.isUsable("x")).isTrue();
        assertThat(Salvage.isUsable("x".repeat(1024))).isTrue();
        assertThat(Salvage.isUsable("x".repeat(1025))).isFalse();
        assertThat(Salvage.isUsable("")).isFalse();
        assertThat(Salvage.isUsable(" ")).isFalse();
        assertThat(Salvage.isUsable("a\u0000b")).isFalse();
        assertThat(Salvage.isUsable("a\u0085b")).isFalse();
        assertThat(Salvage.voiceId("{\"voice_id\":\"" + "x".repeat(1024) + "\""))
                .contains("x".repeat(1024));
        assertThat(Salvage.voiceId("{\"voice_id\":\"" + "x".repeat(1025) + "\""))
                .isEmpty();
    }
}
