package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller is told of speech that comes wrong in one answer, and how often that was asked for. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class BrokenSpeechTest {
    private final Ear ear = Ear.tape();
    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @Tag("B92")
    @CsvSource(delimiter = '|', textBlock = """
            {"audio":"000"}                  | UNREADABLE
            {"audio":"zz"}                   | UNREADABLE
            {"audio":"00","audio":"00"}      | UNREADABLE
            {"n":1,"n":2,"audio":"00"}       | UNREADABLE
            {"audio":"00"}{}                 | NOT_JSON
            ["00"]                           | NOT_JSON
            <html>                           | NOT_JSON
            """)
    void aWholeAnswerThatMakesNoSenseIsNotPaidForAgain(String answer, Reason reason) {
        server.then(ScriptedServer.json(answer)).then(ScriptedServer.json("{\"audio\":\"00\"}"));

        VoiceClonerException told = told();

        assertThat(told.category()).isEqualTo(Category.UNEXPECTED_REPLY);
        assertThat(told.reason()).isEqualTo(reason);
        assertThat(told.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(told.moneyMayBeSpent()).isTrue();
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    @Tag("B92")
    void anAnswerNestedWithoutEndIsRefusedAndNothingOverflows() {
        server.then(ScriptedServer.json("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + ",\"audio\":\"00\"}"));

        assertThat(told(settings -> settings.withRetryAmbiguousSpeech(false)).category())
                .isEqualTo(Category.UNEXPECTED_REPLY);
    }

    @Test
    @Tag("B92")
    void anAnswerThatIsCutOffIsAskedForOnceMoreAndBegunAnewInAFile() {
        byte[] sound = Sound.of(1, 20_000);
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 90000\r\n\r\n"
                    + "{\"audio\":\"" + Sound.hex(Sound.of(2, 15_000)));
        });
        server.then(ScriptedServer.json("{\"audio\":\"" + Sound.hex(sound) + "\"}"));
        try (SpeakingProbe probe = new SpeakingProbe(server.uri("/"))) {
            assertThat(probe.speak(ear).audioBytes()).isEqualTo(20_000);
            assertThat(probe.scope.isSpeechLost()).isTrue();
        }
        assertThat(ear.heard()).isEqualTo(sound);
        assertThat(ear.opened()).isEqualTo(2);
        assertThat(ear.closed()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: hello", "data: 5", "data: \"x\"", "data: {x}", "data: {\"audio\":\"0g\"}"})
    @Tag("B93")
    void dataThatIsNoJsonIsNotAskedForAgain(String line) {
        server.then(events(Sound.event(Sound.of(1, 300), 1) + line + "\n\n"));

        VoiceClonerException told = told();

        assertThat(told.category()).isEqualTo(Category.UNEXPECTED_REPLY);
        assertThat(told.reason()).isIn(Reason.NOT_JSON, Reason.UNREADABLE);
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    @Tag("B93")
    void aLineOfTenMegabytesIsTooLarge() {
        server.then(events(Sound.event(Sound.of(1, 300), 1) + Sound.event(Sound.of(2, 5_000_000), 1)));

        assertThat(told().reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    @Tag("B93")
    void aPlainRefusalInAStreamIsARefusal() {
        server.then(events("{\"base_resp\":{\"status_code\":2054,\"status_msg\":\"voice id not exist\"}}"));

        VoiceClonerException told = told();

        assertThat(told.category()).isEqualTo(Category.VOICE_NOT_FOUND);
        assertThat(told.moneyMayBeSpent()).isFalse();
        assertThat(server.received()).isEqualTo(1);
    }

    static ScriptedServer.Behaviour events(String stream) {
        return ScriptedServer.answer("200 OK", "Content-Type: text/event-stream; charset=utf-8\r\n", stream);
    }

    private VoiceClonerException told() {
        return told(settings -> settings);
    }

    private VoiceClonerException told(java.util.function.UnaryOperator<io.voicecloner.ProviderSettings> more) {
        try (SpeakingProbe probe = new SpeakingProbe(server.uri("/"), more)) {
            return probe.failure(ear);
        }
    }
}
