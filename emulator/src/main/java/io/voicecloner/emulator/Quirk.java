package io.voicecloner.emulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What providers, most of all gateways to MiniMax, were seen to do differently, switched on by {@link Emulator#quirk}. They change honest answers; what a
 * {@link Fault} makes up is sent as it is.
 */
public enum Quirk {

    /** Recordings are uploaded to {@code files}, and {@code files/upload} is not there (wire-facts 4.2, "other aggregators"). */
    UPLOAD_AT_FILES,

    /**
     * The reply to an upload has {@code file_id} and the rest of {@code file} at its top level, beside {@code base_resp}
     * (wire-facts 4.2: a public client reads it there too).
     */
    FILE_ID_AT_TOP_LEVEL,

    /**
     * Errors come as <code>{"error":{"message","type","code"}}</code> with a status that fits, instead of HTTP 200 and
     * {@code base_resp} (wire-facts 4.5, inferred from gateways that speak OpenAI's dialect). {@code code} is MiniMax's code as a
     * string, {@code message} its text; which status goes with which code is not documented anywhere.
     */
    GATEWAY_ERRORS,

    /**
     * A voice id that is taken is told as HTTP 502 with the text {@code voice clone voice id duplicate}, plain or, with
     * {@link #GATEWAY_ERRORS}, in that shape (reliability 1.3, seen in public code).
     */
    DUPLICATE_AS_502,

    /**
     * Uploads and clones go to two upstream accounts in turn, and neither knows the other's files: code 20132 (wire-facts 4.2,
     * inferred). A clone right after the upload of its recording fails so; repeated, it reaches the account that has the file.
     * Files uploaded before this quirk was switched on are known to both, and so are all voices.
     */
    SEVERAL_ACCOUNTS,

    /** The trace id is the header {@code x-request-id}, and there is no {@code Trace-Id} (wire-facts 4.1). */
    X_REQUEST_ID,

    /** A path that is not served is answered with HTTP 200 and a web page (wire-facts 4.4 and 6). */
    HTML_FOR_UNKNOWN_PATHS,

    /** The {@code task_id} of a synthesis is a string of digits (wire-facts 4.4: a gateway documents it so, and an example shows it). */
    TASK_ID_AS_STRING,

    /**
     * The file of a finished task is the audio itself, not a tar that has it among others: clients in public code save it as it
     * comes.
     */
    PLAIN_ASYNC_FILE,

    /**
     * Only of Novita and Highway: the flat reply of a synthesis stands in a member {@code data}, in a stream too (wire-facts 2.4,
     * seen in public code).
     */
    NESTED_SPEECH;

    /** Whether this is a quirk of providers that fetch recordings, or else of those that take uploads. */
    boolean suits(boolean fetchesAudio) {
        return (this == NESTED_SPEECH) == fetchesAudio;
    }

    static Quirk of(String text) {
        return Arrays.stream(values())
                .filter(quirk -> quirk.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no quirk \"" + text + "\" is known, only "
                        + Arrays.stream(values()).map(Quirk::text).collect(Collectors.joining(", "))));
    }

    /** As the control endpoint writes it: {@code upload-at-files}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
