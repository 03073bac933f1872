package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateLimitTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @RegisterExtension
    final EmulatorExtension extension =
            new EmulatorExtension(Emulator.builder().clock(Clock.fixed(NOON, ZoneOffset.UTC)));

    @Test
    void oneRequestTooManyIs1002() throws Exception {
        emulator().limit("minimax", 2, MINUTE);
        assertThat(cloneCode()).isEqualTo(2013);
        assertThat(cloneCode()).isEqualTo(2013);
        HttpResponse<String> refused = client().post("minimax", "/voice_clone", "{\"voice_id\":\"MiniMax001\"}");
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body())
                .isEqualTo("{\"base_resp\":{\"status_code\":1002,\"status_msg\":\"rate limit triggered\"}}");
        assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
        assertThat(emulator().createCount("MiniMax001")).isOne();
    }

    @Test
    void atNovitaItIs429() throws Exception {
        emulator().limit("novita", 0, MINUTE);
        HttpResponse<String> refused = client().post("novita", "/minimax-voice-cloning", "{}");
        assertThat(refused.statusCode()).isEqualTo(429);
        JsonObject error = Client.json(refused);
        assertThat(error.get("code").getAsInt()).isEqualTo(429);
        assertThat(error.get("reason").getAsString()).isEqualTo("RATE_LIMIT_EXCEEDED");
        assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
        assertThat(cloneCode()).isEqualTo(2013);
    }

    @Test
    void aPlaceIsFreeAgainWhenTheTimeIsOver() throws Exception {
        emulator().limit("minimax", 1, MINUTE);
        assertThat(cloneCode()).isEqualTo(2013);
        emulator().advance(MINUTE.minusNanos(1));
        assertThat(cloneCode()).isEqualTo(1002);
        emulator().advance(Duration.ofNanos(1));
        assertThat(cloneCode()).isEqualTo(2013);
    }

    @Test
    void theWindowSlides() throws Exception {
        emulator().limit("minimax", 2, MINUTE);
        assertThat(cloneCode()).isEqualTo(2013);
        emulator().advance(Duration.ofSeconds(40));
        assertThat(cloneCode()).isEqualTo(2013);
        emulator().advance(Duration.ofSeconds(20));
        assertThat(cloneCode()).isEqualTo(2013);
        assertThat(cloneCode()).isEqualTo(1002);
    }

    @Test
    void onlyClonesWithTheKeyTakeAPlace() throws Exception {
        emulator().limit("minimax", 1, MINUTE);
        client().fileId("voice_clone", Sounds.wav(10));
        client().send(HttpRequest.newBuilder(client().url("minimax", "/voice_clone"))
                .POST(BodyPublishers.ofString("{}"))
                .build());
        emulator().script("minimax", "voice_clone", Fault.status(503));
        client().post("minimax", "/voice_clone", "{}");
        assertThat(cloneCode()).isEqualTo(2013);
        assertThat(cloneCode()).isEqualTo(1002);
        client().fileId("voice_clone", Sounds.wav(10));
    }

    @Test
    void aLimitCanBeLifted() throws Exception {
        emulator().limit("minimax", 0, MINUTE);
        assertThat(cloneCode()).isEqualTo(1002);
        emulator().unlimited("minimax");
        assertThat(cloneCode()).isEqualTo(2013);
    }

    @Test
    void whatIsNoLimitIsRefused() {
        assertThatThrownBy(() -> emulator().limit("minimax", -1, MINUTE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> emulator().limit("minimax", 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> emulator().limit("acme", 1, MINUTE)).hasMessageContaining("minimax");
        assertThatThrownBy(() -> emulator().unlimited("acme")).hasMessageContaining("minimax");
    }

    @Test
    void theClockGoesOnlyForward() throws Exception {
        emulator().advance(Duration.ofDays(7));
        client().fileId("voice_clone", Sounds.wav(10));
        assertThat(emulator().uploads())
                .extracting(ReceivedUpload::createdAt)
                .containsExactly(NOON.plus(Duration.ofDays(7)));
        assertThatThrownBy(() -> emulator().advance(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private int cloneCode() throws Exception {
        return Client.code(client().miniMaxClone("{}"));
    }

    private Emulator emulator() {
        return extension.emulator();
    }

    private Client client() {
        return new Client(emulator());
    }
}
