package io.voicecloner.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.CloneRequest;
import io.voicecloner.Delivery;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.Violation;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spec/004 has no field for, and what is beyond the limits of the dialect: refused here, and nothing leaves. */
class RefusedHereTest {
    @AutoClose
    private final ProxyBench gateway = new ProxyBench();

    @Test
    void aLanguageIsRefusedUnlessTheGatewayIsSaidToTakeOne() {
        assertRefused(Requests.plain().withLanguage("English"), "language");

        gateway.with(settings -> settings.withOption("language-boost", "false"));
        assertRefused(Requests.plain().withLanguage("English"), "language");
    }

    @Test
    void anAccuracyIsRefused() {
        assertRefused(Requests.plain().withAccuracy(0.7), "accuracy");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertRefused(
                Requests.plain().withVoiceId("short").withAccuracy(0.7).withLanguage("English"),
                "voiceId",
                "accuracy",
                "language");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v234567",
                "1bcdefgh",
                "-bcdefgh",
                "abcdefg-",
                "abcdefg_",
                "abc defgh",
                "abc.defgh",
                "abc/defgh",
                "voicé1234"
            })
    void anIdThatBreaksTheRuleOfMiniMaxIsRefused(String id) {
        assertRefused(Requests.plain().withVoiceId(id), "voiceId");
    }

    @Test
    void anIdHasEightTo256Characters() {
        assertThat(violations(Requests.plain().withVoiceId("v".repeat(8)))).isEmpty();
        assertThat(violations(Requests.plain().withVoiceId("v".repeat(256)))).isEmpty();
        assertThat(violations(Requests.plain().withVoiceId("v".repeat(257)))).containsExactly("voiceId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "中", "\uD83C\uDF89"})
    void aPreviewTextHasAtMostAThousandCharacters(String character) {
        assertThat(violations(Requests.plain().withPreview(character.repeat(1000))))
                .isEmpty();
        assertThat(violations(Requests.plain().withPreview(character.repeat(1001))))
                .containsExactly("text");
    }

    private void assertRefused(CloneRequest request, String... fields) {
        VoiceClonerException failure = gateway.failure(request);

        assertThat(failure).isInstanceOf(InvalidRequestException.class);
        assertThat(failure.violations()).extracting(Violation::field).containsExactlyInAnyOrder(fields);
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(gateway.received()).isEmpty();
    }

    private List<String> violations(CloneRequest request) {
        try (VoiceCloner cloner = gateway.open()) {
            return cloner.check(request).violations().stream()
                    .map(Violation::field)
                    .toList();
        }
    }
}
