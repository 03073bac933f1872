package io.voicecloner.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Lets no body be sent twice. Without it OkHttp sends a POST again after a stale connection, a second address, 408, 503 with
 * {@code Retry-After: 0}, 307 and 308, even where its retries are off.
 */
final class OneShotBodies implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        if (body == null) {
            return chain.proceed(request);
        }
        return chain.proceed(request.newBuilder()
                .method(request.method(), new OneShotBody(body))
                .build());
    }

    private static final class OneShotBody extends RequestBody {
        private final RequestBody body;

        OneShotBody(RequestBody body) {
            this.body = body;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }
    }
}
