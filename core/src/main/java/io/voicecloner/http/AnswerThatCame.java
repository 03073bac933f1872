package io.voicecloner.http;

import io.voicecloner.Reason;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The outermost interceptor: what those inside make of an answer is not believed, and what they do after it came loses no voice. Where
 * the provider answered, its answer is given on as it was read from the wire.
 */
final class AnswerThatCame implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Exchange exchange = Exchange.of(chain);
        exchange.terms(chain);
        try {
            chain.proceed(chain.request()).close();
        } catch (IOException | RuntimeException e) {
            if (exchange.answer() == null) {
                throw e;
            }
        }
        Response answer = exchange.answer();
        if (answer == null) {
            throw new UnreadableReplyException(
                    Reason.UNREADABLE, "an interceptor that was added answered in place of the provider");
        }
        return answer.newBuilder()
                .body(ResponseBody.create(exchange.body(), answer.body().contentType()))
                .build();
    }
}
