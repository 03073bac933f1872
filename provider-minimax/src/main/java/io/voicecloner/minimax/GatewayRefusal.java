package io.voicecloner.minimax;

import io.voicecloner.http.Answer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway, or a route of MiniMax's own that is not the voice API's, says in an error (wire-facts 1.5, 4.5). The HTTP status says
 * what it means; its words go to the caller as they are.
 */
record GatewayRefusal(@Nullable String code, @Nullable String message) {
    static GatewayRefusal in(Answer<?> answer) {
        Optional<GatewayWire.ErrorObject> object =
                answer.as(GatewayWire.WithObject.class).map(GatewayWire.WithObject::error);
        if (object.isPresent()) {
            GatewayWire.ErrorObject error = object.get();
            return new GatewayRefusal(error.code() == null ? error.type() : error.code(), error.message());
        }
        return answer.as(GatewayWire.WithText.class)
                .map(text -> new GatewayRefusal(null, text.error() == null ? text.message() : text.error()))
                .orElse(new GatewayRefusal(null, null));
    }
}
