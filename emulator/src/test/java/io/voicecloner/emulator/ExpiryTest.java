package io.voicecloner.emulator;

import static io.voicecloner.emulator.Client.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonObject;
import io.voicecloner.emulator.EmulatedVoice.State;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clone that nobody speaks with is gone after 168 hours (spec/001, spec/002, spec/003). */
class ExpiryTest {
    private static final Duration SEVEN_DAYS = Duration.ofDays(7);

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension(Emulator.builder().clock(clock));

    private Emulator emulator;
    private Client client;
    private long source;

    @BeforeEach
    void cloneOne() throws Exception {
        emulator = extension.emulator();
        client = new Client(emulator);
        source = client.fileId("voice_clone", Sounds.wav(12));
        assertThat(code(clone("MiniMax001", ",\"text\":\"Hi\",\"model\":\"speech-2.8-hd\"")))
                .isZero();
    }

    @Test
    void anUnusedVoiceLivesForAllOfItsLastHour() {
        clock.move(SEVEN_DAYS.minusMillis(1));
        assertThat(emulator.voices()).extracting(EmulatedVoice::state).containsExactly(State.UNUSED);
        clock.move(Duration.ofMillis(1));
        assertThat(emulator.voices()).extracting(EmulatedVoice::state).containsExactly(State.EXPIRED);
        assertThat(emulator.voices()).noneMatch(EmulatedVoice::exists);
    }

    @Test
    void aVoiceUsedAtTheLastMomentStays() throws Exception {
        clock.move(SEVEN_DAYS.minusMillis(1));
        emulator.useVoice("minimax", "MiniMax001");
        clock.move(Duration.ofDays(3650));
        assertThat(emulator.voices()).extracting(EmulatedVoice::state).containsExactly(State.USED);
        assertThat(listed().getAsJsonArray("voice_cloning")).hasSize(1);
        assertThat(code(clone("MiniMax001", ""))).isEqualTo(2039);
    }

    @Test
    void anExpiredVoiceCanBeNeitherUsedNorListedNorDeleted() throws Exception {
        clock.move(SEVEN_DAYS);
        assertThatThrownBy(() -> emulator.useVoice("minimax", "MiniMax001"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minimax has no voice \"MiniMax001\"");
        assertThat(listed().get("voice_cloning").isJsonNull()).isTrue();
        assertThat(code(delete("MiniMax001"))).isEqualTo(2054);
    }

    @Test
    void theIdOfAnExpiredVoiceIsFreeAgain() throws Exception {
        clock.move(SEVEN_DAYS.minusMillis(1));
        assertThat(code(clone("MiniMax001", ""))).isEqualTo(2039);
        clock.move(Duration.ofMillis(1));
        assertThat(code(clone("MiniMax001", ""))).isZero();
        assertThat(code(clone("MiniMax001", ""))).isEqualTo(2039);
        assertThat(emulator.voices()).extracting(EmulatedVoice::state).containsExactly(State.EXPIRED, State.UNUSED);
        assertThat(emulator.voices())
                .extracting(EmulatedVoice::createdAt)
                .containsExactly(MovableClock.START, MovableClock.START.plus(SEVEN_DAYS));
    }

    @Test
    void theSecondVoiceOfAnIdHasSevenDaysOfItsOwn() throws Exception {
        clock.move(SEVEN_DAYS);
        clone("MiniMax001", "");
        emulator.useVoice("minimax", "MiniMax001");
        clock.move(SEVEN_DAYS);
        assertThat(emulator.voices()).extracting(EmulatedVoice::state).containsExactly(State.EXPIRED, State.USED);
    }

    @Test
    void theIdOfADeletedVoiceDoesNotBecomeFreeWithTime() throws Exception {
        assertThat(code(delete("MiniMax001"))).isZero();
        clock.move(SEVEN_DAYS.multipliedBy(2));
        assertThat(emulator.voices()).extracting(EmulatedVoice::state).containsExactly(State.DELETED);
        assertThat(code(clone("MiniMax001", ""))).isEqualTo(2039);
    }

    @Test
    void recordingsDoNotExpireWithTheirVoices() throws Exception {
        clock.move(SEVEN_DAYS);
        assertThat(emulator.uploads()).noneMatch(ReceivedUpload::deleted);
        assertThat(code(clone("MiniMax002", ""))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"novita", "highway"})
    void voicesMadeFromAUrlExpireToo(String provider) throws Exception {
        try (AudioServer audio = new AudioServer()) {
            String body = "{\"audio_url\":\"" + audio.publish("/me.wav", Sounds.wav(12)) + "\"}";
            String kept = voiceId(provider, body);
            String lost = voiceId(provider, body);
            emulator.useVoice(provider, kept);
            clock.move(SEVEN_DAYS);
            assertThat(emulator.voices())
                    .filteredOn(voice -> voice.provider().equals(provider))
                    .extracting(EmulatedVoice::voiceId, EmulatedVoice::exists)
                    .containsExactly(tuple(kept, true), tuple(lost, false));
        }
    }

    private String voiceId(String provider, String body) throws IOException, InterruptedException {
        return client.call(provider, "/minimax-voice-cloning", body)
                .get("voice_id")
                .getAsString();
    }

    private JsonObject clone(String voiceId, String more) throws IOException, InterruptedException {
        return client.miniMaxClone("{\"file_id\":" + source + ",\"voice_id\":\"" + voiceId + "\"" + more + "}");
    }

    private JsonObject listed() throws IOException, InterruptedException {
        return client.call("minimax", "/get_voice", "{\"voice_type\":\"voice_cloning\"}");
    }

    private JsonObject delete(String voiceId) throws IOException, InterruptedException {
        return client.call(
                "minimax", "/delete_voice", "{\"voice_type\":\"voice_cloning\",\"voice_id\":\"" + voiceId + "\"}");
    }
}
