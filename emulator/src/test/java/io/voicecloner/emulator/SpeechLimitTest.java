package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpeechLimitTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension(Emulator.builder().clock(new HandClock()));

    private Emulator emulator;
    private SpeechClient speech;

    @BeforeEach
    void cloneOne() throws Exception {
        emulator = extension.emulator();
        speech = new SpeechClient(emulator).cloneAt("minimax");
    }

    @Test
    void answersAndTasksShareTheLimitOfSpeech() throws Exception {
        emulator.speech("minimax").limit(2, MINUTE);
        assertThat(Client.code(Client.json(speech.speak("")))).isZero();
        assertThat(Client.code(speech.begin(""))).isZero();
        assertThat(Client.code(Client.json(speech.stream()))).isEqualTo(1002);
        assertThat(Client.code(speech.begin(""))).isEqualTo(1002);
        assertThat(emulator.syntheses()).hasSize(2);
        emulator.advance(MINUTE);
        assertThat(Client.code(Client.json(speech.speak("")))).isZero();
    }

    @Test
    void clonesHaveALimitOfTheirOwn() throws Exception {
        emulator.limit("minimax", 0, MINUTE);
        assertThat(Client.code(Client.json(speech.speak("")))).isZero();
        emulator.unlimited("minimax");
        emulator.speech("minimax").limit(0, MINUTE);
        assertThat(Client.code(new Client(emulator).miniMaxClone("{}"))).isEqualTo(2013);
        assertThat(Client.code(Client.json(speech.speak("")))).isEqualTo(1002);
        emulator.speech("minimax").unlimited();
        assertThat(Client.code(Client.json(speech.speak("")))).isZero();
    }

    @Test
    void atNovitaItIs429() throws Exception {
        emulator.speech("novita").limit(0, MINUTE);
        HttpResponse<String> refused = new Client(emulator).post("novita", "/minimax-speech-02-hd", "{}");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Client.json(refused).get("reason").getAsString()).isEqualTo("RATE_LIMIT_EXCEEDED");
    }
}
