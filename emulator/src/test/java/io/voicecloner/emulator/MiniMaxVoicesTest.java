package io.voicecloner.emulator;

import static io.voicecloner.emulator.Client.code;
import static io.voicecloner.emulator.Client.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiniMaxVoicesTest {

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension(Emulator.builder().clock(new MovableClock()));

    private Emulator emulator;
    private Client client;
    private long source;

    @BeforeEach
    void cloneTwo() throws Exception {
        emulator = extension.emulator();
        client = new Client(emulator);
        source = client.fileId("voice_clone", Sounds.wav(12));
        assertThat(code(clone("MiniMax001"))).isZero();
        assertThat(code(clone("MiniMax002"))).isZero();
    }

    @Test
    void aCloneIsNotListedBeforeItWasSpokenWith() throws Exception {
        assertThat(list("voice_cloning"))
                .hasToString("{\"system_voice\":null,\"voice_cloning\":null,\"voice_generation\":null,"
                        + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");
    }

    @Test
    void aCloneThatWasSpokenWithIsListedWithTheDateItWasMade() throws Exception {
        emulator.useVoice("minimax", "MiniMax002");
        assertThat(list("voice_cloning").get("voice_cloning"))
                .hasToString("[{\"voice_id\":\"MiniMax002\",\"description\":[],\"created_time\":\"2026-01-02\"}]");
    }

    @Test
    void onlyWhatWasAskedForIsListed() throws Exception {
        emulator.useVoice("minimax", "MiniMax001");
        JsonObject all = list("all");
        assertThat(all.getAsJsonArray("voice_cloning")).hasSize(1);
        assertThat(all.getAsJsonArray("system_voice")).hasSize(1);
        assertThat(all.get("voice_generation").isJsonNull()).isTrue();
        JsonObject system = list("system");
        assertThat(system.getAsJsonArray("system_voice")
                        .get(0)
                        .getAsJsonObject()
                        .keySet())
                .containsExactly("voice_id", "voice_name", "description");
        assertThat(system.get("voice_cloning").isJsonNull()).isTrue();
        assertThat(list("voice_generation").get("voice_cloning").isJsonNull()).isTrue();
    }

    @Test
    void theKindOfVoiceMustBeKnown() throws Exception {
        assertRefused(client.call("minimax", "/get_voice", "{}"), 2013, "voice_type is required");
        assertRefused(list("cloned"), 2013, "voice_type is unknown");
        assertRefused(delete("system", "MiniMax001"), 2013, "voice_type is unknown");
        assertRefused(delete("all", "MiniMax001"), 2013, "voice_type is unknown");
        assertRefused(
                client.call("minimax", "/delete_voice", "{\"voice_type\":\"voice_cloning\"}"),
                2013,
                "voice_id is required");
    }

    @Test
    void aDeletedVoiceIsAnsweredWithItsIdAndDate() throws Exception {
        assertThat(delete("voice_cloning", "MiniMax001"))
                .hasToString("{\"voice_id\":\"MiniMax001\",\"created_time\":\"2026-01-02\","
                        + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");
        assertThat(emulator.voices())
                .extracting(EmulatedVoice::state)
                .containsExactly(EmulatedVoice.State.DELETED, EmulatedVoice.State.UNUSED);
        assertThat(emulator.voices()).extracting(EmulatedVoice::exists).containsExactly(false, true);
    }

    @Test
    void aDeletedVoiceIsGone() throws Exception {
        emulator.useVoice("minimax", "MiniMax001");
        delete("voice_cloning", "MiniMax001");
        assertThat(list("all").get("voice_cloning").isJsonNull()).isTrue();
        assertRefused(delete("voice_cloning", "MiniMax001"), 2054, "voice id not exist");
        assertThatThrownBy(() -> emulator.useVoice("minimax", "MiniMax001"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minimax has no voice \"MiniMax001\"");
    }

    @Test
    void theIdOfADeletedVoiceCanNeverBeUsedAgain() throws Exception {
        delete("voice_cloning", "MiniMax001");
        assertRefused(clone("MiniMax001"), 2039, "duplicate");
        assertThat(emulator.voices()).hasSize(2);
        assertThat(emulator.createCount("MiniMax001")).isEqualTo(2);
    }

    @Test
    void whatIsNoCloneOfOnesOwnCannotBeDeleted() throws Exception {
        assertRefused(delete("voice_cloning", "MiniMax003"), 2054, "voice id not exist");
        assertRefused(delete("voice_generation", "MiniMax001"), 2054, "voice id not exist");
        assertRefused(delete("voice_cloning", "Chinese (Mandarin)_Reliable_Executive"), 2054, "voice id not exist");
        assertThat(emulator.voices()).allMatch(EmulatedVoice::exists);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/get_voice", "/delete_voice"})
    void bothPathsAskForTheKey(String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(client.url("minimax", path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"voice_type\":\"voice_cloning\",\"voice_id\":\"MiniMax001\"}"));
        assertThat(code(Client.json(client.send(request.build())))).isEqualTo(1004);
        request.header("Authorization", "Bearer wrong");
        assertThat(code(Client.json(client.send(request.build())))).isEqualTo(2049);
        assertThat(emulator.voices()).allMatch(EmulatedVoice::exists);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/get_voice", "/delete_voice"})
    void bothPathsArePosts(String path) throws Exception {
        assertThat(client.get("minimax", path).statusCode()).isEqualTo(405);
    }

    private JsonObject clone(String voiceId) throws IOException, InterruptedException {
        return client.miniMaxClone("{\"file_id\":" + source + ",\"voice_id\":\"" + voiceId + "\"}");
    }

    private JsonObject list(String type) throws IOException, InterruptedException {
        return client.call("minimax", "/get_voice", "{\"voice_type\":\"" + type + "\"}");
    }

    private JsonObject delete(String type, String voiceId) throws IOException, InterruptedException {
        return client.call(
                "minimax", "/delete_voice", "{\"voice_type\":\"" + type + "\",\"voice_id\":\"" + voiceId + "\"}");
    }

    private static void assertRefused(JsonObject reply, int code, String part) {
        assertThat(reply.keySet()).containsExactly("base_resp");
        assertThat(code(reply)).isEqualTo(code);
        assertThat(message(reply)).contains(part);
    }
}
