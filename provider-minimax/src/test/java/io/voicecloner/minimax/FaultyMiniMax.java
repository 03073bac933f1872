package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.spi.Time;
import io.voicecloner.testkit.RecordedTime;
import io.voicecloner.testkit.wire.Json;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A MiniMax that fails by a script, request after request. It alone knows how many came whole and which voices it made. */
final class FaultyMiniMax implements AutoCloseable {
    static final String LIST_PATH = "/v1/files/list";
    static final String FILE_ID = "123456789";

    private final WireServer server = new WireServer(this::answer);
    private final Set<String> voices = ConcurrentHashMap.newKeySet();
    private final Map<String, String> properties = new HashMap<>();
    private volatile Script clone = this::make;
    private volatile Script upload = request -> Reply.json(MiniMaxBench.uploaded(FILE_ID));
    private volatile Script list = request -> Reply.of(404, "text/plain", "no such page");

    final RecordedTime time = new RecordedTime();

    FaultyMiniMax() {
        with("api-key", MiniMaxBench.KEY).with("base-url", server.uri("/v1").toString());
        with("rate", "unlimited");
    }

    /** A setting of the provider's block. */
    FaultyMiniMax with(String option, String value) {
        properties.put("voicecloner.minimax." + option, value);
        return this;
    }

    /** What is done about the first request for a voice, the second, …; the last one is done about all that follow. */
    FaultyMiniMax onClone(Script... inOrder) {
        clone = sequence(inOrder);
        return this;
    }

    FaultyMiniMax onUpload(Script... inOrder) {
        upload = sequence(inOrder);
        return this;
    }

    FaultyMiniMax onList(Script script) {
        list = script;
        return this;
    }

    /** Makes the voice unless there is one of this id. */
    Reply make(Received request) {
        return voices.add(voiceIdOf(request))
                ? Reply.json(MiniMaxBench.SUCCESS)
                : Reply.json(MiniMaxBench.refusal(2039, "voice clone voice id duplicate"));
    }

    /** Makes the voice, and keeps it to itself. */
    Script makeBut(Reply reply) {
        return request -> {
            make(request);
            return reply;
        };
    }

    static Script just(Reply reply) {
        return request -> reply;
    }

    static Script code(int code) {
        return just(Reply.json(MiniMaxBench.refusal(code, "scripted")));
    }

    /** A recording under an id that the library makes. */
    static CloneRequest request() {
        return CloneRequest.of(AudioSource.bytes(Requests.sample("speech.mp3")));
    }

    static CloneRequest requestWithPreview() {
        return request().withPreview("A gentle breeze passes over the soft grass.", "speech-2.8-hd");
    }

    VoiceCloner open() {
        return open(time);
    }

    VoiceCloner open(Time measure) {
        return builder().time(measure).build();
    }

    /** For what is no setting. */
    VoiceCloners.Builder builder() {
        Map<String, String> all = new HashMap<>(properties);
        all.put("voicecloner.provider", "minimax");
        return VoiceCloners.builder().properties(all);
    }

    ClonedVoice clone(CloneRequest request) {
        try (VoiceCloner cloner = open()) {
            return cloner.cloneVoice(request);
        }
    }

    VoiceClonerException failure(CloneRequest request) {
        try (VoiceCloner cloner = open()) {
            return failure(cloner, request);
        }
    }

    static VoiceClonerException failure(VoiceCloner cloner, CloneRequest request) {
        VoiceClonerException failure =
                catchThrowableOfType(VoiceClonerException.class, () -> cloner.cloneVoice(request));
        assertThat(failure).as("the clone must fail").isNotNull();
        return failure;
    }

    WireServer server() {
        return server;
    }

    /** The voices that were made, by id. */
    Set<String> voices() {
        return voices;
    }

    List<Received> clones() {
        return received(MiniMaxBench.CLONE_PATH);
    }

    /** The id of every request for a voice, in order. */
    List<String> askedFor() {
        return clones().stream().map(FaultyMiniMax::voiceIdOf).toList();
    }

    List<Received> uploads() {
        return received(MiniMaxBench.UPLOAD_PATH);
    }

    /** The name of every file that was uploaded, in order. */
    List<String> uploadedNames() {
        return uploads().stream().map(FaultyMiniMax::fileNameOf).toList();
    }

    List<Received> lists() {
        return received(LIST_PATH);
    }

    static String fileNameOf(Received upload) {
        return upload.parts().stream()
                .flatMap(part -> part.fileName().stream())
                .findFirst()
                .orElseThrow();
    }

    static String voiceIdOf(Received clone) {
        return String.valueOf(((Map<?, ?>) Json.parse(clone.text())).get("voice_id"));
    }

    private List<Received> received(String path) {
        return server.received().stream()
                .filter(request -> request.path().equals(path))
                .toList();
    }

    private static Script sequence(Script... inOrder) {
        AtomicInteger next = new AtomicInteger();
        return request -> inOrder[Math.min(next.getAndIncrement(), inOrder.length - 1)].to(request);
    }

    private Reply answer(Received request) throws Exception {
        return switch (request.path()) {
            case MiniMaxBench.CLONE_PATH -> clone.to(request);
            case MiniMaxBench.UPLOAD_PATH -> upload.to(request);
            case LIST_PATH -> list.to(request);
            default -> Reply.of(404, "text/plain", "no such page");
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
