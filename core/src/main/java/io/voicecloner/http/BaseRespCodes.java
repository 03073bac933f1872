package io.voicecloner.http;

import static io.voicecloner.http.CodeMeaning.refused;
import static io.voicecloner.http.CodeMeaning.rejected;
import static io.voicecloner.http.CodeMeaning.unknown;
import static java.util.Map.entry;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code base_resp.status_code} means ({@code spec/001}, {@code spec/004} and the public error page: wire-facts 1.5). */
final class BaseRespCodes {
    private static final String MINUTE = "Ask again in a minute.";
    private static final String VERIFY = "Verify the account at the provider.";
    private static final String SUPPORT = StatusMeanings.SUPPORT;

    private static final CodeMeaning FAULT =
            unknown(Reason.PROVIDER_FAULT, "the provider reported a fault of its own", SUPPORT);
    private static final CodeMeaning KEY = rejected(
            Category.ACCESS,
            Reason.KEY,
            "the API key was refused",
            "Check the key, and that it belongs to what answers at base-url.");
    private static final CodeMeaning NO_BALANCE =
            rejected(Category.QUOTA, Reason.BALANCE, "the account has no balance left", "Top up the account.");
    private static final CodeMeaning NOT_IN_PLAN = rejected(
            Category.QUOTA,
            Reason.PLAN,
            "the account's plan does not cover this",
            "Wait for its next window, or change it.");

    static final CodeMeaning TAKEN = rejected(
            Category.VOICE_ID_TAKEN,
            Reason.DUPLICATE,
            "the voice id is taken",
            "Choose another id: that of a deleted voice cannot be used again either.");

    private static final Pattern ABOUT_A_RECORDING =
            Pattern.compile("quality|noise|too (long|short)|similar", Pattern.CASE_INSENSITIVE);

    private static final Map<Long, CodeMeaning> MEANINGS = Map.ofEntries(
            entry(
                    1000L,
                    unknown(
                            Reason.UNEXPLAINED,
                            "the provider reported an unknown error",
                            "This often means a recording that it cannot use: check its format and length.")),
            entry(1001L, unknown(Reason.TIMEOUT, "the provider ran out of time", SUPPORT)),
            entry(1002L, refused(Reason.RATE, "too many requests in a minute", MINUTE)),
            entry(1004L, KEY),
            entry(1008L, NO_BALANCE),
            entry(1013L, FAULT),
            entry(1024L, FAULT),
            entry(
                    1026L,
                    content(
                            Reason.INPUT_CONTENT,
                            "the provider found the text or the recording unsafe",
                            "Change what is said in them.")),
            entry(
                    1027L,
                    content(
                            Reason.OUTPUT_CONTENT,
                            "the provider found the speech of the preview unsafe",
                            "The words of the preview were refused, not the voice.")),
            entry(1028L, NOT_IN_PLAN),
            entry(1030L, NOT_IN_PLAN),
            entry(1033L, FAULT),
            entry(1039L, refused(Reason.RATE, "too many characters in a minute", MINUTE)),
            entry(
                    1041L,
                    refused(
                                    Reason.CONCURRENCY,
                                    "too many connections at once",
                                    "Ask again later, and for less at once.")
                            .after(Duration.ofSeconds(10))),
            entry(
                    1042L,
                    parameter(
                            "the text holds too many invisible or illegal characters",
                            "Take them out of the text and the transcript.")),
            entry(
                    1043L,
                    audio(
                            "the recording does not say what it should",
                            "Use one in which the words can be understood.")),
            entry(
                    1044L,
                    audio(
                            "the prompt audio does not say what its transcript says",
                            "Write down word for word what it says.")),
            entry(2013L, parameter("the provider refused a parameter", "Its message says which.")),
            entry(
                    20132L,
                    rejected(
                            Category.INVALID_REQUEST,
                            Reason.UNKNOWN_FILE,
                            "the provider does not know the file id or voice id",
                            "Behind a gateway that spreads over several accounts, uploads may end in another one.")),
            entry(2037L, audio("the recording is too short or too long", "It must be 10 seconds to 5 minutes.")),
            entry(2038L, permission("the account may not clone voices", VERIFY)),
            entry(2039L, TAKEN),
            entry(
                    2042L,
                    rejected(
                            Category.ACCESS,
                            Reason.FOREIGN_VOICE,
                            "the voice id belongs to somebody else",
                            "Choose another id.")),
            entry(
                    2045L,
                    refused(Reason.RATE, "requests grew too fast", "Ask again in half a minute, and grow slowly.")
                            .after(Duration.ofSeconds(30))),
            entry(2048L, audio("the prompt audio is too long", "It must be shorter than 8 seconds.")),
            entry(2049L, KEY),
            entry(
                    2054L,
                    rejected(
                            Category.VOICE_NOT_FOUND,
                            Reason.MISSING_VOICE,
                            "there is no such voice (any more)",
                            "One that nobody uses for 7 days is deleted: clone it again.")),
            entry(2056L, NOT_IN_PLAN),
            entry(
                    2061L,
                    rejected(
                            Category.QUOTA,
                            Reason.PLAN,
                            "the account's plan does not cover this model",
                            "Name another model, or change the plan.")));

    private BaseRespCodes() {}

    /**
     * The meaning of a code other than 0. A code that is not listed proves nothing: the request may have been carried out.
     * Gateways pass the duplicate on under other codes, so its words count as much.
     */
    static CodeMeaning of(long code, @Nullable String message) {
        if (isDuplicate(message)) {
            return TAKEN;
        }
        CodeMeaning known = MEANINGS.get(code);
        if (TAKEN.equals(known)
                && message != null
                && ABOUT_A_RECORDING.matcher(message).find()) {
            // A reseller gives this code to poor recordings; to believe it would be to see a voice that is not there.
            known = null;
        }
        return known != null
                ? known
                : unknown(
                        Reason.UNLISTED_CODE,
                        "the provider answered with a code that its documents do not list",
                        SUPPORT);
    }

    static boolean isDuplicate(@Nullable String message) {
        return message != null && message.toLowerCase(Locale.ROOT).contains("voice id duplicate");
    }

    private static CodeMeaning content(Reason reason, String summary, String hint) {
        return rejected(Category.CONTENT_REJECTED, reason, summary, hint);
    }

    private static CodeMeaning parameter(String summary, String hint) {
        return rejected(Category.INVALID_REQUEST, Reason.PARAMETER, summary, hint);
    }

    private static CodeMeaning audio(String summary, String hint) {
        return rejected(Category.INVALID_REQUEST, Reason.AUDIO, summary, hint);
    }

    private static CodeMeaning permission(String summary, String hint) {
        return rejected(Category.ACCESS, Reason.PERMISSION, summary, hint);
    }
}
