package io.voicecloner.host.s3;

import io.voicecloner.Category;
import io.voicecloner.Reason;

/**
 * What a refusal means to the caller: first by S3's code, then by the HTTP status. Codes as in the "Error responses" page of Amazon S3's
 * API reference, which other services follow.
 *
 * @param hint what to do
 */
record Meaning(Category category, Reason reason, String hint) {
    private static final String PERMISSIONS =
            "The key needs s3:PutObject, s3:GetObject and s3:DeleteObject on what begins with audio-host.key-prefix.";
    private static final String PLACE = "Set audio-host.region and audio-host.endpoint to where the bucket is.";
    private static final String LATER = "Ask again later.";

    private static final Meaning KEY =
            new Meaning(Category.ACCESS, Reason.KEY, "Check audio-host.access-key and audio-host.secret-key.");
    private static final Meaning PERMISSION = new Meaning(Category.ACCESS, Reason.PERMISSION, PERMISSIONS);
    private static final Meaning ELSEWHERE = new Meaning(Category.CONFIGURATION, Reason.INVALID_SETTING, PLACE);
    private static final Meaning NO_BUCKET = new Meaning(
            Category.CONFIGURATION,
            Reason.INVALID_SETTING,
            "Check audio-host.bucket, audio-host.endpoint and audio-host.path-style.");
    private static final Meaning CLOCK =
            new Meaning(Category.CONFIGURATION, Reason.INVALID_SETTING, "Set the clock of this machine.");
    private static final Meaning TOO_FAST = new Meaning(Category.RATE_LIMITED, Reason.RATE, LATER);
    private static final Meaning FULL = new Meaning(Category.QUOTA, Reason.PLAN, "Make room in the bucket.");
    private static final Meaning TOO_SLOW = new Meaning(Category.PROVIDER_UNAVAILABLE, Reason.TIMEOUT, LATER);
    private static final Meaning FAULT = new Meaning(Category.PROVIDER_UNAVAILABLE, Reason.PROVIDER_FAULT, LATER);
    private static final Meaning NOT_S3 = new Meaning(
            Category.CONFIGURATION,
            Reason.MISCONFIGURED_ENDPOINT,
            "Check audio-host.endpoint: something other than S3 may answer there.");
    private static final Meaning UNLISTED = new Meaning(
            Category.UNEXPECTED_REPLY, Reason.UNLISTED_CODE, "Ask the bucket's support, with the trace id.");

    static Meaning of(int status, String code) {
        return switch (code) {
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken" -> KEY;
            case "AccessDenied", "AllAccessDisabled", "AccountProblem", "NotSignedUp" -> PERMISSION;
            case "NoSuchBucket", "InvalidBucketName" -> NO_BUCKET;
            case "PermanentRedirect", "TemporaryRedirect", "Redirect", "AuthorizationHeaderMalformed" -> ELSEWHERE;
            case "RequestTimeTooSkewed" -> CLOCK;
            case "SlowDown" -> TOO_FAST;
            case "QuotaExceeded" -> FULL;
            case "RequestTimeout" -> TOO_SLOW;
            default -> ofStatus(status, code);
        };
    }

    private static Meaning ofStatus(int status, String code) {
        if (status >= 500) {
            return FAULT;
        }
        return switch (status) {
            case 429 -> TOO_FAST;
            case 401, 403 -> PERMISSION;
            case 404, 405 -> NOT_S3;
            default -> status < 400 ? (code.isEmpty() ? NOT_S3 : ELSEWHERE) : UNLISTED;
        };
    }
}
