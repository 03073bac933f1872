package io.voicecloner.minimax;

import com.squareup.moshi.Json;
import io.voicecloner.http.BaseResp;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET files/list}, {@code GET files/retrieve} and {@code POST files/delete} (wire-facts 1.2, 1.4). */
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

    record Retrieved(
            @Nullable Object file,
            @Json(name = "base_resp") @Nullable BaseResp baseResp) {
        @Nullable
        String downloadUrl() {
            return file instanceof Map<?, ?> object && object.get("download_url") instanceof String url ? url : null;
        }
    }

    record Delete(@Json(name = "file_id") long fileId, String purpose) {}

    record Deleted(@Json(name = "base_resp") @Nullable BaseResp baseResp) {}
}
