package io.voicecloner.http;

import java.io.IOException;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Adds the key, and only to requests for the origin it was configured for. */
final class KeyToItsOrigin implements Interceptor {
    private final BaseUrl home;
    private final ApiKey key;

    KeyToItsOrigin(BaseUrl home, ApiKey key) {
        this.home = home;
        this.key = key;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!home.sameOrigin(request.url())) {
            throw new IllegalStateException("the API key of " + home.url().host() + " must not go to "
                    + request.url().host());
        }
        String secret = key.next();
        Exchange exchange = Exchange.of(chain);
        exchange.redaction().hide(secret);
        // Answers to later requests of this clone may still repeat it after the key was changed.
        exchange.scope().keepsToItself(List.of(secret));
        return chain.proceed(
                request.newBuilder().header("Authorization", "Bearer " + secret).build());
    }
}
