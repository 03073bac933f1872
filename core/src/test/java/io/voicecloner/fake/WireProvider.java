package io.voicecloner.fake;

import com.squareup.moshi.Json;
import io.voicecloner.Capabilities;
import io.voicecloner.ClonedVoice;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Step;
import io.voicecloner.VoiceRef;
import io.voicecloner.http.Answer;
import io.voicecloner.http.AnswerFailures;
import io.voicecloner.http.Exchange;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.http.RecordingBody;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.PreparedAudio;
import io.voicecloner.spi.PreparedClone;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.VoiceClonerProvider;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.MultipartBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Multipart;
import retrofit2.http.POST;
import retrofit2.http.Part;
import retrofit2.http.Tag;

/** A provider with a real wire: uploads the recording, then asks for the voice. */
public final class WireProvider implements VoiceClonerProvider {
    /** What it answers: public, as it stands in an interface, since Moshi's reader of records cannot reach into others. */
    interface Wire {
        record Reply(@Json(name = "ok") @Nullable Long ok) {}
    }

    interface Service {
        @Multipart
        @POST("upload")
        Call<Wire.Reply> upload(@Part MultipartBody.Part file, @Tag Exchange exchange);

        @POST("clone")
        Call<Wire.Reply> create(@Body Map<String, String> body, @Tag Exchange exchange);
    }

    @Override
    public String id() {
        return "wire";
    }

    @Override
    public Set<Option> options() {
        return Set.of();
    }

    @Override
    public Capabilities capabilities(ProviderSettings settings) {
        return Abilities.files();
    }

    @Override
    public ProviderSession open(ProviderSettings settings, ProviderContext context) {
        return new Session(
                ProviderApi.open(id(), settings.baseUrl().orElseThrow(), settings, List.of("Trace-Id"), context));
    }

    private static final class Session implements ProviderSession {
        private final ProviderApi api;
        private final Service service;

        Session(ProviderApi api) {
            this.api = api;
            this.service = api.service(Service.class);
        }

        @Override
        public ClonedVoice cloneVoice(PreparedClone request, CallScope scope) {
            upload(request.audio().content(), scope);
            Answer<Wire.Reply> made = answered(
                    Step.CLONE,
                    scope,
                    api.call(
                            Step.CLONE,
                            scope,
                            exchange -> service.create(Map.of("voice_id", request.chosenVoiceId()), exchange)));
            return ClonedVoice.builder(VoiceRef.of("wire", request.chosenVoiceId()), Instant.now())
                    .warnings(made.body().isPresent() ? List.of() : List.of("no body"))
                    .build();
        }

        private void upload(PreparedAudio.Content audio, CallScope scope) {
            MultipartBody.Part part = RecordingBody.part("file", "a.wav", audio, Step.UPLOAD, scope);
            Answer<Wire.Reply> uploaded = answered(
                    Step.UPLOAD, scope, api.call(Step.UPLOAD, scope, exchange -> service.upload(part, exchange)));
            uploaded.body().map(Wire.Reply::ok).ifPresent(id -> scope.uploaded("file-" + id));
        }

        private static Answer<Wire.Reply> answered(Step step, CallScope scope, Answer<Wire.Reply> answer) {
            if (!answer.successful()) {
                throw AnswerFailures.ofStatus(step, scope, answer, null, null);
            }
            return answer;
        }

        @Override
        public URI baseUrl() {
            return api.baseUrl();
        }

        @Override
        public void close() {
            api.close();
        }
    }
}
