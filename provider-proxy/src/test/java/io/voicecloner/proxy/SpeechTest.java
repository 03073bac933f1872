package io.voicecloner.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.ClonedVoice;
import io.voicecloner.ConfigurationException;
import io.voicecloner.Feature;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Synthesis;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import io.voicecloner.testkit.RecordedTime;
import io.voicecloner.testkit.wire.Json;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Speech through a gateway, below its own prefix and with its own words (wire-facts 4.4, 4.5). */
class SpeechTest {
    private static final VoiceRef VOICE = VoiceRef.of("proxy", ProxyBench.VOICE_ID);
    private static final byte[] AUDIO = "ID3 the audio".getBytes(StandardCharsets.US_ASCII);
    private static final String HEX = "494433207468652061756469" + "6f";
    private static final String DONE = "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}";

    @AutoClose
    private final WireServer server = new WireServer(this::answer);

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();

    /** The example of a gateway's page, with the voice that is asked for. */
    @Test
    void theRequestGoesBelowThePrefix() {
        on("/t2a_v2", "{\"data\":{\"audio\":\"" + HEX + "\",\"status\":2}," + DONE + "}");

        assertThat(spoken(SpeechRequest.of(VOICE, "Hello.")
                        .withModel("speech-2.6-hd")
                        .withLanguage("auto")
                        .withSpeed(1)
                        .withFormat("wav")))
                .isEqualTo(AUDIO);

        assertThat(Json.parse(received("/t2a_v2").get(0).text())).isEqualTo(Json.parse("""
                {"model":"speech-2.6-hd","text":"Hello.","stream":false,"output_format":"hex","language_boost":"auto",
                 "voice_setting":{"voice_id":"MiniMax001","speed":1.0},"audio_setting":{"format":"wav"}}"""));
    }

    @Test
    void aStreamComesThroughInTheGatewaysWay() {
        scripts.put(
                "/t2a_v2",
                request -> Reply.of(
                        200,
                        "text/event-stream",
                        "data:{\"audio\":\"" + HEX + "\",\"status\":1}\n\ndata:{\"status\":2}\n\ndata:[DONE]\n\n"));

        assertThat(spoken(SpeechRequest.of(VOICE, "Hello."))).isEqualTo(AUDIO);
    }

    /** This one's pages write the id of a task as a text. */
    @Test
    void aLongTextIsSpokenByATask() {
        on(
                "/t2a_async_v2",
                "{\"task_id\":\"95157322514444\",\"file_id\":95157322514444,\"usage_characters\":101," + DONE + "}");
        on("/query/t2a_async_query_v2", "{\"task_id\":\"95157322514444\",\"status\":\"Success\"," + DONE + "}");
        on("/files/retrieve", "{\"file\":{\"download_url\":\"" + server.uri("/audio.mp3") + "\"}," + DONE + "}");
        scripts.put("/audio.mp3", request -> Reply.bytes(Reply.message(200, "audio/mpeg", AUDIO)));

        assertThat(spoken(SpeechRequest.of(VOICE, "Hello. ".repeat(2000)))).isEqualTo(AUDIO);

        assertThat(received("/query/t2a_async_query_v2").get(0).query()).contains("task_id=95157322514444");
        assertThat(received("/files/retrieve").get(0).query()).contains("file_id=95157322514444");
    }

    @Test
    void aGatewayThatDoesNotSpeakIsAskedOnceAndItsWordsAreTold() {
        scripts.put(
                "/t2a_v2",
                request -> Reply.of(
                        404, "application/json", ProxyBench.error("Invalid URL (POST /minimax/v1/t2a_v2)", "null")));

        VoiceClonerException failure = failure();

        assertThat(failure).isInstanceOf(ConfigurationException.class);
        assertThat(failure).message().doesNotContain("upload");
        assertThat(failure.providerMessage()).contains("Invalid URL (POST /minimax/v1/t2a_v2)");
        assertThat(received("/t2a_v2")).hasSize(1);
    }

    @Test
    void aPageInPlaceOfSpeechIsUnexpected() {
        scripts.put("/t2a_v2", request -> Reply.of(200, "text/html", "<html>hello</html>"));

        assertThat(failure()).isInstanceOf(UnexpectedReplyException.class).hasMessageContaining("<html>hello</html>");
        assertThat(received("/t2a_v2")).hasSize(1);
    }

