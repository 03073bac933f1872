package io.voicecloner.minimax;

import org.jspecify.annotations.Nullable;

/** Errors that are no {@code base_resp}. As text, numbers keep all their digits. */
interface GatewayWire {
    record ErrorObject(
            @Nullable String code,
            @Nullable String type,
            @Nullable String message) {}

    /** {@code {"error":{"message","type","code"}}}. */
    record WithObject(@Nullable ErrorObject error) {}

    /** {@code {"error":"…"}} or {@code {"message":"…"}}. */
    record WithText(@Nullable String error, @Nullable String message) {}
}
