package io.voicecloner.emulator;

import com.google.gson.JsonObject;

/** An error as Novita tells it: a real HTTP status and {@code code}, {@code reason}, {@code message}, {@code metadata} (wire-facts 2.5). */
final class NovitaRefusal extends Refusal {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String reason;
    private final String text;

    private NovitaRefusal(int status, String reason, String text) {
        super(reason + ": " + text);
        this.status = status;
        this.reason = reason;
        this.text = text;
    }

    static NovitaRefusal keyMissing() {
        return new NovitaRefusal(400, "MISSING_API_KEY", "missing api-key");
    }

    static NovitaRefusal keyInvalid() {
        return new NovitaRefusal(403, "INVALID_API_KEY", "invalid api-key");
    }

    static NovitaRefusal unknownApi() {
        return new NovitaRefusal(404, "API_NOT_FOUND", "api not found");
    }

    static NovitaRefusal invalidBody(String problem) {
        return new NovitaRefusal(400, "INVALID_REQUEST_BODY", problem);
    }

    static NovitaRefusal rateLimited() {
        return new NovitaRefusal(429, "RATE_LIMIT_EXCEEDED", "rate limit exceeded");
    }

    static NovitaRefusal unknownTask() {
        return new NovitaRefusal(404, "TASK_NOT_FOUND", "task not found");
    }

    static NovitaRefusal invalidAudio(String problem) {
        return new NovitaRefusal(400, "INVALID_AUDIO_FILE", problem);
    }

    /** The captured answer to a wrong key has no trace id; elsewhere one stands in the message (wire-facts 2.1). */
    @Override
    Answer answer(String traceId) {
        return envelope(status, reason, status == 403 ? text : text + ", trace_id: " + traceId);
    }

    static Answer envelope(int status, String reason, String message) {
        JsonObject body = new JsonObject();
        body.addProperty("code", status);
        body.addProperty("reason", reason);
        body.addProperty("message", message);
        body.add("metadata", new JsonObject());
        return Answer.json(status, body);
    }
}
