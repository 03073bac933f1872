package io.voicecloner.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Renames {@code Retry-After} before OkHttp sees it: OkHttp would send a 503 again at zero, and throws an unchecked exception
 * at a number of twenty digits. {@link RetryAfter} reads it under its new name.
 */
final class HiddenRetryAfter implements Interceptor {
    static final String HIDDEN = "X-Voicecloner-Retry-After";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String value = response.header("Retry-After");
        Response.Builder renamed =
                response.newBuilder().removeHeader("Retry-After").removeHeader(HIDDEN);
        return value == null ? renamed.build() : renamed.header(HIDDEN, value).build();
    }
}
