package io.voicecloner.http;

import java.io.IOException;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Tells a proxy who we are while a tunnel through it is made, when nothing of the request was sent. A 407 from inside the tunnel comes
 * from the provider's side: to answer it would send the request again, with words that are for the proxy.
 */
final class TunnelsOnly implements Authenticator {
    private final Authenticator asked;

    TunnelsOnly(Authenticator asked) {
        this.asked = asked;
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
        return response.request().method().equals("CONNECT") ? asked.authenticate(route, response) : null;
    }
}
