package io.voicecloner.http;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * {@code base_resp}, in which the system behind every host known today reports what became of a request ({@code spec/001},
 * {@code spec/004}). Hosts with an envelope of their own may let it shine through (wire-facts 3.4).
 *
 * @param statusCode 0 for a success, whatever the HTTP status says; null if it is missing
 * @param statusMsg its words
 */
public record BaseResp(
        @Json(name = "status_code") @Nullable Long statusCode,
        @Json(name = "status_msg") @Nullable String statusMsg) {
    /** Any answer, read for this alone. */
    public record Envelope(
            @Json(name = "base_resp") @Nullable BaseResp baseResp) {}

    /** Any answer, read for whether there is one at all, in whatever shape. */
    public record Presence(
            @Json(name = "base_resp") @Nullable Object baseResp) {}
}
