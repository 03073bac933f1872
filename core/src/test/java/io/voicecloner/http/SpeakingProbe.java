package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.squareup.moshi.Json;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Rate;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.AudioOutput;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedSpeech;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.SpeechDelivery;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;
import retrofit2.http.Tag;

/** A provider that only speaks, to look at the kit alone: as a dialect does it, and no pause before a repeat takes time. */
final class SpeakingProbe implements AutoCloseable {
    interface Wire {
        record Spoken(
                @Json(name = "audio") @Nullable String audio,
                @Json(name = "data") @Nullable Data data) {}

        record Data(
                @Json(name = "audio") @Nullable String audio,
                @Json(name = "status") @Nullable Long status) {}
    }

    interface Service {
        @POST("speak")
        Call<Wire.Spoken> speak(@Body Map<String, String> body, @Tag Exchange exchange);
    }

    final CallScope scope;
    private final ProviderApi api;
    private final Service service;
    private final boolean repeats;

    SpeakingProbe(URI base) {
        this(base, settings -> settings);
    }

    SpeakingProbe(URI base, UnaryOperator<ProviderSettings> more) {
        this(base, more, CallScope.of("probe", Duration.ofMinutes(5), "vc-probe", null, new VirtualTime()));
    }

    SpeakingProbe(URI base, UnaryOperator<ProviderSettings> more, CallScope scope) {
        ProviderSettings settings = more.apply(ProviderSettings.of("secret-key-123")
                .withRate(Rate.unlimited())
                .withReadTimeout(Duration.ofSeconds(5)));
        this.scope = scope;
        this.repeats = settings.retryAmbiguousSpeech();
        this.api = ProviderApi.open(
                "probe", base, settings, List.of("Trace-Id"), new ProviderContext(Clock.systemUTC(), scope.time()));
        this.service = api.service(Service.class);
    }

    Answer<Wire.Spoken> speak(AudioOutput output) {
        SpeechRequest request = SpeechRequest.of(VoiceRef.of("probe", "vc-probe"), "Well.");
        PreparedSpeech prepared = new PreparedSpeech(request, "model-1", SpeechDelivery.STREAM, repeats ? 1 : 0);
        return api.speak(prepared, scope, () -> {
            Answer<Wire.Spoken> answer =
                    api.callForAudio(scope, output, exchange -> service.speak(Map.of("text", "Well."), exchange));
            AnswerFailures.ofBaseResp(Step.SPEAK, scope, answer, Map.of()).ifPresent(failure -> {
                throw failure;
            });
            if (!answer.successful()) {
                throw AnswerFailures.ofStatus(Step.SPEAK, scope, answer, null, null);
            }
            return answer;
        });
    }

    VoiceClonerException failure(AudioOutput output) {
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, () -> speak(output));
        assertThat(failure).isNotNull();
        return failure;
    }

    ProviderApi api() {
        return api;
    }

    @Override
    public void close() {
        api.close();
    }
}
