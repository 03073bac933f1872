package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.voicecloner.emulator.Wire.End;
import io.voicecloner.emulator.Wire.Received;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @RegisterExtension
    final EmulatorExtension extension =
            new EmulatorExtension(Emulator.builder().clock(Clock.fixed(NOON, ZoneOffset.UTC)));

    @Test
    void theStateTellsOfEveryProvider() throws Exception {
        long fileId = client().fileId("voice_clone", Sounds.wav(12));
        client().miniMaxClone("{\"file_id\":" + fileId + ",\"voice_id\":\"MiniMax001\"}");
        emulator().script("minimax", "voice_clone", Fault.code(1002, "").delayed(Duration.ofSeconds(2)));
        emulator().limit("minimax", 60, Duration.ofMinutes(1));
        emulator().quirk("minimax", Quirk.X_REQUEST_ID);
        JsonObject state = state(control("GET", "", ""));
        assertThat(state.get("time").getAsString()).isEqualTo("2026-01-02T12:00:00Z");
        assertThat(state.get("requests").getAsInt()).isEqualTo(2);
        JsonObject providers = state.getAsJsonObject("providers");
        assertThat(providers.keySet()).isEqualTo(emulator().baseUrls().keySet());
        JsonObject miniMax = providers.getAsJsonObject("minimax");
        assertThat(miniMax.get("baseUrl").getAsString())
                .isEqualTo(String.valueOf(emulator().baseUrls().get("minimax")));
        assertThat(miniMax.getAsJsonArray("routes").toString()).contains("files/upload", "preview", "voice_clone");
        assertThat(miniMax.get("uploads"))
                .hasToString("[{\"fileId\":" + fileId + ",\"purpose\":\"voice_clone\",\"bytes\":"
                        + Sounds.wav(12).length + ",\"deleted\":false}]");
        assertThat(miniMax.get("voices"))
                .hasToString(
                        "[{\"voiceId\":\"MiniMax001\",\"createdAt\":\"2026-01-02T12:00:00Z\",\"state\":\"unused\"}]");
        assertThat(miniMax.get("pendingFaults")).hasToString("{\"voice_clone\":[\"code 1002 delayed 2s\"]}");
        assertThat(miniMax.get("limit")).hasToString("{\"requests\":60,\"per\":\"60s\"}");
        assertThat(miniMax.get("quirks")).hasToString("[\"x-request-id\"]");
        assertThat(providers.getAsJsonObject("novita").keySet())
                .containsExactly(
                        "baseUrl", "routes", "uploads", "voices", "syntheses", "speech", "pendingFaults", "quirks");
    }

    @Test
    void theStateTellsThatAnUploadWasDeleted() throws Exception {
        long fileId = client().fileId("voice_clone", Sounds.wav(12));
        client().call("minimax", "/files/delete", "{\"file_id\":" + fileId + ",\"purpose\":\"voice_clone\"}");
        assertThat(miniMax(control("GET", "", "")).get("uploads").toString()).contains("\"deleted\":true");
    }

    @Test
    void theStateTellsOfTheNewestRequestsAndTheFaultsTheyMet() throws Exception {
        emulator().script("minimax", "voice_clone", Fault.status(503));
        client().post("minimax", "/voice_clone", "{}");
        assertThat(state(control("GET", "", "")).get("newestRequests"))
                .hasToString(
                        "[{\"method\":\"POST\",\"path\":\"/v1/voice_clone\",\"status\":503,\"fault\":\"status 503\"}]");
        for (int i = 0; i < 100; i++) {
            client().get("novita", "/" + i);
        }
        JsonObject state = state(control("GET", "", ""));
        assertThat(state.get("requests").getAsInt()).isEqualTo(101);
        JsonArray newest = state.getAsJsonArray("newestRequests");
        assertThat(newest).hasSize(100);
        assertThat(newest.get(0)).hasToString("{\"method\":\"GET\",\"path\":\"/v3/0\",\"status\":404,\"fault\":\"\"}");
        assertThat(newest.get(99).toString()).contains("/v3/99");
    }

    @Test
    void aVoiceIsMarkedAsUsed() throws Exception {
        long fileId = client().fileId("voice_clone", Sounds.wav(12));
        client().miniMaxClone("{\"file_id\":" + fileId + ",\"voice_id\":\"MiniMax001\"}");
        String use = "{\"provider\":\"minimax\",\"voiceId\":\"MiniMax001\",\"used\":true}";
        HttpResponse<String> response = control("POST", "/voices", use);
        assertThat(miniMax(response).get("voices").toString()).contains("\"state\":\"used\"");
        control("POST", "/clock", "{\"advance\":\"30d\"}");
        assertThat(emulator().voices()).extracting(EmulatedVoice::state).containsExactly(EmulatedVoice.State.USED);
    }

    @Test
    void itsOwnRequestsAreNotRemembered() throws Exception {
        control("GET", "", "");
        control("POST", "/scripts", "{}");
        control("GET", "/nowhere", "");
        assertThat(emulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "POST,/scripts", "DELETE,/quirks", "POST,/clock", "GET,/nowhere"})
    void nothingIsToldOrDoneWithoutTheKey(String method, String path) throws Exception {
        for (String authorization :
                List.of("Bearer wrong", "Basic " + emulator().apiKey())) {
            HttpResponse<String> response = client().send(HttpRequest.newBuilder(url(path))
                    .header("Authorization", authorization)
                    .method(method, BodyPublishers.ofString("{\"advance\":\"1h\"}"))
                    .build());
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(problems(response)).containsExactly("Authorization must be Bearer and the emulator's key");
        }
        assertThat(state(control("GET", "", "")).get("time").getAsString()).isEqualTo("2026-01-02T12:00:00Z");
    }

    @Test
    void everyFaultCanBeScripted() throws Exception {
        HttpResponse<String> response = control("POST", "/scripts", """
                {"provider": "minimax", "route": "voice_clone", "faults": [
                  {"code": 1002, "message": "slow", "delay": "2s", "retryAfter": "3", "afterActing": true},
                  {"reason": {"status": 403, "reason": "INVALID_API_KEY", "message": "no"}},
                  {"status": 503},
                  {"answer": {"status": 200, "contentType": "text/plain", "body": "hm"}},
                  {"html": true},
                  {"drop": "before"},
                  {"drop": "after", "reset": true},
                  {"truncated": true},
                  {"drip": "20ms"},
                  {"delay": "1h"}]}
                """);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(emulator().pendingFaults())
                .hasToString("{minimax/voice_clone=[code 1002 after acting delayed 2s Retry-After 3,"
                        + " reason 403 INVALID_API_KEY, status 503, answer 200, html, drop before,"
                        + " drop after with a reset, truncated, drip 20ms, honest delayed 3600s]}");
        assertThat(state(response)
                        .getAsJsonObject("providers")
                        .getAsJsonObject("minimax")
                        .get("pendingFaults")
                        .toString())
                .contains("drop before");
        assertThat(control("DELETE", "/scripts", "").statusCode()).isEqualTo(200);
        assertThat(emulator().pendingFaults()).isEmpty();
    }

    @Test
    void whatWasScriptedIsMet() throws Exception {
        control("POST", "/scripts", """
                {"provider": "minimax", "route": "voice_clone", "faults": [
                  {"drop": "before", "reset": true},
                  {"answer": {"status": 502, "contentType": "text/html", "body": "<h1>Bad Gateway</h1>"}, "retryAfter": "7"},
                  {"code": 2049, "message": "invalid api key"}]}
                """);
        try (Wire wire = new Wire(emulator()).post("/v1/voice_clone", "{}")) {
            assertThat(wire.receive()).isEqualTo(new Received("", End.RST));
        }
        HttpResponse<String> badGateway = client().post("minimax", "/voice_clone", "{}");
        assertThat(badGateway.statusCode()).isEqualTo(502);
        assertThat(badGateway.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(badGateway.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(badGateway.body()).isEqualTo("<h1>Bad Gateway</h1>");
        assertThat(Client.message(client().miniMaxClone("{}"))).isEqualTo("invalid api key");
    }

    @Test
    void allProblemsAreToldAndNothingIsDone() throws Exception {
        HttpResponse<String> response = control("POST", "/scripts", """
                {"provider": "acme", "route": "", "colour": "red", "faults": [
                  {"status": 503},
                  {"cod": 1002},
                  {"code": "1002"},
                  {"status": 99},
                  {"html": false},
                  {"drop": "sideways", "reset": true},
                  {"drop": "after", "afterActing": true},
                  {"html": true, "truncated": true},
                  {"delay": "soon"},
                  {"answer": {"status": 200}},
                  {"reason": 7},
                  "html"]}
                """);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(problems(response))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("no provider \"acme\" is emulated, only minimax"),
                        problem -> assertThat(problem).isEqualTo("route must not be empty"),
                        problem -> assertThat(problem).isEqualTo("faults[11] must be an object"),
                        problem -> assertThat(problem).startsWith("faults[1]: needs one of code, reason, "),
                        problem -> assertThat(problem).startsWith("faults[1].cod is unknown; known are code, "),
                        problem -> assertThat(problem).isEqualTo("faults[2].code must be an int64"),
                        problem -> assertThat(problem).isEqualTo("faults[3]: a status is from 200 to 999, not 99"),
                        problem -> assertThat(problem).isEqualTo("faults[4]: html can only be true"),
                        problem -> assertThat(problem).isEqualTo("faults[5]: drop must be \"before\" or \"after\""),
                        problem ->
                                assertThat(problem).startsWith("faults[6]: \"drop after\" cannot be told to act first"),
                        problem -> assertThat(problem).startsWith("faults[7]: is html and truncated at once"),
                        problem -> assertThat(problem).startsWith("faults[8].delay must be a duration such as 20ms"),
                        problem -> assertThat(problem).isEqualTo("faults[9].answer.contentType is required"),
                        problem -> assertThat(problem).isEqualTo("faults[10].reason must be an object"),
                        problem ->
                                assertThat(problem).isEqualTo("colour is unknown; known are provider, route, faults"));
        assertThat(emulator().pendingFaults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/scripts | not JSON | the body is not JSON",
                "/scripts | [] | the body is not one JSON object",
                "/scripts | {\"provider\":\"minimax\",\"route\":\"upload\",\"faults\":[{\"html\":true}]} | minimax has no route \"upload\", only ",
                "/scripts | {\"provider\":\"minimax\",\"route\":\"preview\",\"faults\":[]} | faults must not be empty",
                "/scripts | {\"provider\":\"minimax\",\"route\":\"preview\",\"faults\":[null]} | faults must not hold null",
                "/limits | {\"provider\":\"minimax\",\"requests\":1.5,\"per\":\"1m\"} | requests must be an int64",
                "/limits | {\"provider\":\"minimax\",\"requests\":3000000000,\"per\":\"1m\"} | requests must be an int32",
                "/limits | {\"provider\":\"minimax\",\"requests\":-1,\"per\":\"1m\"} | a limit is 0 or more requests, not -1",
                "/limits | {\"provider\":\"minimax\",\"requests\":1,\"per\":\"0s\"} | a limit holds for a time above 0",
                "/quirks | {\"provider\":\"minimax\",\"quirks\":[\"x-request-id\",\"shy\"]} | no quirk \"shy\" is known, only upload-at-files",
                "/quirks | {\"provider\":\"novita\",\"quirks\":[\"x-request-id\"]} | novita has no quirk x-request-id, only nested-speech",
                "/quirks | {\"provider\":\"novita\",\"quirks\":[\"nested-speech\",\"x-request-id\"]} | novita has no quirk x-request-id",
                "/voices | {\"provider\":\"minimax\",\"voiceId\":\"MiniMax001\",\"used\":true} | minimax has no voice \"MiniMax001\"",
                "/voices | {\"provider\":\"acme\",\"voiceId\":\"MiniMax001\",\"used\":true} | no provider \"acme\" is emulated, only minimax",
                "/voices | {\"provider\":\"minimax\",\"used\":true} | voiceId is required",
                "/voices | {\"provider\":\"minimax\",\"voiceId\":\"MiniMax001\"} | used can only be true",
                "/voices | {\"provider\":\"minimax\",\"voiceId\":\"MiniMax001\",\"used\":false} | used can only be true",
                "/speech | {\"provider\":\"minimax\"} | needs repeatAudio or tasks",
                "/speech | {\"provider\":\"minimax\",\"repeatAudio\":0} | repeatAudio must be 1 or more",
                "/speech | {\"provider\":\"minimax\",\"tasks\":{}} | tasks.queries is required",
                "/speech | {\"provider\":\"minimax\",\"tasks\":{\"queries\":-1}} | a task goes on for 0 or more queries, not -1",
                "/speech | {\"provider\":\"minimax\",\"tasks\":{\"queries\":1,\"end\":\"lost\"}} | no end \"lost\" is known, only succeeded, failed, expired",
                "/speech | {\"provider\":\"novita\",\"repeatAudio\":2,\"tasks\":{\"queries\":1,\"end\":\"expired\"}} | no task of novita expires",
                "/clock | {\"advance\":\"-1h\"} | advance must be a duration",
                "/clock | {} | advance is required",
                "/clock | {\"advance\":\"999999999d\"} | the clock is not set beyond the year 9999",
            })
    void aBadRequestIsToldWhy(String path, String body, String problem) throws Exception {
        HttpResponse<String> response = control("POST", path, body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(problems(response)).singleElement().asString().startsWith(problem);
        JsonObject state = state(control("GET", "", ""));
        assertThat(state.getAsJsonObject("providers").getAsJsonObject("minimax").get("quirks"))
                .hasToString("[]");
    }

    @Test
    void limitsAreSetAndLifted() throws Exception {
        control("POST", "/limits", "{\"provider\":\"minimax\",\"requests\":0,\"per\":\"1m\"}");
        assertThat(Client.code(client().miniMaxClone("{}"))).isEqualTo(1002);
        control("DELETE", "/limits", "");
        assertThat(Client.code(client().miniMaxClone("{}"))).isEqualTo(2013);
    }

    @Test
    void speechIsLimitedByItself() throws Exception {
        HttpResponse<String> response =
                control("POST", "/limits", "{\"provider\":\"minimax\",\"requests\":0,\"per\":\"1m\",\"speech\":true}");
        JsonObject miniMax = state(response).getAsJsonObject("providers").getAsJsonObject("minimax");
        assertThat(miniMax.get("speechLimit")).hasToString("{\"requests\":0,\"per\":\"60s\"}");
        assertThat(miniMax.has("limit")).isFalse();
        assertThat(Client.code(client().call("minimax", "/t2a_v2", "{}"))).isEqualTo(1002);
        assertThat(Client.code(client().miniMaxClone("{}"))).isEqualTo(2013);
        control("DELETE", "/limits", "");
        assertThat(Client.code(client().call("minimax", "/t2a_v2", "{}"))).isEqualTo(2013);
    }

    @Test
    void howAProviderSpeaksIsSetAndTold() throws Exception {
        SpeechClient speech = new SpeechClient(emulator()).cloneAt("minimax");
        control(
                "POST",
                "/speech",
                "{\"provider\":\"minimax\",\"repeatAudio\":2,\"tasks\":{\"queries\":0,\"end\":\"failed\"}}");
        assertThat(MiniMaxSpeechTest.audio(Client.json(speech.speak("")).getAsJsonObject("data")))
                .hasSize(2 * speech.recording().length);
        assertThat(speech.query(speech.begin("")).get("status").getAsString()).isEqualTo("Failed");
        JsonObject miniMax =
                state(control("GET", "", "")).getAsJsonObject("providers").getAsJsonObject("minimax");
        assertThat(miniMax.get("speech"))
                .hasToString("{\"repeatAudio\":2,\"tasks\":{\"queries\":0,\"end\":\"failed\"}}");
        assertThat(miniMax.get("syntheses"))
                .hasToString("[{\"voiceId\":\"MiniMax001\",\"model\":\"speech-02-hd\",\"characters\":2,"
                        + "\"at\":\"2026-01-02T12:00:00Z\",\"async\":false}]");
        JsonObject cleared = state(control("DELETE", "/speech", ""))
                .getAsJsonObject("providers")
                .getAsJsonObject("minimax");
        assertThat(cleared.get("speech"))
                .hasToString("{\"repeatAudio\":1,\"tasks\":{\"queries\":1,\"end\":\"succeeded\"}}");
    }

    @Test
    void quirksAreSwitchedOnAndOff() throws Exception {
        control("POST", "/quirks", "{\"provider\":\"minimax\",\"quirks\":[\"gateway-errors\",\"x-request-id\"]}");
        HttpResponse<String> gateway = client().post("minimax", "/voice_clone", "{}");
        assertThat(gateway.statusCode()).isEqualTo(400);
        assertThat(gateway.headers().firstValue("x-request-id")).isPresent();
        control("DELETE", "/quirks", "");
        assertThat(client().post("minimax", "/voice_clone", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void theClockIsSetForward() throws Exception {
        control("POST", "/clock", "{\"advance\":\"168h\"}");
        JsonObject state = state(control("POST", "/clock", "{\"advance\":\"1500ms\"}"));
        assertThat(state.get("time").getAsString()).isEqualTo("2026-01-09T12:00:01.500Z");
        client().fileId("voice_clone", Sounds.wav(10));
        assertThat(emulator().uploads())
                .extracting(ReceivedUpload::createdAt)
                .containsExactly(Instant.parse("2026-01-09T12:00:01.500Z"));
    }

    @Test
    void theClockIsSetToTheEndOfTheYear9999ButNotBeyond() throws Exception {
        Instant last = Instant.parse("9999-12-31T23:59:59Z");
        emulator().advance(Duration.between(NOON, last));
        assertThat(control("POST", "/clock", "{\"advance\":\"1ms\"}").statusCode())
                .isEqualTo(400);
        assertThatThrownBy(() -> emulator().advance(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
        client().fileId("voice_clone", Sounds.wav(10));
        assertThat(emulator().uploads()).extracting(ReceivedUpload::createdAt).containsExactly(last);
    }

    @ParameterizedTest
    @CsvSource({"POST,''", "GET,/scripts", "DELETE,/clock", "DELETE,/voices", "GET,/", "POST,/scripts/"})
    void whatElseThereIsIsTold(String method, String path) throws Exception {
        HttpResponse<String> response = control(method, path, "{}");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(problems(response)).singleElement().asString().startsWith("there are GET /emulator; ");
    }

    @Test
    void aPathThatOnlyBeginsAlikeIsNotMeant() throws Exception {
        assertThat(control("GET", "s", "").body()).isEqualTo("404 page not found");
        assertThat(emulator().requests()).hasSize(1);
    }

    private HttpResponse<String> control(String method, String path, String body) throws Exception {
        return client().send(client().authorized(url(path))
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private static JsonObject miniMax(HttpResponse<String> response) {
        return state(response).getAsJsonObject("providers").getAsJsonObject("minimax");
    }

    private URI url(String path) {
        return URI.create(emulator().controlUrl() + path);
    }

    private static JsonObject state(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return Client.json(response);
    }

    private static List<String> problems(HttpResponse<String> response) {
        List<String> problems = new ArrayList<>();
        Client.json(response).getAsJsonArray("problems").forEach(each -> problems.add(each.getAsString()));
        return problems;
    }

    private Emulator emulator() {
        return extension.emulator();
    }

    private Client client() {
        return new Client(emulator());
    }
}
