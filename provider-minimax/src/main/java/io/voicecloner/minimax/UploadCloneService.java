package io.voicecloner.minimax;

import io.voicecloner.http.Exchange;
import okhttp3.MultipartBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.Multipart;
import retrofit2.http.POST;
import retrofit2.http.Part;
import retrofit2.http.Query;
import retrofit2.http.Tag;
import retrofit2.http.Url;

/** The routes of the dialect that cloning needs, relative to the base URL ({@code spec/000}, {@code spec/001}). */
interface UploadCloneService {
    @Multipart
    @POST
    Call<UploadWire.Reply> upload(
            @Url String path,
            @Query("GroupId") @Nullable String groupId,
            @Part MultipartBody.Part purpose,
            @Part MultipartBody.Part file,
            @Tag Exchange exchange);

    @GET("files/list")
    Call<FilesWire.Reply> files(
            @Query("GroupId") @Nullable String groupId, @Query("purpose") String purpose, @Tag Exchange exchange);

    @Headers("Content-Type: application/json")
    @POST("files/delete")
    Call<FilesWire.Deleted> deleteFile(
            @Query("GroupId") @Nullable String groupId, @Body FilesWire.Delete request, @Tag Exchange exchange);

    /** The document asks for exactly this type; the converter alone would add a charset. */
    @Headers("Content-Type: application/json")
    @POST("voice_clone")
    Call<CloneWire.Reply> cloneVoice(
            @Query("GroupId") @Nullable String groupId, @Body CloneWire.Request request, @Tag Exchange exchange);
}
