package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmulatorExtension.class)
class NovitaHostTest {
    private final Client client;

    NovitaHostTest(Emulator emulator) {
        this.client = new Client(emulator);
    }

    @Test
    void withoutAKeyTheAnswerIs400() throws Exception {
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(client.url("novita", "/minimax-voice-cloning"))
                        .POST(BodyPublishers.ofString("{}"))
                        .build());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.json(response).get("reason").getAsString()).isEqualTo("MISSING_API_KEY");
    }

    @Test
    void aWrongKeyIs403AsCaptured() throws Exception {
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(client.url("novita", "/minimax-voice-cloning"))
                        .header("Authorization", "Bearer wrong")
                        .POST(BodyPublishers.ofString("{}"))
                        .build());
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body())
                .isEqualTo(
                        "{\"code\":403,\"reason\":\"INVALID_API_KEY\",\"message\":\"invalid api-key\",\"metadata\":{}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/minimax-voice-cloning/", "/voice_clone", "/files/upload"})
    void otherPathsAreNotFound(String path) throws Exception {
        HttpResponse<String> response = client.post("novita", path, "{}");
        assertThat(response.statusCode()).isEqualTo(404);
        JsonObject error = Client.json(response);
        assertThat(error.get("code").getAsInt()).isEqualTo(404);
        assertThat(error.get("reason").getAsString()).isEqualTo("API_NOT_FOUND");
    }

    @Test
    void otherMethodsAreNotFound() throws Exception {
        HttpResponse<String> response = client.send(client.authorized(client.url("novita", "/minimax-voice-cloning"))
                .GET()
                .build());
        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void noTraceHeaderIsSentAsNoneIsDocumented() throws Exception {
        HttpResponse<String> response = client.post("novita", "/minimax-voice-cloning", "{}");
        assertThat(response.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("trace"));
    }
}
