package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Server-sent events as the pages show them: {@code status} 1 with each piece, 2 with the last, which may repeat them all (wire-facts 2.4). */
class SpeechStreamTest {
    private static final String PIECE_1 = piece("first piece ");
    private static final String PIECE_2 = piece("second piece ");
    private static final String PIECE_3 = piece("third piece");
    private static final String WHOLE = "first piece second piece third piece";

    @AutoClose
    private final SpeakingNovita novita = new SpeakingNovita();

    private static String piece(String words) {
        return HexFormat.of().formatHex(words.getBytes(StandardCharsets.US_ASCII));
    }

    private static String flat(String hex, int status) {
        return "{\"audio\":\"" + hex + "\",\"status\":" + status + "}";
    }

    private static String nested(String hex, int status) {
        return "{\"data\":{\"audio\":\"" + hex + "\",\"status\":" + status + "},\"base_resp\":{\"status_code\":0}}";
    }

    @Test
    void theStreamOfThePage() {
        assertHeard(flat(PIECE_1, 1), flat(PIECE_2, 1), flat(PIECE_3, 1), "{\"status\":2}");
        assertHeard(flat(PIECE_1, 1), flat(PIECE_2, 1), flat(PIECE_3, 1), "{\"status\":2,\"reason\":\"\"}");
    }

    @Test
    void theStreamOfTheNewerPages() {
        assertHeard(nested(PIECE_1, 1), nested(PIECE_2, 1), nested(PIECE_3, 2));
    }

    @Test
    @Tag("B93")
    void aLastPieceThatRepeatsTheWholeIsNotHeardTwice() {
        assertHeard(flat(PIECE_1, 1), flat(PIECE_2, 1), flat(PIECE_3, 1), flat(piece(WHOLE), 2));
        assertHeard(nested(PIECE_1, 1), nested(PIECE_2, 1), nested(PIECE_3, 1), nested(piece(WHOLE), 2));
    }

    @Test
    void aHostThatDoesNotStreamIsHeardAllTheSame() {
        novita.answering("{\"audio\":\"" + piece(WHOLE) + "\"}");

        assertThat(novita.toStream(SpeakingNovita.words()).audio()).asString().isEqualTo(WHOLE);
    }

    @Test
    void whatIsNotStreamedIsAskedForWhole() {
        novita.toStream(SpeakingNovita.words().withFormat("wav"));

        assertThat(novita.request().text()).doesNotContain("stream");
    }

    @Test
    @Tag("F66")
    @Tag("faults")
    void aStreamThatIsCutAfterThreePiecesIsInterruptedAndNotAskedForAgain() {
        byte[] whole = Reply.message(
                200,
                "text/event-stream",
                ("data: " + flat(PIECE_1, 1) + "\n\ndata: " + flat(PIECE_2, 1) + "\n\ndata: " + flat(PIECE_3, 1)
                                + "\n\ndata: {\"status\":2}\n\n")
                        .getBytes(StandardCharsets.US_ASCII));
        novita.answering(connection -> connection.getOutputStream().write(whole, 0, whole.length - 20));

        assertInterrupted(WHOLE.length());
    }

    @ParameterizedTest
    @Tag("B93")
    @ValueSource(strings = {"1", "null", "\"1\""})
    void aStreamWithoutItsLastPieceIsInterruptedWhateverItsPiecesSay(String status) {
        String[] pieces = {
            "{\"audio\":\"" + PIECE_1 + "\",\"status\":" + status + "}",
            "{\"audio\":\"" + PIECE_2 + "\",\"status\":" + status + "}"
        };
        novita.answering(SpeakingNovita.events(pieces));

        assertInterrupted("first piece second piece ".length());
    }

    @ParameterizedTest
    @Tag("B93")
    @ValueSource(strings = {"{\"audio\":\"\"}", "{}", "{\"data\":{}}", "{\"extra_info\":{\"audio_size\":1}}"})
    void anEventThatSaysNothingDoesNotEndAStream(String nothing) {
        novita.answering(SpeakingNovita.events(flat(PIECE_1, 1), nothing));

        assertInterrupted("first piece ".length());
    }

    @Test
    void aStreamThatCameWholeAndSaysNothingIsNotPaidForTwice() {
        novita.answering(SpeakingNovita.events("{}"));

        VoiceClonerException failure = SpeakingNovita.failure(() -> novita.toStream(SpeakingNovita.words()));

        assertThat(failure.reason()).isEqualTo(Reason.INCOMPLETE_REPLY);
        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(novita.received()).hasSize(1);
    }

    @Test
    void aNoInsteadOfAStreamIsTheProvidersNo() {
        novita.answering(SpeakingNovita.events(NovitaBench.refusal(400, "ILLEGAL_PROMPT", "own words")));

        VoiceClonerException failure = SpeakingNovita.failure(() -> novita.toStream(SpeakingNovita.words()));

        assertThat(failure.category()).isEqualTo(Category.CONTENT_REJECTED);
        assertThat(failure.providerMessage()).contains("own words");
        assertThat(novita.received()).hasSize(1);
    }

    @Test
    void aNoInTheMiddleOfAStreamInterruptsIt() {
        novita.answering(SpeakingNovita.events(flat(PIECE_1, 1), NovitaBench.refusal(500, "TASK_FAILED", "own words")));

        assertInterrupted("first piece ".length());
    }

    @Test
    void aCodeFromBehindEndsAStream() {
        novita.answering(SpeakingNovita.events(
                flat(PIECE_1, 1), "{\"base_resp\":{\"status_code\":1027,\"status_msg\":\"output sensitive\"}}"));

        VoiceClonerException failure = SpeakingNovita.failure(() -> novita.toStream(SpeakingNovita.words()));

        assertThat(failure.category()).isEqualTo(Category.CONTENT_REJECTED);
        assertThat(failure.reason()).isEqualTo(Reason.OUTPUT_CONTENT);
        assertThat(novita.received()).hasSize(1);
    }

    @ParameterizedTest
    @Tag("B93")
    @ValueSource(strings = {"not JSON", "1", "{\"audio\":\"0x\"}"})
    void anEventThatCannotBeReadEndsTheCall(String event) {
        novita.answering(SpeakingNovita.events(flat(PIECE_1, 1), event, "{\"status\":2}"));

        assertThat(SpeakingNovita.failure(() -> novita.toStream(SpeakingNovita.words())))
                .satisfies(failure -> assertThat(failure.bytesDelivered()).isEqualTo("first piece ".length()));
        assertThat(novita.received()).hasSize(1);
    }

    private void assertHeard(String... events) {
        novita.answering(SpeakingNovita.events(events));

        SpeakingNovita.Spoken spoken = novita.toStream(SpeakingNovita.words());

        assertThat(spoken.audio()).asString().isEqualTo(WHOLE);
        assertThat(spoken.synthesis().bytes()).isEqualTo(WHOLE.length());
        assertThat(spoken.synthesis().possiblyBilledTwice()).isFalse();
    }

    private void assertInterrupted(int bytes) {
        VoiceClonerException failure = SpeakingNovita.failure(() -> novita.toStream(SpeakingNovita.words()));

        assertThat(failure).isInstanceOf(ProviderUnavailableException.class);
        assertThat(failure.reason()).isEqualTo(Reason.STREAM_INTERRUPTED);
        assertThat(failure.bytesDelivered()).isEqualTo(bytes);
        assertThat(novita.received()).hasSize(1);
    }
}
