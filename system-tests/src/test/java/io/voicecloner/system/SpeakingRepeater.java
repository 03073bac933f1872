package io.voicecloner.system;

import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider of either dialect whose speech goes wrong late: in a stream, in a task, or where the audio is fetched. It repeats the key in every
 * spelling while it does, and its links are signed.
 */
final class SpeakingRepeater implements AutoCloseable {
    private static final String FINE = "\"base_resp\":{\"status_code\":0}";

    private final Fate fate;
    private final String words;
    private final AtomicInteger requests = new AtomicInteger();
    private final WireServer server = new WireServer(this::answer);

    /** What goes wrong. */
    enum Fate {
        REFUSED_EVENT,
        EVENT_IN_WORDS,
        BROKEN_EVENT,
        CUT_EVENT,
        NO_AUDIO,
        REFUSED_TASK,
        NO_LINK,
        GONE,
        REDIRECTED,
        NO_ARCHIVE
    }

    SpeakingRepeater(Fate fate, String key) {
        this.fate = fate;
        this.words =
                String.join(" ", Repeating.spellings(key)).replace("\\", "\\\\").replace("\"", "\\\"");
    }

    URI baseUrl() {
        return server.uri("/v1");
    }

    int requests() {
        return requests.get();
    }

    private Reply answer(Received request) {
        requests.incrementAndGet();
        String path = request.path();
        if (path.endsWith("/file")) {
            return file();
        }
        if (path.endsWith("get_voice")) {
            return Reply.json("{\"voice_cloning\":[{\"voice_id\":\"vc-spoken-canary\",\"voice_name\":\"" + words
                    + "\",\"created_time\":\"" + words + "\"}]," + FINE + "}");
        }
        if (path.endsWith("delete_voice")) {
            return Reply.json(refusal());
        }
        if (path.endsWith("t2a_async_query_v2") || path.endsWith("task-result")) {
            return task();
        }
        if (path.endsWith("files/retrieve")) {
            return Reply.json("{\"file\":{\"file_id\":7,\"download_url\":\"" + link() + "\"}," + FINE + "}");
        }
        if (path.contains("async")) {
            return Reply.json(
                    "{\"task_id\":\"" + (fate == Fate.REFUSED_TASK ? words : "17") + "\",\"file_id\":7," + FINE + "}");
        }
        return spoken();
    }

    private Reply spoken() {
        String piece = "data: {\"audio\":\"00ff10\",\"status\":1}\n\n";
        return switch (fate) {
            case REFUSED_EVENT -> events(piece + "data: " + refusal() + "\n\n");
            case EVENT_IN_WORDS ->
                events(piece + "data: {\"code\":401,\"reason\":\"" + words + "\",\"message\":\"" + words + "\"}\n\n");
            case BROKEN_EVENT -> events(piece + "data: {" + words + "}\n\n");
            case CUT_EVENT -> events(piece + "data: {\"trace_id\":\"" + words);
            case NO_AUDIO -> Reply.json("{\"data\":null,\"trace_id\":\"" + words + "\"," + FINE + "}");
            default -> Reply.json("{\"audio\":\"" + link() + "\",\"trace_id\":\"" + words + "\"," + FINE + "}");
        };
    }

    private Reply task() {
        boolean fails = fate == Fate.REFUSED_TASK;
        return Reply.json("{\"status\":\"" + (fails ? "Failed" : "Success")
                + "\",\"file_id\":7,\"task\":{\"status\":\"TASK_STATUS_"
                + (fails ? "FAILED" : "SUCCEED") + "\",\"reason\":\"" + words + "\"},\"audios\":[{\"audio_url\":\""
                + link() + "\"}],"
                + FINE + "}");
    }

    private Reply file() {
        return switch (fate) {
            case REDIRECTED ->
                Reply.of(302, "text/html", words, "Location: https://10.0.0.1/x?" + Canary.signature("to"));
            case NO_ARCHIVE -> Reply.of(200, "audio/mpeg", archive());
            default -> Reply.of(404, "text/html", link() + ' ' + words);
        };
    }

    /** Of which nothing but its name and its mark is as it should be. */
    private String archive() {
        String name = Canary.token("archived");
        return name + "x".repeat(257 - name.length()) + "ustar" + "x".repeat(512);
    }

    private String link() {
        return fate == Fate.NO_LINK
                ? "http:// " + Canary.signature("speech")
                : server.uri("/file?" + Canary.signature("speech")).toString();
    }

    private String refusal() {
        return "{\"base_resp\":{\"status_code\":1004,\"status_msg\":\"" + words + "\"}}";
    }

    private static Reply events(String stream) {
        return Reply.of(200, "text/event-stream", stream);
    }

    @Override
    public void close() {
        server.close();
    }
}
