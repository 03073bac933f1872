package io.voicecloner.emulator;

import com.google.gson.JsonObject;

/** An error as gateways tell it that speak OpenAI's dialect (wire-facts 4.5). */
final class GatewayError {
    private GatewayError() {}

    /** The nearest in meaning to MiniMax's code (wire-facts 1.5). */
    static int status(int code) {
        return switch (code) {
            case 1004, 2049 -> 401;
            case 1008 -> 402;
            case 2038, 2042 -> 403;
            case 1002, 1039, 1041, 2045 -> 429;
            case 1026, 1027, 1042, 1043, 1044 -> 400;
            default -> code < 2000 ? 500 : 400;
        };
    }

    static Answer answer(int status, int code, String message) {
        JsonObject error = new JsonObject();
        error.addProperty("message", message);
        error.addProperty("type", type(status));
        error.addProperty("code", Integer.toString(code));
        JsonObject body = new JsonObject();
        body.add("error", error);
        return Answer.json(status, body);
    }

    private static String type(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 402 -> "insufficient_quota";
            case 403 -> "permission_error";
            case 429 -> "rate_limit_error";
            default -> status < 500 ? "invalid_request_error" : "upstream_error";
        };
    }
}
