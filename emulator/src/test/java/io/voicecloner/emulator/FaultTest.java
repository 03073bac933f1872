package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.voicecloner.emulator.Wire.End;
import io.voicecloner.emulator.Wire.Received;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultTest {
    private static final String CLONE = "voice_clone";
    private static final String SUCCESS = "{\"status_code\":0,\"status_msg\":\"success\"}";

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension();

    private long fileId;

    @BeforeEach
    void upload() throws Exception {
        fileId = client().fileId("voice_clone", Sounds.wav(12));
    }

    @Test
    void aCodeComesInTheEnvelopeOfMiniMaxAndNothingIsDone() throws Exception {
        Received received = cloneMeeting(Fault.code(1002, "rate limit"));
        assertThat(received.status()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(received.head()).contains("application/json", "Trace-Id: ");
        assertThat(received.body()).isEqualTo("{\"base_resp\":{\"status_code\":1002,\"status_msg\":\"rate limit\"}}");
        assertThat(emulator().voices()).isEmpty();
    }

    @Test
    void aReasonComesInTheEnvelopeOfNovitaAndNothingIsDone() throws Exception {
        emulator().script("novita", "minimax-voice-cloning", Fault.reason(429, "RATE_LIMIT_EXCEEDED", "slow down"));
        HttpResponse<String> response =
                client().post("novita", "/minimax-voice-cloning", "{\"audio_url\":\"http://127.0.0.1:1/a.wav\"}");
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body())
                .isEqualTo(
                        "{\"code\":429,\"reason\":\"RATE_LIMIT_EXCEEDED\",\"message\":\"slow down\",\"metadata\":{}}");
        assertThat(emulator().voices()).isEmpty();
    }

    @Test
    void aCodeMayComeFromBehindTheOtherDialectToo() throws Exception {
        emulator().script("novita", "minimax-voice-cloning", Fault.code(1039, "tokens"));
        HttpResponse<String> response = client().post("novita", "/minimax-voice-cloning", "{}");
        assertThat(Client.code(Client.json(response))).isEqualTo(1039);
    }

    @Test
    void aStatusComesWithAnEmptyBody() throws Exception {
        Received received = cloneMeeting(Fault.status(503));
        assertThat(received.status()).isEqualTo("HTTP/1.1 503 Service Unavailable");
        assertThat(received.head()).contains("Content-Length: 0").doesNotContain("Content-Type");
        assertThat(received.body()).isEmpty();
        assertThat(emulator().voices()).isEmpty();
    }

    @Test
    void anAnswerComesByteForByte() throws Exception {
        Received received = cloneMeeting(Fault.answer(418, "application/x-odd", "Grüße\r\n{"));
        assertThat(received.status()).startsWith("HTTP/1.1 418 ");
        assertThat(received.head()).contains("Content-Type: application/x-odd", "Content-Length: 10");
        assertThat(received.body()).isEqualTo("Grüße\r\n{");
    }

    @Test
    void aWebPageComesWith200() throws Exception {
        Received received = cloneMeeting(Fault.html());
        assertThat(received.status()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(received.head()).contains("Content-Type: text/html");
        assertThat(received.body()).startsWith("<!DOCTYPE html>");
        assertThat(emulator().voices()).isEmpty();
    }

    @Test
    void retryAfterIsSentAsItIsHoweverOdd() throws Exception {
        assertThat(cloneMeeting(Fault.status(429).retryAfter("-1")).head()).contains("\r\nRetry-After: -1\r\n");
        assertThat(cloneMeeting(Fault.code(1002, "").retryAfter("Wed, 21 Oct 2026 07:28:00 GMT"))
                        .head())
                .contains("\r\nRetry-After: Wed, 21 Oct 2026 07:28:00 GMT\r\n");
        assertThat(cloneMeeting(Fault.html().retryAfter("99999999999999999999")).head())
                .contains("\r\nRetry-After: 99999999999999999999\r\n");
    }

    @Test
    void dropBeforeEndsTheConnectionInOrderWithNothingDone() throws Exception {
        assertThat(cloneMeeting(Fault.dropBefore())).isEqualTo(new Received("", End.FIN));
        assertThat(emulator().voices()).isEmpty();
        assertThat(emulator().createCount("MiniMax001")).isOne();
        assertThat(cloned().body()).contains(SUCCESS);
        assertThat(emulator().createCount("MiniMax001")).isEqualTo(2);
    }

    @Test
    void dropAfterEndsTheConnectionInOrderWithAllDone() throws Exception {
        assertThat(cloneMeeting(Fault.dropAfter())).isEqualTo(new Received("", End.FIN));
        assertThat(emulator().voices()).extracting(EmulatedVoice::voiceId).containsExactly("MiniMax001");
        assertThat(cloned().body()).contains("2039");
        assertThat(emulator().createCount("MiniMax001")).isEqualTo(2);
    }

    @Test
    void bothCanEndWithAResetInstead() throws Exception {
        assertThat(cloneMeeting(Fault.dropBefore().reset())).isEqualTo(new Received("", End.RST));
        assertThat(emulator().voices()).isEmpty();
        assertThat(cloneMeeting(Fault.dropAfter().reset())).isEqualTo(new Received("", End.RST));
        assertThat(emulator().voices()).hasSize(1);
    }

    @Test
    void aTruncatedAnswerAnnouncesMoreThanItSends() throws Exception {
        Received received = cloneMeeting(Fault.truncated());
        assertThat(received.end()).isEqualTo(End.FIN);
        String whole = "{\"input_sensitive\":false,\"input_sensitive_type\":0,\"demo_audio\":\"\",\"base_resp\":"
                + SUCCESS + "}";
        assertThat(received.head()).contains("Content-Length: " + whole.length());
        assertThat(received.body()).isEqualTo(whole.substring(0, whole.length() / 2));
        assertThat(emulator().voices()).hasSize(1);
        assertThat(cloneMeeting(Fault.truncated().reset()).end()).isEqualTo(End.RST);
    }

    @Test
    void aDrippingAnswerComesByteByByte() throws Exception {
        emulator().script("minimax", CLONE, Fault.drip(Duration.ofMillis(2)));
        try (Wire wire = new Wire(emulator()).post("/v1/voice_clone", body())) {
            long start = System.nanoTime();
            Received received = wire.receive();
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            assertThat(received.body()).endsWith(SUCCESS + "}");
            assertThat(taken)
                    .isGreaterThan(Duration.ofMillis(2L * (received.body().length() - 1)));
            assertThat(wire.post("/v1/voice_clone", "{}").receive().body()).contains("2013");
        }
    }

    @Test
    void aDelayedRequestIsDoneAtOnceAndAnsweredLater() throws Exception {
        emulator().script("minimax", CLONE, Fault.delay(Duration.ofHours(1)));
        try (Wire wire = new Wire(emulator()).post("/v1/voice_clone", body())) {
            awaitRequests(2);
            assertThat(wire.isSilent()).isTrue();
            assertThat(emulator().voices()).hasSize(1);
            assertThat(emulator().requests()).last().satisfies(request -> {
                assertThat(request.status()).isEqualTo(200);
                assertThat(request.fault()).isEqualTo("honest delayed 3600s");
            });
        }
    }

    @Test
    void anyFaultCanBeDelayed() throws Exception {
        long start = System.nanoTime();
        Received received =
                cloneMeeting(Fault.dropBefore().delayed(Duration.ofMillis(60)).delayed(Duration.ofMillis(60)));
        assertThat(received.end()).isEqualTo(End.FIN);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        assertThat(cloneMeeting(Fault.delay(Duration.ofMillis(1))).body()).contains(SUCCESS);
    }

    @Test
    void afterActingTheVoiceExistsAlthoughTheAnswerDeniesIt() throws Exception {
        Received received = cloneMeeting(Fault.code(1000, "unknown error").afterActing());
        assertThat(received.body()).contains("1000");
        assertThat(emulator().voices()).hasSize(1);
        assertThat(emulator().requests())
                .last()
                .extracting(ReceivedRequest::fault)
                .isEqualTo("code 1000 after acting");
    }

    @Test
    void previewsOfAProviderHaveTheirOwnScript() throws Exception {
        String url = Client.json(client().post("minimax", "/voice_clone", bodyWithPreview()))
                .get("demo_audio")
                .getAsString();
        String path = url.substring(url.indexOf("/preview"));
        emulator().script("novita", "preview", Fault.status(500));
        emulator().script("minimax", "preview", Fault.status(404), Fault.truncated());
        assertThat(exchanged(path).status()).isEqualTo("HTTP/1.1 404 Not Found");
        assertThat(exchanged("/preview/unknown.wav").body()).isEqualTo("404 page not found");
        Received half = exchanged(path);
        assertThat(half.end()).isEqualTo(End.FIN);
        assertThat(half.head()).contains("Content-Length: " + Sounds.wav(12).length);
        assertThat(exchanged(path).end()).isEqualTo(End.OPEN);
        assertThat(emulator().pendingFaults()).containsOnlyKeys("novita/preview");
    }

    @Test
    void uploadsAreDroppedOnlyOnceTheyAreWhole() throws Exception {
        emulator().script("minimax", "files/upload", Fault.dropBefore(), Fault.dropAfter());
        for (int i = 0; i < 2; i++) {
            try (Wire wire = new Wire(emulator()).send(uploadHead() + "y".repeat(600_000) + "\r\n--b--\r\n")) {
                assertThat(wire.receive()).isEqualTo(new Received("", End.FIN));
            }
        }
        assertThat(emulator().uploads()).extracting(ReceivedUpload::fileName).containsExactly("voice.wav", "x");
        assertThat(emulator().requests())
                .filteredOn(request -> request.status() == 0)
                .extracting(ReceivedRequest::fault, request -> request.bodyBytes() > 600_000)
                .containsExactly(tuple("drop before", true), tuple("drop after", true));
    }

    @Test
    void anHttpClientMeetsThemToo() throws Exception {
        emulator().script("minimax", CLONE, Fault.code(2013, "no"));
        HttpRequest request = client().authorized(client().url("minimax", "/voice_clone"))
                .POST(HttpRequest.BodyPublishers.ofString("not even JSON"))
                .build();
        assertThat(Client.message(Client.json(client().send(request)))).isEqualTo("no");
        assertThat(emulator().createCount("")).isZero();
    }

    private void awaitRequests(int count) throws InterruptedException {
        for (int i = 0; i < 500 && emulator().requests().size() < count; i++) {
            Thread.sleep(10);
        }
    }

    private String uploadHead() {
        String part = String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"purpose\"",
                "",
                "voice_clone",
                "--b",
                "Content-Disposition: form-data; name=\"file\"; filename=\"x\"",
                "",
                "");
        return "POST /v1/files/upload HTTP/1.1\r\nHost: emulator\r\nAuthorization: Bearer "
                + emulator().apiKey() + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: "
                + (part.length() + 600_000 + "\r\n--b--\r\n".length()) + "\r\n\r\n" + part;
    }

    private Received cloneMeeting(Fault fault) throws IOException {
        emulator().script("minimax", CLONE, fault);
        return cloned();
    }

    private Received cloned() throws IOException {
        try (Wire wire = new Wire(emulator()).post("/v1/voice_clone", body())) {
            return wire.receive();
        }
    }

    private Received exchanged(String path) throws IOException {
        try (Wire wire = new Wire(emulator()).get(path)) {
            return wire.receive();
        }
    }

    private String body() {
        return "{\"file_id\":" + fileId + ",\"voice_id\":\"MiniMax001\"}";
    }

    private String bodyWithPreview() {
        return "{\"file_id\":" + fileId + ",\"voice_id\":\"MiniMax002\",\"text\":\"Hi\",\"model\":\"speech-2.8-hd\"}";
    }

    private Emulator emulator() {
        return extension.emulator();
    }

    private Client client() {
        return new Client(emulator());
    }
}
