package io.voicecloner.minimax;

import io.voicecloner.http.Exchange;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Query;
import retrofit2.http.Tag;

/** The routes of the dialect that speaking needs, relative to the base URL (wire-facts 1.4, 4.4). */
interface SpeechService {
    @Headers("Content-Type: application/json")
    @POST("t2a_v2")
    Call<SpeechWire.Reply> speak(
            @Query("GroupId") @Nullable String groupId, @Body SpeechWire.Request request, @Tag Exchange exchange);

    @Headers("Content-Type: application/json")
    @POST("t2a_async_v2")
    Call<TaskWire.Begun> begin(
            @Query("GroupId") @Nullable String groupId, @Body TaskWire.Request request, @Tag Exchange exchange);

    @GET("query/t2a_async_query_v2")
    Call<TaskWire.State> ask(
            @Query("GroupId") @Nullable String groupId, @Query("task_id") String taskId, @Tag Exchange exchange);

    @GET("files/retrieve")
    Call<FilesWire.Retrieved> retrieve(
            @Query("GroupId") @Nullable String groupId, @Query("file_id") String fileId, @Tag Exchange exchange);
}
