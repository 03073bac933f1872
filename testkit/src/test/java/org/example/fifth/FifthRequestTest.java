package org.example.fifth;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.testkit.Silence;
import io.voicecloner.testkit.wire.Part;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the request looks like, byte for byte where it matters. */
class FifthRequestTest {
    @AutoClose
    private final WireServer server = new WireServer(request -> Reply.json("{\"voice\":\"voice-1\"}"));

    @Test
    void theFormHoldsTheRecordingAndWhatWasAskedFor() {
        byte[] recording = Silence.wav(Duration.ofSeconds(11));
        ProviderSettings settings = ProviderSettings.of("a-key-of-a-test").withBaseUrl(server.uri("/v1"));
        try (VoiceCloner cloner = VoiceCloners.open("fifth", settings)) {
            cloner.cloneVoice(CloneRequest.of(AudioSource.bytes(recording)).withPreview("Hello."));
        }

        Received request = server.received().get(0);
        assertThat(request.method() + ' ' + request.path()).isEqualTo("POST /v1/voices");
        assertThat(request.header("Authorization")).containsExactly("Bearer a-key-of-a-test");
        assertThat(request.parts()).extracting(Part::name).containsExactly("file", "text", "model");
        assertThat(request.parts().get(0).bytes()).isEqualTo(recording);
        assertThat(request.parts().get(1).text()).isEqualTo("Hello.");
    }
}
