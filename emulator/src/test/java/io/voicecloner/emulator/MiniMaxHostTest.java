package io.voicecloner.emulator;

import static io.voicecloner.emulator.Client.code;
import static io.voicecloner.emulator.Client.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmulatorExtension.class)
class MiniMaxHostTest {
    private final Client client;
    private final Emulator emulator;

    MiniMaxHostTest(Emulator emulator) {
        this.emulator = emulator;
        this.client = new Client(emulator);
    }

    @Test
    void withoutAKeyTheAnswerIs1004() throws Exception {
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(client.url("minimax", "/voice_clone"))
                .POST(BodyPublishers.ofString("{}"))
                .build());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(code(Client.json(response))).isEqualTo(1004);
        assertThat(message(Client.json(response)))
                .isEqualTo(
                        "login fail: Please carry the API secret key in the 'Authorization' field of the request header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Basic dTpw", "Token x"})
    void otherSchemesCountAsNoKey(String authorization) throws Exception {
        assertThat(code(Client.json(cloneWith(authorization)))).isEqualTo(1004);
    }

    @Test
    void aWrongKeyIs2049() throws Exception {
        HttpResponse<String> response = cloneWith("Bearer wrong");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(code(Client.json(response))).isEqualTo(2049);
        assertThat(message(Client.json(response))).isEqualTo("invalid api key");
    }

    @Test
    void aWrongKeyIsToldEvenToALargeUpload() throws Exception {
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(client.url("minimax", "/files/upload"))
                .header("Authorization", "Bearer wrong")
                .header("Content-Type", "multipart/form-data; boundary=" + Client.BOUNDARY)
                .POST(BodyPublishers.ofByteArray(new byte[5_000_000]))
                .build());
        assertThat(code(Client.json(response))).isEqualTo(2049);
    }

    @Test
    void theSchemeMayBeInLowerCase() throws Exception {
        assertThat(code(Client.json(cloneWith("bearer " + emulator.apiKey())))).isEqualTo(2013);
    }

    @Test
    void everyAnswerHasATraceIdOfItsOwn() throws Exception {
        HttpResponse<String> refused = client.post("minimax", "/voice_clone", "{}");
        HttpResponse<String> lost = client.post("minimax", "/nothing_here", "{}");
        String first = refused.headers().firstValue("Trace-Id").orElseThrow();
        String second = lost.headers().firstValue("Trace-Id").orElseThrow();
        assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
        assertThat(emulator.requests()).extracting(ReceivedRequest::traceId).contains(first, second);
    }

    @Test
    void aGroupIdIsAccepted() throws Exception {
        HttpResponse<String> response = client.post("minimax", "/voice_clone?GroupId=1234", "{}");
        assertThat(code(Client.json(response))).isEqualTo(2013);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "/voice_clone/", "//voice_clone", "/voice-clone", "/files", "/minimax-voice-cloning"})
    void otherPathsAreNotFound(String path) throws Exception {
        HttpResponse<String> response = client.post("minimax", path, "{}");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(response.body()).isEqualTo("404 page not found");
    }

    @Test
    void otherMethodsAreNotAllowed() throws Exception {
        HttpResponse<String> response = client.send(
                client.authorized(client.url("minimax", "/voice_clone")).GET().build());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    }

    private HttpResponse<String> cloneWith(String authorization) throws Exception {
        return client.send(HttpRequest.newBuilder(client.url("minimax", "/voice_clone"))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build());
    }
}
