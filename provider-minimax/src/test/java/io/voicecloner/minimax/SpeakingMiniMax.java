package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.SpeechRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import io.voicecloner.testkit.RecordedTime;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A MiniMax that speaks, lists and deletes by a script for each of its paths. It alone knows how often it was asked. */
final class SpeakingMiniMax implements AutoCloseable {
    static final String SPEAK = "/v1/t2a_v2";
    static final String BEGIN = "/v1/t2a_async_v2";
    static final String QUERY = "/v1/query/t2a_async_query_v2";
    static final String RETRIEVE = "/v1/files/retrieve";
    static final String GET_VOICE = "/v1/get_voice";
    static final String DELETE_VOICE = "/v1/delete_voice";
    static final String DELETE_FILE = "/v1/files/delete";
    static final String DONE = "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}";
    static final VoiceRef VOICE = VoiceRef.of("minimax", MiniMaxBench.VOICE_ID);

    private static final Script NO_SUCH_PAGE = request -> Reply.of(404, "text/plain", "404 page not found");

    private final WireServer server = new WireServer(this::answer);
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, String> properties = new HashMap<>();

    final RecordedTime time = new RecordedTime();

    SpeakingMiniMax() {
        with("api-key", MiniMaxBench.KEY).with("base-url", server.uri("/v1").toString());
        with("rate", "unlimited");
    }

    SpeakingMiniMax with(String option, String value) {
        properties.put("voicecloner.minimax." + option, value);
        return this;
    }

    /** What is done about the first request to a path, the second, …; the last one is done about all that follow. */
    SpeakingMiniMax on(String path, Script... inOrder) {
        AtomicInteger next = new AtomicInteger();
        scripts.put(path, request -> inOrder[Math.min(next.getAndIncrement(), inOrder.length - 1)].to(request));
        return this;
    }

    /** The same answer to all requests. */
    SpeakingMiniMax on(String path, String json) {
        return on(path, request -> Reply.json(json));
    }

    /** Speech of this length, which is not of one piece anywhere. */
    static byte[] audio(int length) {
        byte[] audio = new byte[length];
        new java.util.SplittableRandom(7).nextBytes(audio);
        return audio;
    }

    static String hex(byte[] audio) {
        return HexFormat.of().formatHex(audio);
    }

    /** The documented answer that holds its audio, with the numbers of the document's example. */
    static String spoken(String audio) {
        return "{\"data\":{\"audio\":\"" + audio + "\",\"status\":2},\"extra_info\":{\"audio_length\":9900,"
                + "\"audio_sample_rate\":32000,\"audio_size\":160323,\"bitrate\":128000,\"word_count\":52,"
                + "\"invisible_character_ratio\":0,\"usage_characters\":26,\"audio_format\":\"mp3\",\"audio_channel\":1},"
                + "\"trace_id\":\"01b8bf9bb7433cc75c18eee6cfa8fe21\"," + DONE + "}";
    }

    static SpeechRequest request() {
        return SpeechRequest.of(VOICE, "A gentle breeze passes over the soft grass.");
    }

    /** Longer than one request takes. */
    static SpeechRequest longRequest() {
        return SpeechRequest.of(VOICE, "A gentle breeze. ".repeat(600));
    }

    /** The address of a file at this server. */
    String link(String path) {
        return server.uri(path).toString();
    }

    /** A stream of events, each with this JSON. */
    static String events(String... json) {
        StringBuilder stream = new StringBuilder();
        for (String event : json) {
            stream.append("data: ").append(event).append("\n\n");
        }
        return stream.toString();
    }

    /** A whole answer that is such a stream. */
    static Script streaming(String... json) {
        return request -> Reply.of(200, "text/event-stream", events(json));
    }

    /** A piece of a stream, as it is documented. */
    static String piece(byte[] audio) {
        return "{\"data\":{\"audio\":\"" + hex(audio) + "\",\"status\":1},\"trace_id\":\"t1\"," + DONE + "}";
    }

    /** The last piece of a stream, which tells of the whole, with this audio. */
    static String last(byte[] audio) {
        return spoken(hex(audio));
    }

    VoiceCloner open() {
        Map<String, String> all = new HashMap<>(properties);
        all.put("voicecloner.provider", "minimax");
        return VoiceCloners.builder().properties(all).time(time).build();
    }

    <R> R doing(Function<VoiceCloner, R> work) {
        try (VoiceCloner cloner = open()) {
            return work.apply(cloner);
        }
    }

    /** What it says into a stream. */
    byte[] streamed(SpeechRequest request) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        doing(cloner -> cloner.speech().synthesize(request, heard));
        return heard.toByteArray();
    }

    VoiceClonerException failure(Function<VoiceCloner, ?> work) {
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, () -> doing(work));
        assertThat(failure).as("it must fail").isNotNull();
        return failure;
    }

    List<Received> received(String path) {
        return server.received().stream()
                .filter(request -> request.path().equals(path))
                .toList();
    }

    /** The last requests that came, in order. */
    List<Received> lastReceived(int count) {
        List<Received> all = server.received();
        return all.subList(all.size() - count, all.size());
    }

    private Reply answer(Received request) throws Exception {
        return scripts.getOrDefault(request.path(), NO_SUCH_PAGE).to(request);
    }

    @Override
    public void close() {
        server.close();
    }
}
