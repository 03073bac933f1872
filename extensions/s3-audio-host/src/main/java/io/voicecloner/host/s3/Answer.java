package io.voicecloner.host.s3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What a bucket answered.
 *
 * @param requestId what the bucket's support asks for
 * @param etag what every S3 service gives for a stored object
 * @param error the beginning of the body of a refusal
 */
record Answer(
        int status, @Nullable String requestId, @Nullable String etag, ByteString error) {
    private static final int LONGEST_ERROR = 64 * 1024;

    static Answer of(Response response) {
        ByteString error = response.isSuccessful()
                ? ByteString.EMPTY
                : beginning(response.body().source());
        String token = response.request().header("x-amz-security-token");
        String requestId = response.header("x-amz-request-id");
        return new Answer(
                response.code(),
                requestId == null ? null : without(token, requestId),
                response.header("ETag"),
                ByteString.encodeString(
                        without(token, error.string(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1));
    }

    /** A refusal may repeat the request, and whoever has its session token needs no more to sign another. */
    private static String without(@Nullable String token, String words) {
        return token == null ? words : words.replace(token, "[redacted]");
    }

    private static ByteString beginning(BufferedSource body) {
        try {
            body.request(LONGEST_ERROR);
        } catch (IOException ignored) {
            // The status has been said, and what came of the body counts.
        }
        return body.getBuffer().snapshot((int) Math.min(body.getBuffer().size(), LONGEST_ERROR));
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
