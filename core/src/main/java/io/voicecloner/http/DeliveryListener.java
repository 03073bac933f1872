package io.voicecloner.http;

import io.voicecloner.attempt.Observations;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;

/** Writes down how far a request comes. */
final class DeliveryListener extends EventListener {
    private final Observations seen;

    private DeliveryListener(Observations seen) {
        this.seen = seen;
    }

    /** The listener for a call: its exchange is the tag of its request. */
    static EventListener of(Call call) {
        Exchange exchange = call.request().tag(Exchange.class);
        return exchange == null ? EventListener.NONE : new DeliveryListener(exchange.observations());
    }

    @Override
    public void requestHeadersStart(Call call) {
        seen.requestStarted();
    }

    @Override
    public void requestBodyStart(Call call) {
        seen.bodyStarted();
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        seen.bodyEnded();
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        seen.answered(response.code());
    }
}
