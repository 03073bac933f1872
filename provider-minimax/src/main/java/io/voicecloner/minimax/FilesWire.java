package io.voicecloner.minimax;

import com.squareup.moshi.Json;
import io.voicecloner.http.BaseResp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET files/list} (wire-facts 1.2). */
interface FilesWire {
    record File(
            @Json(name = "file_id") @Nullable Long fileId,
            @Nullable Long bytes,
            @Nullable String filename) {}

    record Reply(
            @Nullable List<@Nullable File> files,
            @Json(name = "base_resp") @Nullable BaseResp baseResp) {
        boolean isSuccess() {
            return baseResp != null && Long.valueOf(0).equals(baseResp.statusCode());
        }
    }
}
