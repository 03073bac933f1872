package io.voicecloner.novita;

import io.voicecloner.http.Exchange;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Query;
import retrofit2.http.Tag;
import retrofit2.http.Url;

/** The routes of the dialect that speak, relative to the base URL (wire-facts 2.4, 3.4). */
interface SpeechService {
    /** Speaks at the path of a model. */
    @Headers("Content-Type: application/json")
    @POST
    Call<SpeechWire.Reply> speak(@Url String path, @Body SpeechWire.Request request, @Tag Exchange exchange);

    /** Begins a task at the path of a model for tasks. */
    @Headers("Content-Type: application/json")
    @POST
    Call<TaskWire.Created> begin(@Url String path, @Body SpeechWire.Request request, @Tag Exchange exchange);

    @GET("async/task-result")
    Call<TaskWire.State> ask(@Query("task_id") String taskId, @Tag Exchange exchange);
}
