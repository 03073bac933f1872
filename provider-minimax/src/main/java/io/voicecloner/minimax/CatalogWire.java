package io.voicecloner.minimax;

import com.squareup.moshi.Json;
import io.voicecloner.http.BaseResp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST get_voice} and {@code POST delete_voice} (public pages of them, wire-facts 1.4). Only clones are asked for. */
interface CatalogWire {
    String CLONES = "voice_cloning";

    record Asked(@Json(name = "voice_type") String voiceType) {}

    /** {@code created_time} is a day in the list, and was seen as seconds in an example. */
    record Voice(
            @Json(name = "voice_id") @Nullable String voiceId,
            @Json(name = "created_time") @Nullable String createdTime) {}

    /** The list may be null. {@code voice_slots} is what it was called once, with other fields (wire-facts 1.4). */
    record Voices(
            @Json(name = "voice_cloning") @Nullable List<@Nullable Voice> clones,
            @Json(name = "voice_slots") @Nullable Object slots,
            @Json(name = "base_resp") @Nullable BaseResp baseResp) {}

    record Delete(
            @Json(name = "voice_type") String voiceType,
            @Json(name = "voice_id") String voiceId) {}

    record Deleted(@Json(name = "base_resp") @Nullable BaseResp baseResp) {}
}
