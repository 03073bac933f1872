package org.example.ppio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AccessException;
import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.QuotaException;
import io.voicecloner.SpeechRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Another host of a known dialect, in a package of somebody else's: one small class of data. */
class FifthHostTest {
    private static final CloneRequest REQUEST =
            CloneRequest.of(AudioSource.url(URI.create("https://example.com/voice.mp3")));

    private volatile Reply reply = Reply.json("{\"voice_id\":\"voice-1\",\"demo_audio_url\":null}");

    @AutoClose
    private final WireServer server = new WireServer(request -> reply);

    @Test
    void isFoundConfiguredAndClonesInItsOwnName() {
        try (VoiceCloner cloner = open()) {
            ClonedVoice voice = cloner.cloneVoice(REQUEST);

            assertThat(voice.ref()).hasToString("ppio:voice-1");
            assertThat(server.received()).singleElement().satisfies(request -> {
                assertThat(request.path()).isEqualTo("/v3/minimax-voice-cloning");
                assertThat(request.header("Authorization")).containsExactly("Bearer key-of-ppio");
            });
        }
    }

    @Test
    void saysForACodeOfItsOwnWhatToDoThere() {
        AccessException failure = catchThrowableOfType(AccessException.class, () -> refused("NEED_REAL_NAME_VERIFY"));

        assertThat(failure).hasMessageContaining("at ppio.com");
        assertThat(failure.provider()).contains("ppio");
    }

    @Test
    void speaksWithTheModelsItGivesAsData() {
        reply = Reply.json("{\"audio\":\"00ff\"}");
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (VoiceCloner cloner = open()) {
            cloner.speech()
                    .synthesize(
                            SpeechRequest.of(VoiceRef.of("ppio", "voice-1"), "Hello.")
                                    .withModel("speech-2.6-hd"),
                            heard);
        }

        assertThat(heard.toByteArray()).containsExactly(0x00, 0xff);
        assertThat(server.received())
                .singleElement()
                .satisfies(request -> assertThat(request.path()).isEqualTo("/v3/minimax-speech-2.6-hd"));
    }

    @Test
    void inheritsEveryOtherCode() {
        assertThat(catchThrowableOfType(QuotaException.class, () -> refused("NOT_ENOUGH_BALANCE")))
                .hasMessageContaining("Top up");
    }

    private void refused(String reason) {
        reply = Reply.of(403, "application/json", "{\"code\":403,\"reason\":\"" + reason + "\",\"message\":\"no\"}");
        try (VoiceCloner cloner = open()) {
            cloner.cloneVoice(REQUEST);
        }
    }

    private VoiceCloner open() {
        return VoiceCloners.fromProperties(Map.of(
                "voicecloner.provider", "ppio",
                "voicecloner.ppio.api-key", "key-of-ppio",
                "voicecloner.ppio.base-url", server.uri("/v3").toString()));
    }
}
