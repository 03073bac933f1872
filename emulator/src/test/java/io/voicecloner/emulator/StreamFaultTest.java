package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that meet a synthesis, streamed or not. */
class StreamFaultTest {
    private static final Pattern CHUNK = Pattern.compile("\"status\":1");

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension();

    private Emulator emulator;
    private SpeechClient speech;

    @BeforeEach
    void cloneOne() throws Exception {
        emulator = extension.emulator();
        speech = new SpeechClient(emulator).cloneAt("minimax");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void theConnectionEndsAfterSoManyChunks(int chunks) throws Exception {
        script(Fault.cutAfter(chunks));
        Wire.Received received = onTheWire();
        assertThat(received.end()).isEqualTo(Wire.End.FIN);
        assertThat(received.status()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(CHUNK.matcher(received.body()).results()).hasSize(chunks);
        assertThat(received.body()).doesNotContain("\"status\":2").doesNotEndWith("0\r\n\r\n");
        assertThat(emulator.syntheses()).hasSize(1);
    }

    @Test
    void anHonestStreamEndsInAnOrderlyWay() throws Exception {
        try (Wire wire = new Wire(emulator).post("/v1/t2a_v2", SpeechClient.body(",\"stream\":true"))) {
            wire.await("\"status\":2");
            wire.await("\r\n0\r\n\r\n");
            assertThat(wire.isSilent()).isTrue();
        }
    }

    @Test
    void aCutCanBeAReset() throws Exception {
        script(Fault.cutAfter(1).reset());
        assertThat(onTheWire().end()).isEqualTo(Wire.End.RST);
    }

    @Test
    void aCutCanComeAfterAllAudio() throws Exception {
        int chunks = chunks(speech.stream()).size() - 1;
        script(Fault.cutAfter(chunks));
        Wire.Received received = onTheWire();
        assertThat(received.end()).isEqualTo(Wire.End.FIN);
        assertThat(CHUNK.matcher(received.body()).results()).hasSize(chunks);
        assertThat(received.body()).doesNotContain("\"status\":2");
    }

    @Test
    void aChunkComesTwice() throws Exception {
        List<JsonObject> honest = chunks(speech.stream());
        script(Fault.repeatChunk(2));
        List<JsonObject> chunks = chunks(speech.stream());
        assertThat(chunks).hasSize(honest.size() + 1);
        assertThat(audio(chunks.get(2))).isEqualTo(audio(chunks.get(1))).isNotEqualTo(audio(chunks.get(0)));
        assertThat(audio(chunks.get(3))).isEqualTo(audio(honest.get(2)));
    }

    @Test
    void aChunkIsNoJson() throws Exception {
        script(Fault.brokenChunk(2));
        List<String> events =
                Stream.of(speech.stream().body().split("\n\n", -1)).toList();
        assertThat(events.get(0)).endsWith("}");
        assertThat(events.get(1)).startsWith("data: {\"data\":{\"audio\":\"").doesNotContain("}");
        assertThat(events.get(2)).endsWith("}");
    }

    @Test
    void theLastChunkIsMissing() throws Exception {
        script(Fault.noLastChunk());
        HttpResponse<String> response = speech.stream();
        List<JsonObject> chunks = chunks(response);
        assertThat(response.body()).doesNotContain("\"status\":2");
        assertThat(Sounds.concat(chunks.stream()
                        .map(chunk -> MiniMaxSpeechTest.audio(chunk.getAsJsonObject("data")))
                        .toArray(byte[][]::new)))
                .isEqualTo(speech.recording());
    }

    @Test
    void allAudioComesAgainAlthoughItWasNotTo() throws Exception {
        script(Fault.wholeAgain());
        List<JsonObject> chunks = chunks(speech.stream());
        assertThat(MiniMaxSpeechTest.audio(chunks.get(chunks.size() - 1).getAsJsonObject("data")))
                .isEqualTo(speech.recording());
    }

    @Test
    void whatIsNoStreamIsLeftAsItIs() throws Exception {
        script(Fault.cutAfter(1), Fault.brokenChunk(1), Fault.wholeAgain());
        assertThat(Client.code(Client.json(speech.speak("")))).isZero();
        assertThat(Client.code(Client.json(speech.speak(",\"stream\":1")))).isEqualTo(2013);
        assertThat(Client.code(Client.json(speech.speak(",\"output_format\":\"url\""))))
                .isZero();
        assertThat(emulator.requests())
                .last()
                .satisfies(request -> assertThat(request.fault()).isEqualTo("whole again"));
    }

    @Test
    void halfAStreamIsHalfOfItsBytes() throws Exception {
        int whole = speech.speak(",\"stream\":true").body().length();
        script(Fault.truncated());
        Wire.Received received = onTheWire();
        assertThat(received.end()).isEqualTo(Wire.End.FIN);
        assertThat(received.body()).doesNotContain("\"status\":2");
        assertThat(received.body().length()).isBetween(whole / 2, whole / 2 + 1000);
    }

    @Test
    void aStreamThatIsLostWasBilledAndOneThatNeverBeganWasNot() throws Exception {
        script(Fault.dropBefore(), Fault.code(1039, "slow down"), Fault.dropAfter());
        assertThatThrownBy(speech::stream).isInstanceOf(IOException.class);
        assertThat(Client.code(Client.json(speech.stream()))).isEqualTo(1039);
        assertThat(emulator.syntheses()).isEmpty();
        assertThat(emulator.voices().get(0).state()).isEqualTo(EmulatedVoice.State.UNUSED);
        assertThatThrownBy(speech::stream).isInstanceOf(IOException.class);
        assertThat(emulator.syntheses()).hasSize(1);
        assertThat(emulator.voices().get(0).state()).isEqualTo(EmulatedVoice.State.USED);
    }

    @Test
    void aStreamDripsByteByByte() throws Exception {
        script(Fault.drip(Duration.ofMillis(20)));
        try (Wire wire = new Wire(emulator).post("/v1/t2a_v2", SpeechClient.body(",\"stream\":true"))) {
            wire.await("HTTP/1.1 200 OK");
            wire.await("d\r\n");
            wire.await("a\r\n");
        }
    }

    @Test
    void queriesOfTasksMeetFaultsToo() throws Exception {
        emulator.script("minimax", "query/t2a_async_query_v2", Fault.status(502));
        JsonObject begun = speech.begin("");
        assertThatThrownBy(() -> speech.query(begun)).isInstanceOf(IllegalStateException.class);
        assertThat(speech.query(begun).get("status").getAsString()).isEqualTo("Processing");
        assertThatThrownBy(() -> emulator.script("novita", "minimax-speech-2.7-hd", Fault.html()))
                .hasMessageContaining("async/task-result")
                .hasMessageContaining("async/minimax-speech-02-hd")
                .hasMessageContaining("minimax-speech-2.8-turbo");
    }

    @Test
    void chunksAreCountedFromOne() {
        assertThatThrownBy(() -> Fault.cutAfter(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.repeatChunk(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.brokenChunk(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.wholeAgain().reset()).isInstanceOf(IllegalArgumentException.class);
    }

    private void script(Fault... faults) {
        emulator.script("minimax", "t2a_v2", faults);
    }

    private Wire.Received onTheWire() throws IOException {
        try (Wire wire = new Wire(emulator).post("/v1/t2a_v2", SpeechClient.body(",\"stream\":true"))) {
            return wire.receive();
        }
    }

    private static List<JsonObject> chunks(HttpResponse<String> response) {
        return MiniMaxSpeechTest.chunks(response);
    }

    private static String audio(JsonObject chunk) {
        return chunk.getAsJsonObject("data").get("audio").getAsString();
    }
}
