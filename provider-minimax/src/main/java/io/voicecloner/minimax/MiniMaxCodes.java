package io.voicecloner.minimax;

import static io.voicecloner.http.CodeMeaning.refused;
import static io.voicecloner.http.CodeMeaning.rejected;
import static io.voicecloner.http.CodeMeaning.unknown;
import static java.util.Map.entry;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import io.voicecloner.http.CodeMeaning;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code base_resp.status_code} means ({@code spec/001}, {@code spec/004} and the public error page: wire-facts 1.5). */
final class MiniMaxCodes {
    private static final String REGION_HINT =
            "Check the key, and that its region is this one: a key of api.minimax.io does not work at api.minimaxi.com.";

    private static final CodeMeaning TAKEN = rejected(
            Category.VOICE_ID_TAKEN,
            Reason.DUPLICATE,
            "the voice id is taken",
            "Choose another id: that of a deleted voice cannot be used again either.");

    private static final Map<Long, CodeMeaning> MEANINGS = Map.ofEntries(
            entry(
                    1000L,
                    unknown(
                            Reason.PROVIDER_FAULT,
                            "the provider reported an unknown error",
                            "This often means a recording that it cannot use: check its format and length.")),
            entry(1001L, unknown(Reason.TIMEOUT, "the provider ran out of time", null)),
            entry(1002L, refused(Reason.RATE, "too many requests in a minute", "Ask again in a minute.")),
            entry(1004L, rejected(Category.ACCESS, Reason.KEY, "the API key was refused", REGION_HINT)),
            entry(
                    1008L,
                    rejected(Category.QUOTA, Reason.BALANCE, "the account has no balance left", "Top up the account.")),
            entry(1013L, unknown(Reason.PROVIDER_FAULT, "the provider reported a fault of its own", null)),
            entry(1024L, unknown(Reason.PROVIDER_FAULT, "the provider reported a fault of its own", null)),
            entry(
                    1026L,
                    rejected(
                            Category.CONTENT_REJECTED,
                            Reason.INPUT_CONTENT,
                            "the provider found the text or the recording unsafe",
                            null)),
            entry(1033L, unknown(Reason.PROVIDER_FAULT, "a system behind the provider failed", null)),
            entry(1039L, refused(Reason.RATE, "too many characters in a minute", "Ask again in a minute.")),
            entry(
                    1041L,
                    refused(
                            Reason.CONCURRENCY,
                            "too many connections at once",
                            "Ask again later, and for less at once.")),
            entry(
                    2013L,
                    rejected(Category.INVALID_REQUEST, Reason.PARAMETER, "the provider refused a parameter", null)),
            entry(
                    20132L,
                    rejected(
                            Category.INVALID_REQUEST,
                            Reason.AUDIO,
                            "the provider does not know the file id or voice id",
                            "Behind a gateway that spreads over several accounts, uploads may end in another one.")),
            entry(
                    2037L,
                    rejected(
                            Category.INVALID_REQUEST,
                            Reason.AUDIO,
                            "the recording is too short or too long",
                            "It must be 10 seconds to 5 minutes.")),
            entry(
                    2038L,
                    rejected(
                            Category.ACCESS,
                            Reason.PERMISSION,
                            "the account may not clone voices",
                            "Verify the account at the provider.")),
            entry(2039L, TAKEN),
            entry(
                    2042L,
                    rejected(
                            Category.ACCESS,
                            Reason.PERMISSION,
                            "the voice id belongs to somebody else",
                            "Choose another id.")),
            entry(
                    2045L,
                    refused(Reason.RATE, "requests grew too fast", "Ask again in half a minute, and grow slowly.")),
            entry(
                    2048L,
                    rejected(
                            Category.INVALID_REQUEST,
                            Reason.AUDIO,
                            "the prompt audio is too long",
                            "It must be shorter than 8 seconds.")),
            entry(2049L, rejected(Category.ACCESS, Reason.REGION, "the API key was refused", REGION_HINT)));

    private MiniMaxCodes() {}

    /**
     * The meaning of a code other than 0. Gateways pass the duplicate on with other codes, so its text counts as much. A code
     * that is not listed proves nothing: the request may have been carried out.
     */
    static CodeMeaning of(long code, @Nullable String message) {
        if (message != null && message.toLowerCase(Locale.ROOT).contains("voice id duplicate")) {
            return TAKEN;
        }
        CodeMeaning known = MEANINGS.get(code);
        return known != null
                ? known
                : unknown(
                        Reason.UNLISTED_CODE, "the provider answered with a code that its documents do not list", null);
    }
}
