package io.voicecloner.cli;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ends. Programs rely on the numbers. */
enum ExitCode {
    DONE(0, "done"),
    INTERNAL(1, "internal error"),
    USAGE(2, "usage, configuration, invalid request or audio, or no such voice"),
    ACCESS(3, "access refused: key, region or permission"),
    QUOTA(4, "balance or plan does not cover it"),
    RATE_LIMITED(5, "too many requests: try later"),
    CONTENT_REJECTED(6, "recording or text found unsafe"),
    VOICE_ID_TAKEN(7, "voice id exists, or existed once"),
    UNAVAILABLE(8, "provider unreachable, or its reply unreadable"),
    OUTCOME_UNKNOWN(9, "a voice may exist, or speech may be billed: do not simply run again"),
    NOT_SAVED(10, "voice or speech made, and its audio not saved"),
    CANCELED(130, "cancelled before anything could be made");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    /** What a failure ends with: before any voice was made, or at speech. */
    static ExitCode of(VoiceClonerException failure) {
        boolean speech = failure.step() == Step.SPEAK || failure.step().bringsSpeech();
        return speech ? ofSpeech(failure) : of(failure.category(), failure.reason());
    }

    /** What may have cost something already must not end with a code that asks a script to try again. */
    private static ExitCode ofSpeech(VoiceClonerException failure) {
        boolean paid = failure.moneyMayBeSpent();
        return switch (failure.category()) {
            case CANCELED, PROVIDER_UNAVAILABLE, UNEXPECTED_REPLY, RATE_LIMITED ->
                paid ? OUTCOME_UNKNOWN : of(failure.category(), failure.reason());
            case DOWNLOAD -> paid ? NOT_SAVED : USAGE;
            default -> of(failure.category(), failure.reason());
        };
    }

    static ExitCode of(Category category, Reason reason) {
        return switch (category) {
            case CONFIGURATION, INVALID_REQUEST, VOICE_NOT_FOUND -> USAGE;
            case ACCESS -> ACCESS;
            case QUOTA -> QUOTA;
            case RATE_LIMITED -> RATE_LIMITED;
            case CONTENT_REJECTED -> CONTENT_REJECTED;
            case VOICE_ID_TAKEN -> VOICE_ID_TAKEN;
            case PROVIDER_UNAVAILABLE, UNEXPECTED_REPLY -> UNAVAILABLE;
            case AMBIGUOUS_OUTCOME -> OUTCOME_UNKNOWN;
            case CANCELED -> CANCELED;
            case DOWNLOAD -> ofRecording(reason);
        };
    }

    /** A recording given as a URL: a wrong one is the caller's to correct, one that did not come is not. */
    private static ExitCode ofRecording(Reason reason) {
        return switch (reason) {
            case UNSAFE_URL, EXPIRED, TOO_LARGE, NOT_AUDIO -> USAGE;
            default -> UNAVAILABLE;
        };
    }

    /** The table, for help texts: meanings by code. */
    static Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        for (ExitCode exit : values()) {
            table.put(String.valueOf(exit.code), exit.meaning);
        }
        return table;
    }
}
