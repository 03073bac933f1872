package io.voicecloner.minimax;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/** {@code POST files/upload} (wire-facts 1.2). */
interface UploadWire {
    /** {@code file_id} is an int64 beyond what a double holds; Moshi reads it exactly, quoted or not. */
    record File(@Json(name = "file_id") @Nullable Long fileId) {}

    record Reply(
            @Nullable File file, @Json(name = "base_resp") BaseRespWire.@Nullable BaseResp baseResp) {}
}
