package io.voicecloner.host.s3;

import java.io.IOException;
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
        return new Answer(response.code(), response.header("x-amz-request-id"), response.header("ETag"), error);
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
