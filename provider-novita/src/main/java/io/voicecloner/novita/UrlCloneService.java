package io.voicecloner.novita;

import io.voicecloner.http.Exchange;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Tag;

/** The one route of the dialect that cloning needs, relative to the base URL ({@code spec/002}). */
interface UrlCloneService {
    /** The document asks for exactly this type; the converter alone would add a charset. */
    @Headers("Content-Type: application/json")
    @POST("minimax-voice-cloning")
    Call<UrlCloneWire.Reply> cloneVoice(@Body UrlCloneWire.Request request, @Tag Exchange exchange);
}
