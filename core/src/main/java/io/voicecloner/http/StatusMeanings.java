package io.voicecloner.http;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import io.voicecloner.Step;

/** What an HTTP status means where the body holds no code of the provider's own. */
final class StatusMeanings {
    /** What to do about a fault that is nobody's here. */
    static final String SUPPORT = "If it goes on, tell the provider's support the trace id.";

    private static final CodeMeaning TEXT_TOO_LARGE = CodeMeaning.rejected(
            Category.INVALID_REQUEST,
            Reason.REQUEST,
            "the provider found the request too large (HTTP 413)",
            "Send a shorter text.");

    private StatusMeanings() {}

    static CodeMeaning of(Step step, int status) {
        return status == 413 && step == Step.SPEAK ? TEXT_TOO_LARGE : of(status);
    }

    static CodeMeaning of(int status) {
        CodeMeaning meaning = meaningOf(status);
        String summary = meaning.summary() + " (HTTP " + status + ")";
        return new CodeMeaning(
                meaning.category(), meaning.reason(), meaning.delivery(), summary, meaning.hint(), meaning.pause());
    }

    private static CodeMeaning meaningOf(int status) {
        return switch (status) {
            case 400, 415, 422 ->
                CodeMeaning.rejected(
                        Category.INVALID_REQUEST,
                        Reason.REQUEST,
                        "the provider refused the request",
                        "Its message says why.");
            case 401 ->
                CodeMeaning.rejected(
                        Category.ACCESS, Reason.KEY, "the API key was refused", "Check the key and where it belongs.");
            case 402 ->
                CodeMeaning.rejected(
                        Category.QUOTA, Reason.BALANCE, "the account has no balance left", "Top up the account.");
            case 403 ->
                CodeMeaning.rejected(
                        Category.ACCESS,
                        Reason.PERMISSION,
                        "the provider denied access",
                        "Check the key and what its account may do.");
            case 404, 405 ->
                CodeMeaning.rejected(
                        Category.CONFIGURATION,
                        Reason.MISCONFIGURED_ENDPOINT,
                        "there is no such API at the base URL",
                        "Check base-url: it is the origin plus the documented prefix.");
            case 413 ->
                CodeMeaning.rejected(
                        Category.INVALID_REQUEST,
                        Reason.REQUEST,
                        "the provider found the request too large",
                        "Send a shorter or more compressed recording.");
            case 429 -> CodeMeaning.refused(Reason.RATE, "the provider asked to slow down", "Ask again later.");
            default -> ofClass(status);
        };
    }

    private static CodeMeaning ofClass(int status) {
        if (status >= 300 && status < 400) {
            return CodeMeaning.rejected(
                    Category.UNEXPECTED_REPLY,
                    Reason.REDIRECT,
                    "the API answered with a redirect, which is never followed",
                    "Check base-url: the key is sent to no other address.");
        }
        if (status < 200 || status == 408 || status == 409 || status >= 500) {
            return CodeMeaning.unknown(Reason.PROVIDER_FAULT, "the provider reported a fault of its own", SUPPORT);
        }
        return CodeMeaning.rejected(
                Category.UNEXPECTED_REPLY,
                Reason.UNREADABLE,
                "the provider answered with a status that its documents do not know",
                SUPPORT);
    }
}
