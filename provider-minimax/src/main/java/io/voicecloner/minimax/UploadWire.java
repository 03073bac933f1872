package io.voicecloner.minimax;

import com.squareup.moshi.Json;
import io.voicecloner.http.BaseResp;
import org.jspecify.annotations.Nullable;

/** {@code POST files/upload} (wire-facts 1.2). */
interface UploadWire {
    /** {@code file_id} is an int64 beyond what a double holds; Moshi reads it exactly, quoted or not. */
    record File(@Json(name = "file_id") @Nullable Long fileId) {}

    /** A gateway may name the file at the top instead (wire-facts 4.2). */
    record Reply(
            @Nullable File file,
            @Json(name = "file_id") @Nullable Long topFileId,
            @Json(name = "base_resp") @Nullable BaseResp baseResp) {
        @Nullable
        Long fileId() {
            return file != null && file.fileId() != null ? file.fileId() : topFileId;
        }
    }
}
