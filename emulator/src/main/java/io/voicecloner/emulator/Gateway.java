package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/** What stands between a client and its provider; without a quirk it changes nothing. Thread-safe. */
final class Gateway {
    private static final String UPLOAD = "/files/upload";

    private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    private final UpstreamAccounts accounts = new UpstreamAccounts();

    synchronized void add(Quirk quirk) {
        quirks.add(quirk);
    }

    synchronized void clear() {
        quirks.clear();
    }

    synchronized Set<Quirk> quirks() {
        return quirks.isEmpty() ? Set.of() : EnumSet.copyOf(quirks);
    }

    synchronized boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /** Where the documents have what this gateway serves at the path; no path at all when it serves nothing there. */
    String documented(String path) {
        if (!has(Quirk.UPLOAD_AT_FILES)) {
            return path;
        }
        return switch (path) {
            case "/files" -> UPLOAD;
            case UPLOAD -> "";
            default -> path;
        };
    }

    Answer unknownPath(Answer usual) {
        return has(Quirk.HTML_FOR_UNKNOWN_PATHS) ? Answer.webPage() : usual;
    }

    /** Throws as the route does. */
    Answer passed(String path, Route route, Exchange exchange) throws IOException {
        if (has(Quirk.SEVERAL_ACCOUNTS) && route.clones()) {
            accounts.checkFiles(route, exchange);
        }
        Answer answer = route.answer(exchange);
        return path.equals(UPLOAD) ? uploadReply(answer) : answer;
    }

    private Answer uploadReply(Answer answer) throws IOException {
        if (!has(Quirk.SEVERAL_ACCOUNTS) && !has(Quirk.FILE_ID_AT_TOP_LEVEL)) {
            return answer;
        }
        JsonObject reply = json(answer);
        JsonObject file = reply.getAsJsonObject("file");
        if (has(Quirk.SEVERAL_ACCOUNTS)) {
            accounts.keep(file.get("file_id").getAsLong());
        }
        if (!has(Quirk.FILE_ID_AT_TOP_LEVEL)) {
            return answer;
        }
        JsonObject flat = new JsonObject();
        file.entrySet().forEach(member -> flat.add(member.getKey(), member.getValue()));
        flat.add("base_resp", reply.get("base_resp"));
        return Answer.json(answer.status(), flat);
    }

    private static JsonObject json(Answer answer) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        answer.content().writeTo(body);
        return JsonParser.parseString(body.toString(StandardCharsets.UTF_8)).getAsJsonObject();
    }

    /** The reply of a synthesis that the documents show as flat. */
    SpeechShape shaped(SpeechShape flat) {
        return has(Quirk.NESTED_SPEECH) ? new WrappedSpeech(flat) : flat;
    }

    void addTaskId(JsonObject reply, SpeechTask task) {
        if (has(Quirk.TASK_ID_AS_STRING)) {
            reply.addProperty("task_id", task.id());
        } else {
            reply.addProperty("task_id", Long.parseLong(task.id()));
        }
    }

    TaskFile file(SpeechTask task) {
        return TaskFile.of(task, has(Quirk.PLAIN_ASYNC_FILE));
    }

    Answer refused(Refusal refusal, String traceId) {
        if (!(refusal instanceof MiniMaxRefusal told)) {
            return refusal.answer(traceId);
        }
        boolean lost = told.code() == MiniMaxRefusal.VOICE_ID_TAKEN && has(Quirk.DUPLICATE_AS_502);
        if (has(Quirk.GATEWAY_ERRORS)) {
            return GatewayError.answer(lost ? 502 : GatewayError.status(told.code()), told.code(), told.text());
        }
        return lost ? Answer.text(502, told.text()) : told.answer(traceId);
    }

    Answer signed(Dialect dialect, Answer answer, String traceId) {
        return has(Quirk.X_REQUEST_ID) ? answer.withHeader("x-request-id", traceId) : dialect.signed(answer, traceId);
    }
}