    @Test
    void anUnknownModelPassesWithAWarning() {
        on("/t2a_v2", "{\"data\":{\"audio\":\"" + HEX + "\"}," + DONE + "}");
        ByteArrayOutputStream heard = new ByteArrayOutputStream();

        try (VoiceCloner cloner = open()) {
            Synthesis speech =
                    cloner.speech().synthesize(SpeechRequest.of(VOICE, "Hello.").withModel("speech-9-ultra"), heard);

            assertThat(speech.warnings()).singleElement().asString().contains("speech-9-ultra");
        }
        assertThat(received("/t2a_v2").get(0).text()).contains("\"model\":\"speech-9-ultra\"");
    }

    @Test
    void voicesAreNeitherListedNorDeleted() {
        try (VoiceCloner cloner = open()) {
            assertThat(cloner.capabilities().features())
                    .contains(Feature.SPEECH)
                    .doesNotContain(Feature.LIST_VOICES, Feature.DELETE_VOICE);
            assertThat(catchThrowableOfType(InvalidRequestException.class, cloner::catalog))
                    .hasMessageContaining("neither lists nor deletes voices");
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void recordingsAreDeletedWhereTheGatewayCan() {
        on("/files/upload", ProxyBench.uploaded("123456789"));
        on("/voice_clone", ProxyBench.SUCCESS);
        on("/files/delete", "{\"file_id\":123456789," + DONE + "}");

        try (VoiceCloner cloner = open()) {
            ClonedVoice voice = cloner.cloneVoice(Requests.plain().withRecordingsDeleted(true));

            assertThat(voice.orphans()).isEmpty();
        }
        assertThat(Json.parse(received("/files/delete").get(0).text()))
                .isEqualTo(Json.parse("{\"file_id\":123456789,\"purpose\":\"voice_clone\"}"));
    }

    @Test
    void recordingsThatTheGatewayCannotDeleteAreNamed() {
        on("/files/upload", ProxyBench.uploaded("123456789"));
        on("/voice_clone", ProxyBench.SUCCESS);
        scripts.put("/files/delete", request -> Reply.of(404, "text/plain", "404 page not found"));

        try (VoiceCloner cloner = open()) {
            ClonedVoice voice = cloner.cloneVoice(Requests.plain().withRecordingsDeleted(true));

            assertThat(voice.orphans()).containsExactly("123456789");
            assertThat(voice.warnings()).singleElement().asString().contains("could not be deleted");
        }
    }

    private void on(String path, String json) {
        scripts.put(path, request -> Reply.json(json));
    }

    private Reply answer(Received request) throws Exception {
        Script script = scripts.get(request.path().replace(ProxyBench.PREFIX, ""));
        return script == null ? Reply.of(404, "text/plain", "404 page not found") : script.to(request);
    }

    private List<Received> received(String path) {
        return server.received().stream()
                .filter(request -> request.path().equals(ProxyBench.PREFIX + path))
                .toList();
    }

    private VoiceCloner open() {
        return VoiceCloners.builder()
                .properties(Map.of(
                        "voicecloner.provider",
                        "proxy",
                        "voicecloner.proxy.api-key",
                        ProxyBench.KEY,
                        "voicecloner.proxy.rate",
                        "unlimited",
                        "voicecloner.proxy.base-url",
                        server.uri(ProxyBench.PREFIX).toString()))
                .time(new RecordedTime())
                .build();
    }

    private byte[] spoken(SpeechRequest request) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (VoiceCloner cloner = open()) {
            cloner.speech().synthesize(request, heard);
        }
        return heard.toByteArray();
    }

    private VoiceClonerException failure() {
        try (VoiceCloner cloner = open()) {
            VoiceClonerException failure = catchThrowableOfType(
                    VoiceClonerException.class,
                    () -> cloner.speech().synthesize(SpeechRequest.of(VOICE, "Hello."), new ByteArrayOutputStream()));
            assertThat(failure).as("it must fail").isNotNull();
            return failure;
        }
    }
}
