package io.voicecloner.http;

import com.squareup.moshi.Json;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Step;
import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedAudio;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.Time;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Multipart;
import retrofit2.http.POST;
import retrofit2.http.Part;
import retrofit2.http.Tag;

/** A provider of nothing, to look at the kit alone. */
final class WireProbe implements AutoCloseable {
    static final String KEY = "secret-key-123";

    private final ProviderApi api;
    private final Service service;

    interface Wire {
        record Reply(@Json(name = "ok") @Nullable Long ok) {}
    }

    interface Service {
        @POST("create")
        Call<Wire.Reply> create(@Body Map<String, String> body, @Tag Exchange exchange);

        @Multipart
        @POST("upload")
        Call<Wire.Reply> upload(@Part MultipartBody.Part file, @Tag Exchange exchange);
    }

    WireProbe(URI baseUrl, Duration timeout) {
        this(baseUrl, timeout, UnaryOperator.identity());
    }

    WireProbe(URI baseUrl, Duration timeout, UnaryOperator<ProviderSettings> more) {
        ProviderSettings settings = more.apply(ProviderSettings.of(KEY)
                .withConnectTimeout(timeout)
                .withReadTimeout(timeout)
                .withWriteTimeout(timeout)
                .withCallTimeout(timeout.multipliedBy(4)));
        api = ProviderApi.open(
                "probe", baseUrl, settings, List.of("Trace-Id"), new ProviderContext(Clock.systemUTC(), Time.system()));
        service = api.service(Service.class);
    }

    /** One whose client was changed like this. */
    static WireProbe customized(URI baseUrl, Duration timeout, Consumer<OkHttpClient.Builder> change) {
        return new WireProbe(baseUrl, timeout, settings -> settings.withHttpCustomizer(OkHttpCustomizer.of(change)));
    }

    static CallScope scope() {
        return CallScope.of("probe", Duration.ofSeconds(30), "vc-probe", null);
    }

    Answer<Wire.Reply> create(CallScope scope) {
        return api.call(Step.CLONE, scope, exchange -> service.create(Map.of("a", "b"), exchange));
    }

    Answer<Wire.Reply> create() {
        return create(scope());
    }

    static PreparedAudio.Content recording(int bytes) {
        byte[] audio = new byte[bytes];
        return new PreparedAudio.Content(AudioFormat.WAV, bytes, () -> new ByteArrayInputStream(audio));
    }

    Answer<Wire.Reply> upload(int bytes) {
        return upload(Step.UPLOAD, recording(bytes), scope());
    }

    Answer<Wire.Reply> upload(Step step, PreparedAudio.Content content, CallScope scope) {
        return api.call(
                step,
                scope,
                exchange -> service.upload(RecordingBody.part("file", "a.wav", content, step, scope), exchange));
    }

    ProviderApi api() {
        return api;
    }

    @Override
    public void close() {
        api.close();
    }
}
