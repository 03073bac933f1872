package io.voicecloner.minimax;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/** The envelope of every answer: {@code status_code} 0 is a success, whatever the HTTP status ({@code spec/001}). */
interface BaseRespWire {
    record BaseResp(
            @Json(name = "status_code") @Nullable Long statusCode,
            @Json(name = "status_msg") @Nullable String statusMsg) {}

    /** Any answer, read for its envelope only. */
    record Envelope(@Json(name = "base_resp") @Nullable BaseResp baseResp) {}
}
