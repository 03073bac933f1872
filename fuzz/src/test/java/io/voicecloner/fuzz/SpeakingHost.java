package io.voicecloner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Json;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Rate;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import io.voicecloner.http.Answer;
import io.voicecloner.http.AnswerFailures;
import io.voicecloner.http.Exchange;
import io.voicecloner.http.OkHttpCustomizer;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.spi.AudioOutput;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedSpeech;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.SpeechDelivery;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.POST;
import retrofit2.http.Tag;

/** The kit for speech up to the socket, with made-up answers behind it, and a dialect that takes all that the kit lets through. */
final class SpeakingHost {
    private static final URI HERE = URI.create("http://127.0.0.1:9/v1");
    private static final PreparedSpeech REQUEST = new PreparedSpeech(
            SpeechRequest.of(VoiceRef.of("any", "vc-fuzzed-voice"), "A gentle breeze."),
            "model-1",
            SpeechDelivery.STREAM,
            0);

    private final Wire wire = new Wire();
    private final LeapingTime time = new LeapingTime();
    private final ProviderApi api = ProviderApi.open(
            "any",
            HERE,
            ProviderSettings.of(Host.KEY)
                    .withLoopbackAllowed(true)
                    .withAttempts(1)
                    .withRate(Rate.unlimited())
                    .withExecutor(Runnable::run)
                    .withHttpCustomizer(OkHttpCustomizer.of(client -> client.socketFactory(wire))),
            List.of(),
            new ProviderContext(Clock.systemUTC(), time));
    private final Speaking service = api.service(Speaking.class);

    interface Speaking {
        @POST("speak")
        Call<Reply> speak(@Tag Exchange exchange);

        record Reply(
                @Nullable Object data,
                @Nullable Object audio,
                @Json(name = "base_resp") @Nullable Object baseResp) {
            boolean isLink() {
                Object nested = data instanceof Map<?, ?> object ? object.get("audio") : null;
                return (nested instanceof String inside && !inside.isEmpty())
                        || (audio instanceof String top && !top.isEmpty());
            }
        }
    }

    /**
     * What became of a call. What else is thrown, is thrown on.
     *
     * @param written in hexadecimal digits
     */
    record Outcome(String written, @Nullable VoiceClonerException failure) {
        boolean isSuccess() {
            return failure == null;
        }
    }

    /** Speaks while a 200 of this type and body is answered. What holds of every outcome is looked at. */
    Outcome answering(String contentType, byte[] body) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(
                ("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        answer.writeBytes(body);
        wire.answers(List.of(answer.toByteArray()));
        time.leap();
        CallScope scope = CallScope.of("any", Duration.ofHours(1), null, null, time);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Outcome outcome = outcome(scope, written);
        assertThat(wire.requests()).isEqualTo(1);
        assertThat(written.size() * 2L)
                .as("what was written of %s", body.length)
                .isLessThanOrEqualTo(body.length);
        assertThat(scope.handedOut()).isEqualTo(written.size());
        return outcome;
    }

    private Outcome outcome(CallScope scope, ByteArrayOutputStream written) {
        try {
            long audio = api.speak(REQUEST, scope, () -> speak(scope, written));
            assertThat(audio).isEqualTo(written.size());
            return new Outcome(digitsOf(written), null);
        } catch (VoiceClonerException e) {
            Told.isFitToPrint(String.valueOf(e.getMessage()));
            assertThat(e.step()).isEqualTo(Step.SPEAK);
            assertThat(e.voiceMayExist()).isFalse();
            assertThat(e.bytesDelivered()).isEqualTo(written.size());
            return new Outcome(digitsOf(written), e);
        }
    }

    private static String digitsOf(ByteArrayOutputStream written) {
        return HexFormat.of().formatHex(written.toByteArray());
    }

    private long speak(CallScope scope, ByteArrayOutputStream written) {
        Answer<Speaking.Reply> answer = api.callForAudio(scope, once(written), service::speak);
        AnswerFailures.ofBaseResp(Step.SPEAK, scope, answer, Map.of()).ifPresent(refusal -> {
            throw refusal;
        });
        boolean link = answer.body().map(Speaking.Reply::isLink).orElse(false);
        if (answer.audioBytes() == 0 && !link) {
            throw AnswerFailures.incomplete(Step.SPEAK, scope, answer, "audio");
        }
        return answer.audioBytes();
    }

    private static AudioOutput once(ByteArrayOutputStream written) {
        return new AudioOutput() {
            private boolean opened;

            @Override
            public OutputStream open() {
                assertThat(opened).as("begun before").isFalse();
                opened = true;
                return written;
            }

            @Override
            public boolean canBeginAnew() {
                return false;
            }
        };
    }
}
