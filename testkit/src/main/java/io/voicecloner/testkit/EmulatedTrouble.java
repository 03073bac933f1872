package io.voicecloner.testkit;

import io.voicecloner.emulator.Fault;
import java.time.Duration;
import java.util.Optional;

/**
 * A trouble in the words of a dialect: what the emulator is to do, and what it then says.
 *
 * @param fault what happens to the request
 * @param said what stands in the answer, the trace id aside
 */
record EmulatedTrouble(Fault fault, Said said) {
    /** The voice of a made-up success, where the provider makes the ids: the emulator calls the voice that it then makes otherwise. */
    static final String MADE_UP_ID = "moss_audio_1";

    private static final Duration WAIT = Duration.ofSeconds(7);
    private static final String JSON = "application/json";

    /** Of the hosts where a recording is uploaded first; codes: wire-facts 1.5. */
    static Optional<EmulatedTrouble> whereRecordingsAreUploaded(Trouble trouble) {
        return Optional.ofNullable(
                switch (trouble) {
                    case KEY_REFUSED -> code(2049, "invalid api key");
                    case PERMISSION_DENIED -> code(2038, "voice clone user forbidden");
                    case BALANCE_EMPTY -> code(1008, "insufficient balance");
                    case RATE_LIMITED -> askingToWait(code(1002, "rate limit"));
                    case CONTENT_REJECTED -> code(1026, "input new_sensitive");
                    case PREVIEW_REJECTED -> afterActing(code(1027, "output new_sensitive"));
                    case VOICE_ID_TAKEN -> code(2039, "voice clone voice id duplicate");
                    case PARAMETER_REFUSED -> code(2013, "invalid params");
                    case AUDIO_REFUSED -> code(2037, "voice duration too short or too long");
                    case PROVIDER_FAULT -> code(1013, "internal service error");
                    case UNLISTED_CODE -> code(4242, "nobody knows");
                    case UPLOAD_FAULT -> code(1013, "internal service error");
                    case UPLOAD_NOT_JSON -> of(Fault.html());
                    case PREVIEW_MISSING -> successWith("\"demo_audio\":\"\",\"input_sensitive\":false");
                    case CONTENT_FLAGGED ->
                        successWith("\"demo_audio\":\"\",\"input_sensitive\":true,\"input_sensitive_type\":3");
                    default -> ofAnyHost(trouble);
                });
    }

    /** Of the hosts that fetch a recording themselves; reasons: wire-facts 2.5. */
    static Optional<EmulatedTrouble> whereRecordingsAreFetched(Trouble trouble) {
        return Optional.ofNullable(
                switch (trouble) {
                    case KEY_REFUSED -> reason(403, "INVALID_API_KEY", "invalid api-key");
                    case PERMISSION_DENIED -> reason(403, "NEED_REAL_NAME_VERIFY", "real name verification needed");
                    case BALANCE_EMPTY -> reason(400, "BILLING_BALANCE_NOT_ENOUGH", "balance not enough");
                    case RATE_LIMITED -> askingToWait(reason(429, "RATE_LIMIT_EXCEEDED", "rate limit exceeded"));
                    case CONTENT_REJECTED -> reason(400, "ILLEGAL_PROMPT", "illegal prompt");
                    case PARAMETER_REFUSED -> reason(400, "INVALID_REQUEST_BODY", "invalid request body");
                    case AUDIO_REFUSED -> reason(400, "INVALID_AUDIO_FILE", "invalid audio file");
                    case PROVIDER_FAULT -> reason(500, "CREATE_TASK_FAILED", "create task failed");
                    case UNLISTED_CODE -> reason(500, "NOBODY_KNOWS", "nobody knows");
                    case PREVIEW_MISSING ->
                        of(Fault.answer(200, JSON, "{\"demo_audio_url\":\"\",\"voice_id\":\"" + MADE_UP_ID + "\"}")
                                .afterActing());
                    case PREVIEW_REJECTED, VOICE_ID_TAKEN, CONTENT_FLAGGED, UPLOAD_FAULT, UPLOAD_NOT_JSON -> null;
                    default -> ofAnyHost(trouble);
                });
    }

    private static EmulatedTrouble ofAnyHost(Trouble trouble) {
        return switch (trouble) {
            case NOT_JSON -> of(Fault.html());
            case EMPTY_BODY -> of(Fault.answer(200, JSON, ""));
            case WRONG_PATH -> of(Fault.answer(404, "text/plain", "404 page not found"));
            case TRUNCATED -> of(Fault.truncated());
            case DROPPED_BEFORE_ACTING -> of(Fault.dropBefore());
            case DROPPED_AFTER_ACTING -> of(Fault.dropAfter());
            case PREVIEW_GONE -> of(Fault.answer(404, "text/plain", "not found"));
            case SLOW -> of(Fault.delay(Duration.ofSeconds(30)));
            default -> throw new IllegalArgumentException("each dialect has its own words for " + trouble);
        };
    }

    private static EmulatedTrouble of(Fault fault) {
        return new EmulatedTrouble(fault, Said.nothing());
    }

    private static EmulatedTrouble code(long code, String message) {
        return new EmulatedTrouble(Fault.code(code, message), Said.of(Long.toString(code), message));
    }

    private static EmulatedTrouble reason(int status, String reason, String message) {
        return new EmulatedTrouble(Fault.reason(status, reason, message), Said.of(reason, message));
    }

    private static EmulatedTrouble successWith(String members) {
        String body = "{" + members + ",\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";
        return of(Fault.answer(200, JSON, body).afterActing());
    }

    private static EmulatedTrouble afterActing(EmulatedTrouble plain) {
        return new EmulatedTrouble(plain.fault.afterActing(), plain.said);
    }

    private static EmulatedTrouble askingToWait(EmulatedTrouble plain) {
        String seconds = Long.toString(WAIT.toSeconds());
        return new EmulatedTrouble(plain.fault.retryAfter(seconds), plain.said.withRetryAfter(WAIT));
    }
}
