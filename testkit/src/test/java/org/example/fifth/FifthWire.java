package org.example.fifth;

import io.voicecloner.http.Exchange;
import java.util.List;
import okhttp3.MultipartBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Multipart;
import retrofit2.http.POST;
import retrofit2.http.Part;
import retrofit2.http.Tag;

/** {@code POST voices}, relative to the base URL. Everything in an answer may be missing. */
interface FifthWire {
    @Multipart
    @POST("voices")
    Call<Reply> create(@Part List<MultipartBody.Part> form, @Tag Exchange exchange);

    record Reply(@Nullable String voice, @Nullable String preview) {}

    record Refusal(@Nullable Problem error) {}

    record Problem(@Nullable String code, @Nullable String message) {}
}
