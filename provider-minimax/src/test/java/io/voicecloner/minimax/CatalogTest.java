package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AccessException;
import io.voicecloner.ConfigurationException;
import io.voicecloner.DeletedVoice;
import io.voicecloner.Existence;
import io.voicecloner.ListedVoice;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceNotFoundException;
import io.voicecloner.VoiceRef;
import io.voicecloner.testkit.wire.Json;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The voices of an account (public pages of {@code get_voice} and {@code delete_voice}, wire-facts 1.4, 6). */
class CatalogTest {
    private static final String LISTED = "{\"system_voice\":null,\"voice_cloning\":[{\"voice_id\":\"MiniMax001\","
            + "\"description\":[],\"created_time\":\"2025-08-20\"}],\"voice_generation\":null," + SpeakingMiniMax.DONE
            + "}";
    private static final String DELETED =
            "{\"voice_id\":\"MiniMax001\",\"created_time\":\"1728962464\"," + SpeakingMiniMax.DONE + "}";

    @AutoClose
    private final SpeakingMiniMax minimax =
            new SpeakingMiniMax().on(SpeakingMiniMax.GET_VOICE, LISTED).on(SpeakingMiniMax.DELETE_VOICE, DELETED);

    @Test
    void clonesAreAskedForAndNothingElse() {
        minimax.with("group-id", "4711");

        List<ListedVoice> voices = list();

        assertThat(voices)
                .containsExactly(new ListedVoice(SpeakingMiniMax.VOICE, Optional.of(LocalDate.of(2025, 8, 20))));
        assertThat(minimax.received(SpeakingMiniMax.GET_VOICE)).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.query()).contains("GroupId=4711");
            assertThat(request.header("Content-Type")).containsExactly("application/json");
            assertThat(Json.parse(request.text())).isEqualTo(Json.parse("{\"voice_type\":\"voice_cloning\"}"));
        });
    }

    @Test
    void voicesLiveInTheAccountThatIsNamed() {
        minimax.with("account", "studio");

        assertThat(list()).extracting(ListedVoice::ref).containsExactly(VoiceRef.of("minimax", "studio", "MiniMax001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"voice_cloning\":null,%s}", "{\"voice_cloning\":[],%s}", "{%s}"})
    void noListIsAnEmptyOne(String answer) {
        minimax.on(SpeakingMiniMax.GET_VOICE, answer.formatted(SpeakingMiniMax.DONE));

        assertThat(list()).isEmpty();
    }

    @Test
    void entriesThatNameNoVoiceAreLeftOut() {
        minimax.on(
                SpeakingMiniMax.GET_VOICE,
                "{\"voice_cloning\":[null,{},{\"voice_id\":null},{\"voice_id\":\" \"},{\"voice_id\":\"a\\nb\"},{\"voice_id\":\"Voice-0001\"}],"
                        + SpeakingMiniMax.DONE + "}");

        assertThat(list()).extracting(voice -> voice.ref().id()).containsExactly("Voice-0001");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'\"2025-08-20\"', 2025-08-20",
                "'\" 2025-08-20 11:12:13 \"', 2025-08-20",
                "'\"2025-08-20T11:12:13Z\"', 2025-08-20",
                "'\"1728962464\"', 2024-10-15",
                "1728962464, 2024-10-15",
                "'\"1970-01-01\"', none",
                "'\"2025-13-40\"', none",
                "'\"yesterday\"', none",
                "'\"\"', none",
                "null, none"
            })
    void theDayOfACloneIsReadAsFarAsItSaysOne(String written, LocalDate day) {
        minimax.on(
                SpeakingMiniMax.GET_VOICE,
                "{\"voice_cloning\":[{\"voice_id\":\"MiniMax001\",\"created_time\":" + written + "}],"
                        + SpeakingMiniMax.DONE + "}");

        assertThat(list()).extracting(ListedVoice::createdOn).containsExactly(Optional.ofNullable(day));
    }

    @Test
    void aVoiceThatIsListedExistsAndOneThatIsNotMayExist() {
        assertThat(exists("MiniMax001")).isEqualTo(Existence.YES);
        assertThat(exists("MiniMax002")).isEqualTo(Existence.UNKNOWN);
    }

    @Test
    void anOlderApiIsNotTakenForAnEmptyAccount() {
        minimax.on(
                SpeakingMiniMax.GET_VOICE,
                "{\"voice_slots\":[{\"voice_id\":\"MiniMax001\",\"voice_name\":\"one\"}]," + SpeakingMiniMax.DONE
                        + "}");

        VoiceClonerException failure =
                minimax.failure(cloner -> cloner.catalog().list());

        assertThat(failure).isInstanceOf(UnexpectedReplyException.class).hasMessageContaining("voice_cloning");
        assertThat(failure.providerMessage().orElse("")).contains("voice_slots");
    }

    @Test
    void aHostWithoutTheRouteIsSaidToHaveNone() {
        minimax.on(SpeakingMiniMax.GET_VOICE, request -> Reply.of(404, "text/plain", "404 page not found"));

        VoiceClonerException failure =
                minimax.failure(cloner -> cloner.catalog().list());

        assertThat(failure).isInstanceOf(ConfigurationException.class);
        assertThat(failure.step()).isEqualTo(Step.LIST_VOICES);
        assertThat(failure.providerMessage()).contains("404 page not found");
        assertThat(minimax.received(SpeakingMiniMax.GET_VOICE)).hasSize(1);
    }

    @Test
    void aPageInPlaceOfTheListIsUnexpected() {
        minimax.on(SpeakingMiniMax.GET_VOICE, request -> Reply.of(200, "text/html", "<html>hello</html>"));

        VoiceClonerException failure =
                minimax.failure(cloner -> cloner.catalog().list());

        assertThat(failure).isInstanceOf(UnexpectedReplyException.class).hasMessageContaining("<html>hello</html>");
    }

    @Test
    void aListWithoutAWordOfSuccessIsNone() {
        minimax.on(SpeakingMiniMax.GET_VOICE, "{\"voice_cloning\":[]}");

        assertThat(minimax.failure(cloner -> cloner.catalog().list()).reason()).isEqualTo(Reason.INCOMPLETE_REPLY);
    }

    @Test
    void aListThatDidNotComeIsAskedForAgain() {
        minimax.on(SpeakingMiniMax.GET_VOICE, request -> Reply.end(), request -> Reply.json(LISTED));

        assertThat(list()).hasSize(1);
        assertThat(minimax.received(SpeakingMiniMax.GET_VOICE)).hasSize(2);
    }

    @Test
    void aCloneIsDeletedByItsId() {
        minimax.with("group-id", "4711");

        DeletedVoice deleted = delete();

        assertThat(deleted.ref()).isEqualTo(SpeakingMiniMax.VOICE);
        assertThat(minimax.received(SpeakingMiniMax.DELETE_VOICE))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.query()).contains("GroupId=4711");
                    assertThat(Json.parse(request.text()))
                            .isEqualTo(Json.parse("{\"voice_type\":\"voice_cloning\",\"voice_id\":\"MiniMax001\"}"));
                });
    }

    @Test
    void aVoiceThatIsMissingAfterALostAnswerWentWithThatOne() {
        minimax.on(
                SpeakingMiniMax.DELETE_VOICE,
                request -> Reply.end(),
                request -> Reply.json(MiniMaxBench.refusal(2054, "voice id not exist")));

        assertThat(delete().ref()).isEqualTo(SpeakingMiniMax.VOICE);
        assertThat(minimax.received(SpeakingMiniMax.DELETE_VOICE)).hasSize(2);
    }

    /** A voice that may be gone for good was said not to be deleted. */
    @Test
    void aRefusalAfterALostAnswerSaysNothingOfTheFirstRequest() {
        minimax.on(
                SpeakingMiniMax.DELETE_VOICE,
                request -> Reply.end(),
                request -> Reply.json(MiniMaxBench.refusal(1004, "login fail")));

        VoiceClonerException failure =
                minimax.failure(cloner -> cloner.catalog().delete(SpeakingMiniMax.VOICE));

        assertThat(failure).isInstanceOf(AccessException.class).hasMessageContaining("The voice may be deleted.");
        assertThat(failure.delivery().mayHaveActed()).isTrue();
        assertThat(minimax.received(SpeakingMiniMax.DELETE_VOICE)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2054, 20132})
    void aVoiceThatIsMissingFromTheBeginningIsNotFound(int code) {
        minimax.on(SpeakingMiniMax.DELETE_VOICE, MiniMaxBench.refusal(code, "voice id not exist"));

        VoiceClonerException failure =
                minimax.failure(cloner -> cloner.catalog().delete(SpeakingMiniMax.VOICE));

        assertThat(failure).isInstanceOf(VoiceNotFoundException.class);
        assertThat(failure.step()).isEqualTo(Step.DELETE_VOICE);
        assertThat(minimax.received(SpeakingMiniMax.DELETE_VOICE)).hasSize(1);
    }

    @Test
    void aForeignVoiceIsNotDeleted() {
        minimax.on(SpeakingMiniMax.DELETE_VOICE, MiniMaxBench.refusal(2042, "no access"));

        VoiceClonerException failure =
                minimax.failure(cloner -> cloner.catalog().delete(SpeakingMiniMax.VOICE));

        assertThat(failure).isInstanceOf(AccessException.class);
        assertThat(failure.reason()).isEqualTo(Reason.FOREIGN_VOICE);
    }

    @Test
    void aDeletionWithoutAWordOfSuccessIsNone() {
        minimax.on(SpeakingMiniMax.DELETE_VOICE, "{\"voice_id\":\"MiniMax001\"}");

        assertThat(minimax.failure(cloner -> cloner.catalog().delete(SpeakingMiniMax.VOICE))
                        .reason())
                .isEqualTo(Reason.INCOMPLETE_REPLY);
    }

    private List<ListedVoice> list() {
        return minimax.doing(cloner -> cloner.catalog().list());
    }

    private Existence exists(String id) {
        return minimax.doing(cloner -> cloner.catalog().exists(VoiceRef.of("minimax", id)));
    }

    private DeletedVoice delete() {
        return minimax.doing(cloner -> cloner.catalog().delete(SpeakingMiniMax.VOICE));
    }
}
