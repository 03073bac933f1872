package io.voicecloner.minimax;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error that is no {@code base_resp}: {@code {"error":{"message","type","code"}}}, as gateways and MiniMax's own language routes
 * write it (wire-facts 1.5, 4.5). The HTTP status says what it means; its words go to the caller as they are.
 */
interface GatewayWire {
    /** Every part may be missing or of another type. */
    record Refusal(@Nullable Object error, @Nullable Object message) {
        static final Refusal NONE = new Refusal(null, null);

        @Nullable
        String code() {
            if (error instanceof Map<?, ?> object) {
                String code = text(object.get("code"));
                return code == null ? text(object.get("type")) : code;
            }
            return null;
        }

        @Nullable
        String words() {
            if (error instanceof Map<?, ?> object) {
                return text(object.get("message"));
            }
            return error instanceof String said ? said : text(message);
        }

        private static @Nullable String text(@Nullable Object value) {
            if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
                return Long.toString(number.longValue());
            }
            return value instanceof String || value instanceof Number ? value.toString() : null;
        }
    }
}
