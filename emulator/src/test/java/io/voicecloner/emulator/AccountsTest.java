package io.voicecloner.emulator;

import static io.voicecloner.emulator.Client.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every host knows only what it was told itself. */
class AccountsTest {

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension();

    private Emulator emulator;
    private Client client;
    private long atMiniMax;
    private long atProxy;

    @BeforeEach
    void upload() throws Exception {
        emulator = extension.emulator();
        client = new Client(emulator);
        atMiniMax = client.fileId("minimax", "voice_clone", Sounds.wav(12));
        atProxy = client.fileId("proxy", "voice_clone", Sounds.wav(12));
    }

    @Test
    void aFileOfOneHostIsUnknownAtAnother() throws Exception {
        assertThat(atMiniMax).isNotEqualTo(atProxy);
        assertThat(code(clone("minimax", atProxy))).isEqualTo(20132);
        assertThat(code(clone("proxy", atMiniMax))).isEqualTo(20132);
    }

    @Test
    void aFileOfOneHostIsNeitherListedNorDeletedAtAnother() throws Exception {
        String delete = "{\"file_id\":" + atMiniMax + ",\"purpose\":\"voice_clone\"}";
        assertThat(code(client.call("proxy", "/files/delete", delete))).isEqualTo(2013);
        assertThat(Client.json(client.get("proxy", "/files/list")).getAsJsonArray("files"))
                .hasSize(1);
        assertThat(emulator.uploads()).noneMatch(ReceivedUpload::deleted);
    }

    @Test
    void twoHostsMayHaveVoicesOfOneIdWithFatesOfTheirOwn() throws Exception {
        assertThat(code(clone("minimax", atMiniMax))).isZero();
        assertThat(code(clone("proxy", atProxy))).isZero();
        emulator.useVoice("proxy", "MiniMax001");
        String delete = "{\"voice_type\":\"voice_cloning\",\"voice_id\":\"MiniMax001\"}";
        assertThat(code(client.call("minimax", "/delete_voice", delete))).isZero();
        assertThat(emulator.voices()).extracting(EmulatedVoice::provider).containsExactly("minimax", "proxy");
        assertThat(emulator.voices())
                .extracting(EmulatedVoice::state)
                .containsExactly(EmulatedVoice.State.DELETED, EmulatedVoice.State.USED);
        assertThat(emulator.createCount("MiniMax001")).isEqualTo(2);
    }

    @Test
    void aVoiceThatAHostDoesNotHaveCannotBeUsedThere() throws Exception {
        clone("minimax", atMiniMax);
        assertThatThrownBy(() -> emulator.useVoice("novita", "MiniMax001"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("novita has no voice \"MiniMax001\"");
        assertThatThrownBy(() -> emulator.useVoice("acme", "MiniMax001"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only minimax, novita, highway, proxy");
    }

    private JsonObject clone(String provider, long fileId) throws IOException, InterruptedException {
        return client.call(provider, "/voice_clone", "{\"file_id\":" + fileId + ",\"voice_id\":\"MiniMax001\"}");
    }
}
