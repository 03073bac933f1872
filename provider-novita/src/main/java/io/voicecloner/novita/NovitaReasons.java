package io.voicecloner.novita;

import static io.voicecloner.http.CodeMeaning.refused;
import static io.voicecloner.http.CodeMeaning.rejected;
import static io.voicecloner.http.CodeMeaning.unknown;
import static java.util.Map.entry;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import io.voicecloner.http.CodeMeaning;
import java.util.Map;
import java.util.Optional;

/** What the {@code reason} of an error means (wire-facts 2.5). It says more than the HTTP status. */
final class NovitaReasons {
    private static final CodeMeaning KEY =
            rejected(Category.ACCESS, Reason.KEY, "the API key was refused", "Check the key.");
    private static final CodeMeaning NO_BALANCE =
            rejected(Category.QUOTA, Reason.BALANCE, "the account has no balance left", "Top up the account.");
    private static final CodeMeaning NOT_ALLOWED = rejected(
            Category.ACCESS,
            Reason.PERMISSION,
            "the account may not use this",
            "Ask the provider to allow it for the account, or name another model.");
    private static final CodeMeaning FAULT = unknown(
            Reason.PROVIDER_FAULT,
            "the provider reported a fault of its own",
            "If it goes on, tell the provider's support what it said and when.");

    private static final Map<String, CodeMeaning> MEANINGS = Map.ofEntries(
            entry(
                    "INVALID_REQUEST_BODY",
                    rejected(
                            Category.INVALID_REQUEST,
                            Reason.PARAMETER,
                            "the provider refused a parameter",
                            "Its message says which.")),
            entry(
                    "INVALID_AUDIO_FILE",
                    rejected(
                            Category.INVALID_REQUEST,
                            Reason.AUDIO,
                            "the provider cannot use the recording",
                            "Check that its URL can be reached from outside, and its format and length.")),
            entry(
                    "ILLEGAL_PROMPT",
                    rejected(
                            Category.CONTENT_REJECTED,
                            Reason.INPUT_CONTENT,
                            "the provider found the text or the recording unsafe",
                            "Change what is said in them.")),
            entry("MISSING_API_KEY", KEY),
            entry("INVALID_API_KEY", KEY),
            entry("FAILED_TO_AUTH", KEY),
            entry("BILLING_BALANCE_NOT_ENOUGH", NO_BALANCE),
            entry("NOT_ENOUGH_BALANCE", NO_BALANCE),
            entry(
                    "BILLING_AUTH_FAILED",
                    rejected(
                            Category.QUOTA,
                            Reason.BALANCE,
                            "the provider could not bill the account",
                            "Check the account's billing at the provider.")),
            entry("API_NOT_ALLOWED", NOT_ALLOWED),
            entry("FEATURE_NOT_ALLOWED", NOT_ALLOWED),
            entry("model_access_denied", NOT_ALLOWED),
            entry(
                    "API_NOT_FOUND",
                    rejected(
                            Category.CONFIGURATION,
                            Reason.MISCONFIGURED_ENDPOINT,
                            "there is no such API at the base URL",
                            "Check base-url: it is the origin plus the documented prefix.")),
            entry(
                    "NEED_REAL_NAME_VERIFY",
                    rejected(
                            Category.ACCESS,
                            Reason.PERMISSION,
                            "the account may not clone voices",
                            "Verify the account at the provider.")),
            entry(
                    "TASK_NOT_FOUND",
                    rejected(
                            Category.INVALID_REQUEST,
                            Reason.PARAMETER,
                            "the provider knows no such task",
                            "It may have kept it for a limited time only.")),
            entry("RATE_LIMIT_EXCEEDED", refused(Reason.RATE, "the provider asked to slow down", "Ask again later.")),
            entry("BILLING_FAILED", FAULT),
            entry("CREATE_TASK_FAILED", FAULT),
            entry("GET_RESULT_FAILED", FAULT),
            entry("TASK_FAILED", FAULT));

    /** Those whose words speak of recordings and clones. */
    private static final Map<String, CodeMeaning> FOR_SPEECH = Map.of(
            "INVALID_AUDIO_FILE",
            rejected(
                    Category.INVALID_REQUEST,
                    Reason.PARAMETER,
                    "the provider refused a parameter of the audio",
                    "Its message says which."),
            "ILLEGAL_PROMPT",
            rejected(
                    Category.CONTENT_REJECTED,
                    Reason.INPUT_CONTENT,
                    "the provider found the text unsafe",
                    "Change the text."),
            "API_NOT_FOUND",
            rejected(
                    Category.CONFIGURATION,
                    Reason.MISCONFIGURED_ENDPOINT,
                    "there is no such API at the base URL",
                    "Name another model, since each is an API of its own; if none is there, check base-url."),
            "NEED_REAL_NAME_VERIFY",
            rejected(
                    Category.ACCESS,
                    Reason.PERMISSION,
                    "the account may not synthesize speech",
                    "Verify the account at the provider."));

    private NovitaReasons() {}

    /** As {@link #of}, where a text was to be spoken. */
    static Optional<CodeMeaning> forSpeech(String reason) {
        return Optional.ofNullable(FOR_SPEECH.get(reason)).or(() -> of(reason));
    }

    /** The meaning of a reason; empty for one that is not listed, where the HTTP status decides. */
    static Optional<CodeMeaning> of(String reason) {
        return Optional.ofNullable(MEANINGS.get(reason));
    }
}
