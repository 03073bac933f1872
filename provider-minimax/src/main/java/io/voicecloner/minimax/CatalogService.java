package io.voicecloner.minimax;

import io.voicecloner.http.Exchange;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Query;
import retrofit2.http.Tag;

/** The routes of the dialect that tell of voices and delete them, relative to the base URL (wire-facts 1.4). */
interface CatalogService {
    @Headers("Content-Type: application/json")
    @POST("get_voice")
    Call<CatalogWire.Voices> voices(
            @Query("GroupId") @Nullable String groupId, @Body CatalogWire.Asked request, @Tag Exchange exchange);

    @Headers("Content-Type: application/json")
    @POST("delete_voice")
    Call<CatalogWire.Deleted> delete(
            @Query("GroupId") @Nullable String groupId, @Body CatalogWire.Delete request, @Tag Exchange exchange);
}
