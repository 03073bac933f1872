package io.voicecloner.emulator;

import static io.voicecloner.emulator.Client.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An emulator that runs for long keeps no recording that nobody can ask for any more. */
class RecordingsOnDiskTest {
    private static final String PREVIEW = ",\"text\":\"Hi\",\"model\":\"speech-2.5-hd-preview\"";

    private AudioServer audio;
    private Emulator emulator;
    private Client client;
    private Path directory;
    private String source;
    private String example;

    @BeforeEach
    void start() throws Exception {
        audio = new AudioServer();
        source = audio.publish("/me.wav", Sounds.wav(12));
        example = audio.publish("/example.wav", Sounds.wav(5));
        Set<Path> before = directories();
        emulator = Emulator.start();
        client = new Client(emulator);
        Set<Path> after = new HashSet<>(directories());
        after.removeAll(before);
        assertThat(after).hasSize(1);
        directory = after.iterator().next();
    }

    @AfterEach
    void stop() {
        emulator.close();
        audio.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"novita", "highway"})
    void aCloneLeavesWhatItsVoiceSpeaksWithAndThatOnce(String provider) throws Exception {
        clone(provider, source, "");
        JsonObject reply = clone(provider, source, prompt(example));
        assertThat(reply.get("voice_id").getAsString()).isNotEmpty();
        assertThat(audio.hits).hasValue(3);
        assertThat(recordings())
                .singleElement()
                .satisfies(file -> assertThat(file).hasBinaryContent(Sounds.wav(12)));
    }

    @Test
    void aCloneWithPreviewLeavesWhatThePreviewPlays() throws Exception {
        JsonObject reply = clone("novita", source, prompt(example) + PREVIEW);
        assertThat(recordings())
                .singleElement()
                .satisfies(file -> assertThat(file).hasBinaryContent(Sounds.wav(12)));
        assertThat(preview(reply, "demo_audio_url")).isEqualTo(Sounds.wav(12));
    }

    @Test
    void aRefusedCloneLeavesNothing() throws Exception {
        String notes = audio.publish("/notes.wav", Sounds.notes());
        String tooShort = audio.publish("/short.wav", Sounds.wav(1));
        String cut = audio.publishCutShort("/cut.wav", Sounds.wav(12));
        for (String bad : new String[] {notes, tooShort, cut}) {
            assertThat(clone("novita", bad, PREVIEW).has("reason")).isTrue();
            assertThat(clone("novita", bad, prompt(example) + PREVIEW).has("reason"))
                    .isTrue();
        }
        String tooLong = audio.publish("/long.wav", Sounds.wav(12));
        for (String bad : new String[] {notes, tooLong, cut}) {
            assertThat(clone("novita", source, prompt(bad) + PREVIEW).has("reason"))
                    .isTrue();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDeletedUploadLeavesNothing() throws Exception {
        long recording = client.fileId("voice_clone", Sounds.wav(12));
        long prompt = client.fileId("prompt_audio", Sounds.wav(5));
        assertThat(recordings()).hasSize(2);
        delete(recording, "voice_clone");
        delete(prompt, "prompt_audio");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDeletedUploadStaysForTheVoiceThatSpeaksWithIt() throws Exception {
        long recording = client.fileId("voice_clone", Sounds.wav(12));
        long prompt = client.fileId("prompt_audio", Sounds.wav(5));
        assertThat(code(miniMaxClone(
                        recording, ",\"clone_prompt\":{\"prompt_audio\":" + prompt + ",\"prompt_text\":\"Hi.\"}")))
                .isZero();
        delete(recording, "voice_clone");
        delete(prompt, "prompt_audio");
        assertThat(recordings())
                .singleElement()
                .satisfies(file -> assertThat(file).hasBinaryContent(Sounds.wav(12)));
    }

    @Test
    void aDeletedUploadStaysForThePreviewThatPlaysIt() throws Exception {
        long recording = client.fileId("voice_clone", Sounds.wav(12));
        JsonObject reply = miniMaxClone(recording, ",\"text\":\"Hi\",\"model\":\"speech-2.8-hd\"");
        delete(recording, "voice_clone");
        assertThat(recordings()).hasSize(1);
        assertThat(preview(reply, "demo_audio")).isEqualTo(Sounds.wav(12));
    }

    private JsonObject clone(String provider, String url, String more) throws IOException, InterruptedException {
        return client.call(provider, "/minimax-voice-cloning", "{\"audio_url\":\"" + url + "\"" + more + "}");
    }

    private static String prompt(String url) {
        return ",\"clone_prompt\":{\"prompt_audio_url\":\"" + url + "\",\"prompt_text\":\"Hi.\"}";
    }

    private JsonObject miniMaxClone(long fileId, String more) throws IOException, InterruptedException {
        return client.miniMaxClone("{\"file_id\":" + fileId + ",\"voice_id\":\"MiniMax001\"" + more + "}");
    }

    private void delete(long fileId, String purpose) throws IOException, InterruptedException {
        String body = "{\"file_id\":" + fileId + ",\"purpose\":\"" + purpose + "\"}";
        assertThat(code(client.call("minimax", "/files/delete", body))).isZero();
    }

    private byte[] preview(JsonObject reply, String member) throws IOException, InterruptedException {
        URI url = URI.create(reply.get(member).getAsString());
        return client.download(HttpRequest.newBuilder(url).build()).body();
    }

    private Set<Path> recordings() throws IOException {
        return listed(directory);
    }

    private static Set<Path> directories() throws IOException {
        String own = "voicecloner-emulator-" + ProcessHandle.current().pid() + "-";
        return listed(Path.of(System.getProperty("java.io.tmpdir"))).stream()
                .filter(path -> path.getFileName().toString().startsWith(own))
                .collect(Collectors.toSet());
    }

    private static Set<Path> listed(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.collect(Collectors.toSet());
        }
    }
}
