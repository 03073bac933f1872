package io.voicecloner.emulator;

import com.google.gson.JsonObject;

/**
 * An error as MiniMax tells it: HTTP 200 and a {@code base_resp} whose code is not 0. Codes from spec/001 and wire-facts 1.5,
 * texts from there where one is known.
 */
final class MiniMaxRefusal extends Refusal {
    static final int VOICE_ID_TAKEN = 2039;

    private static final long serialVersionUID = 1;

    private final int code;
    private final String text;

    private MiniMaxRefusal(int code, String text) {
        super(code + " " + text);
        this.code = code;
        this.text = text;
    }

    static MiniMaxRefusal keyMissing() {
        return new MiniMaxRefusal(
                1004, "login fail: Please carry the API secret key in the 'Authorization' field of the request header");
    }

    static MiniMaxRefusal keyInvalid() {
        return new MiniMaxRefusal(2049, "invalid api key");
    }

    static MiniMaxRefusal invalidParameters(String problem) {
        return new MiniMaxRefusal(2013, "invalid params, " + problem);
    }

    static MiniMaxRefusal rateLimited() {
        return new MiniMaxRefusal(1002, "rate limit triggered");
    }

    static MiniMaxRefusal unknownFile(String field) {
        return new MiniMaxRefusal(20132, "invalid samples or voice_id, " + field + " is unknown");
    }

    static MiniMaxRefusal voiceIdTaken() {
        return new MiniMaxRefusal(VOICE_ID_TAKEN, "voice clone voice id duplicate");
    }

    static MiniMaxRefusal unknownVoice() {
        return new MiniMaxRefusal(2054, "voice id not exist");
    }

    static MiniMaxRefusal foreignVoice() {
        return new MiniMaxRefusal(2042, "you don't have access to this voice_id");
    }

    static MiniMaxRefusal unreadableText() {
        return new MiniMaxRefusal(1042, "illegal characters exceed 10%");
    }

    static MiniMaxRefusal sourceTooShort() {
        return new MiniMaxRefusal(2037, "voice duration too short");
    }

    static MiniMaxRefusal sourceTooLong() {
        return new MiniMaxRefusal(2037, "voice duration too long");
    }

    static MiniMaxRefusal promptTooLong() {
        return new MiniMaxRefusal(2048, "prompt audio too long");
    }

    /** How a real account was answered when the uploaded file was no usable audio (wire-facts 1.5, code 1000). */
    static MiniMaxRefusal unusableAudio() {
        return new MiniMaxRefusal(1000, "unknown error");
    }

    int code() {
        return code;
    }

    String text() {
        return text;
    }

    @Override
    Answer answer(String traceId) {
        return envelope(code, text);
    }

    static Answer envelope(long code, String text) {
        JsonObject body = new JsonObject();
        body.add("base_resp", baseResp(code, text));
        return Answer.json(200, body);
    }

    static JsonObject success() {
        return baseResp(0, "success");
    }

    private static JsonObject baseResp(long code, String text) {
        JsonObject status = new JsonObject();
        status.addProperty("status_code", code);
        status.addProperty("status_msg", text);
        return status;
    }
}
