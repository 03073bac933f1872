package io.voicecloner.emulator;

import static io.voicecloner.emulator.Client.code;
import static io.voicecloner.emulator.Client.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MiniMaxFilesTest {

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension();

    private Emulator emulator;
    private Client client;
    private long source;
    private long prompt;

    @BeforeEach
    void upload() throws Exception {
        emulator = extension.emulator();
        client = new Client(emulator);
        source = client.fileId("voice_clone", Sounds.wav(12));
        prompt = client.fileId("prompt_audio", Sounds.wav(4));
    }

    @Test
    void allFilesAreListedInTheOrderTheyCame() throws Exception {
        JsonObject reply = get("/files/list");
        assertThat(reply.keySet()).containsExactly("files", "base_resp");
        assertThat(code(reply)).isZero();
        assertThat(ids(reply)).containsExactly(source, prompt);
    }

    @Test
    void aListMayBeOfOnePurpose() throws Exception {
        assertThat(ids(get("/files/list?purpose=prompt_audio"))).containsExactly(prompt);
        assertThat(ids(get("/files/list?GroupId=1&purpose=voice%5Fclone"))).containsExactly(source);
        assertThat(ids(get("/files/list?purpose=t2a_async_input"))).isEmpty();
        assertThat(ids(get("/files/list?purpose="))).containsExactly(source, prompt);
    }

    @Test
    void anUnknownPurposeIsRefused() throws Exception {
        assertRefused(get("/files/list?purpose=holiday"), "purpose is unknown");
    }

    @Test
    void aQueryThatIsNotUrlEncodedIsRefused() throws Exception {
        URI url = client.url("minimax", "/files/list");
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            String request = "GET " + url.getPath() + "?purpose=%zz HTTP/1.1\r\nHost: " + url.getAuthority()
                    + "\r\nConnection: close\r\nAuthorization: Bearer " + emulator.apiKey() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("2013", "the query is not URL-encoded");
        }
    }

    @Test
    void aFileIsRetrievedAsItWasAnsweredWhenUploaded() throws Exception {
        JsonObject uploaded = client.upload("voice_clone", Sounds.wav(11));
        long id = uploaded.getAsJsonObject("file").get("file_id").getAsLong();
        assertThat(get("/files/retrieve?file_id=" + id)).isEqualTo(uploaded);
    }

    @ParameterizedTest
    @CsvSource({
        "'', file_id is required",
        "?file_id=, file_id is required",
        "?file_id=abc, file_id must be an int64",
        "?file_id=1.5, file_id must be an int64",
        "?file_id=9223372036854775808, file_id must be an int64",
        "?file_id=77, file_id is unknown"
    })
    void aFileThatIsNotThereIsNotRetrieved(String query, String problem) throws Exception {
        assertRefused(get("/files/retrieve" + query), problem);
    }

    @Test
    void aDeletedFileIsAnsweredWithItsIdAndIsGone() throws Exception {
        JsonObject reply = delete(source, "voice_clone");
        assertThat(reply)
                .hasToString(
                        "{\"file_id\":" + source + ",\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");
        assertThat(ids(get("/files/list"))).containsExactly(prompt);
        assertRefused(get("/files/retrieve?file_id=" + source), "file_id is unknown");
        assertRefused(delete(source, "voice_clone"), "file_id is unknown");
        assertThat(emulator.uploads()).extracting(ReceivedUpload::deleted).containsExactly(true, false);
    }

    @Test
    void aDeletedRecordingCannotBeClonedFrom() throws Exception {
        delete(source, "voice_clone");
        assertThat(code(clone(""))).isEqualTo(20132);
        assertThat(emulator.voices()).isEmpty();
    }

    @Test
    void aDeletedExampleCannotBeClonedWith() throws Exception {
        delete(prompt, "prompt_audio");
        String example = ",\"clone_prompt\":{\"prompt_audio\":" + prompt + ",\"prompt_text\":\"Hi.\"}";
        assertThat(code(clone(example))).isEqualTo(20132);
    }

    @Test
    void aVoiceAndItsPreviewOutliveTheirRecording() throws Exception {
        JsonObject cloned = clone(",\"text\":\"Hi\",\"model\":\"speech-2.8-hd\"");
        delete(source, "voice_clone");
        HttpResponse<byte[]> preview = client.download(
                HttpRequest.newBuilder(URI.create(cloned.get("demo_audio").getAsString()))
                        .build());
        assertThat(preview.body()).isEqualTo(Sounds.wav(12));
        assertThat(emulator.voices()).allMatch(EmulatedVoice::exists).hasSize(1);
    }

    @Test
    void deletingNeedsIdAndThePurposeOfTheFile() throws Exception {
        assertRefused(post("{\"purpose\":\"voice_clone\"}"), "file_id is required");
        assertRefused(post("{\"file_id\":" + source + "}"), "purpose is required");
        assertRefused(post("{\"file_id\":\"x\",\"purpose\":\"voice_clone\"}"), "file_id must be an int64");
        assertRefused(delete(source, "holiday"), "purpose is unknown");
        assertRefused(delete(source, "prompt_audio"), "purpose is not that of the file");
        assertRefused(delete(77, "voice_clone"), "file_id is unknown");
        assertThat(emulator.uploads()).noneMatch(ReceivedUpload::deleted);
    }

    @Test
    void theFileIdMayBeAStringOfDigitsAsInTheDocumentsExample() throws Exception {
        assertThat(code(post("{\"file_id\":\"" + source + "\",\"purpose\":\"voice_clone\"}")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"GET, /files/list", "GET, /files/retrieve?file_id=1", "POST, /files/delete"})
    void everyPathAsksForTheKey(String method, String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(client.url("minimax", path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{}"));
        assertThat(code(Client.json(client.send(request.build())))).isEqualTo(1004);
        request.header("Authorization", "Bearer wrong");
        assertThat(code(Client.json(client.send(request.build())))).isEqualTo(2049);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/files/list", "/files/retrieve"})
    void readingIsByGetOnly(String path) throws Exception {
        HttpResponse<String> response = client.post("minimax", path, "{}");
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void aProxyHasTheSamePaths() throws Exception {
        long id = client.fileId("proxy", "voice_clone", Sounds.wav(12));
        assertThat(ids(Client.json(client.get("proxy", "/files/list")))).containsExactly(id);
        assertThat(code(Client.json(client.get("proxy", "/files/retrieve?file_id=" + id))))
                .isZero();
        assertThat(code(client.call("proxy", "/files/delete", "{\"file_id\":" + id + ",\"purpose\":\"voice_clone\"}")))
                .isZero();
        assertThat(ids(Client.json(client.get("proxy", "/files/list")))).isEmpty();
    }

    private JsonObject get(String path) throws IOException, InterruptedException {
        return Client.json(client.get("minimax", path));
    }

    private JsonObject post(String json) throws IOException, InterruptedException {
        return client.call("minimax", "/files/delete", json);
    }

    private JsonObject delete(long fileId, String purpose) throws IOException, InterruptedException {
        return post("{\"file_id\":" + fileId + ",\"purpose\":\"" + purpose + "\"}");
    }

    private JsonObject clone(String more) throws IOException, InterruptedException {
        return client.miniMaxClone("{\"file_id\":" + source + ",\"voice_id\":\"MiniMax001\"" + more + "}");
    }

    private static List<Long> ids(JsonObject reply) {
        return StreamSupport.stream(reply.getAsJsonArray("files").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(file -> file.get("file_id").getAsLong())
                .toList();
    }

    private static void assertRefused(JsonObject reply, String part) {
        assertThat(reply.keySet()).containsExactly("base_resp");
        assertThat(code(reply)).isEqualTo(2013);
        assertThat(message(reply)).startsWith("invalid params, ").contains(part);
    }
}
