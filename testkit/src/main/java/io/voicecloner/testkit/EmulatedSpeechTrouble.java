package io.voicecloner.testkit;

import io.voicecloner.emulator.Fault;
import java.time.Duration;

/** A trouble of speech in the words of a dialect: what the emulator is to do. */
final class EmulatedSpeechTrouble {
    private static final int CHUNKS_BEFORE_A_CUT = 3;
    private static final String JSON = "application/json";

    private EmulatedSpeechTrouble() {}

    static Fault of(SpeechTrouble trouble, EmulatedDialect dialect) {
        return switch (trouble) {
            case DROPPED_BEFORE_ACTING -> Fault.dropBefore();
            case DROPPED_AFTER_ACTING -> Fault.dropAfter();
            case TRUNCATED -> Fault.truncated();
            case NOT_JSON -> Fault.html();
            case STREAM_CUT -> Fault.cutAfter(CHUNKS_BEFORE_A_CUT);
            case WHOLE_AGAIN -> Fault.wholeAgain();
            case SLOW -> Fault.delay(Duration.ofSeconds(30));
            default -> dialect.fetches() ? ofModels(trouble) : ofMiniMax(trouble);
        };
    }

    /** Codes: wire-facts 1.5. */
    private static Fault ofMiniMax(SpeechTrouble trouble) {
        return switch (trouble) {
            case VOICE_MISSING -> Fault.code(2054, "voice id not exist");
            case VOICE_FOREIGN -> Fault.code(2042, "you don't have access to this voice_id");
            case KEY_REFUSED -> Fault.code(2049, "invalid api key");
            case RATE_LIMITED -> Fault.code(1002, "rate limit");
            case CONTENT_REJECTED -> Fault.code(1026, "input new_sensitive");
            case PROVIDER_FAULT -> Fault.code(1013, "internal service error");
            case NO_AUDIO ->
                Fault.answer(200, JSON, "{\"data\":null,\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}")
                        .afterActing();
            default -> throw new IllegalArgumentException("any host has the same words for " + trouble);
        };
    }

    /**
     * Reasons: wire-facts 2.5. None is known for a voice that is missing or foreign: the one is told in MiniMax's words, which public code
     * quotes, the other in its {@code base_resp}, which replies here were seen to hold (wire-facts 3.4).
     */
    private static Fault ofModels(SpeechTrouble trouble) {
        return switch (trouble) {
            case VOICE_MISSING -> Fault.reason(400, "INVALID_REQUEST_BODY", "2054 voice id not exist");
            case VOICE_FOREIGN -> Fault.code(2042, "you don't have access to this voice_id");
            case KEY_REFUSED -> Fault.reason(403, "INVALID_API_KEY", "invalid api-key");
            case RATE_LIMITED -> Fault.reason(429, "RATE_LIMIT_EXCEEDED", "rate limit exceeded");
            case CONTENT_REJECTED -> Fault.reason(400, "ILLEGAL_PROMPT", "illegal prompt");
            case PROVIDER_FAULT -> Fault.reason(500, "CREATE_TASK_FAILED", "create task failed");
            case NO_AUDIO -> Fault.answer(200, JSON, "{\"audio\":\"\"}").afterActing();
            default -> throw new IllegalArgumentException("any host has the same words for " + trouble);
        };
    }
}
