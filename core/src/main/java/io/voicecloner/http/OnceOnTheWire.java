package io.voicecloner.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The last interceptor before the connection. Whatever happened on the way here, a second time included, a request is sent once; and
 * an answer is never asked for compressed, since its limits hold for what really comes.
 */
final class OnceOnTheWire implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        if (!Exchange.of(chain).isFirstOnTheWire()) {
            throw new IOException("a request is sent once");
        }
        return chain.proceed(chain.request()
                .newBuilder()
                .header("Accept-Encoding", "identity")
                .build());
    }
}
