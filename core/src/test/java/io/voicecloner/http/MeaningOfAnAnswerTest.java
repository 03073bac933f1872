package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.RateLimitedException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole answer, read for the provider's own code and else by its status. */
class MeaningOfAnAnswerTest {
    private final CallScope scope = CallScope.of("probe", Duration.ofMinutes(1), "vc-probe", null);

    @ParameterizedTest
    @CsvSource({
        "SPEAK, 2054, MISSING_VOICE, 7 days",
        "AWAIT_SPEECH, 1027, OUTPUT_CONTENT, the voice is not affected",
        "AWAIT_SPEECH, 1000, UNEXPLAINED, trace id",
        "LIST_VOICES, 1000, UNEXPLAINED, trace id",
        "DELETE_VOICE, 20132, MISSING_VOICE, 7 days",
        "DELETE_RECORDING, 20132, UNKNOWN_FILE, gateway",
        "UPLOAD, 1000, UNEXPLAINED, recording"
    })
    void aCodeIsReadByWhatWasDone(Step step, int code, Reason reason, String hint) {
        Answer<?> answer = Answered.with(step, scope, 200, "{\"base_resp\":{\"status_code\":" + code + "}}")
                .answer();

        VoiceClonerException told =
                AnswerFailures.ofBaseResp(step, scope, answer, Map.of()).orElseThrow();

        assertThat(told.reason()).isEqualTo(reason);
        assertThat(told.hint().orElse("")).contains(hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"base_resp\":null}",
                "{\"base_resp\":{\"status_code\":0}}",
                "{\"base_resp\":{\"status_code\":\"0\",\"status_msg\":\"success\"}}",
                "<html></html>",
                "[]",
                ""
            })
    void withoutACodeTheAnswerHoldsNoRefusal(String body) {
        assertThat(ofBaseResp(200, body)).isEmpty();
        assertThat(ofBaseResp(500, body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"base_resp\":\"x\"}", "{\"base_resp\":{\"status_code\":0.5}}", "{\"base_resp\":[1004]}"})
    void aCodeThatCannotBeReadMayBeARefusalAndIsNotOverlooked(String body) {
        VoiceClonerException told = ofBaseResp(200, body).orElseThrow();

        assertThat(told).isInstanceOf(AmbiguousOutcomeException.class).hasMessageContaining("a base_resp that can");
        assertThat(told.delivery()).isEqualTo(Delivery.ANSWER_LOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"base_resp\":{}}",
                "{\"base_resp\":{\"status_code\":null}}",
                "{\"base_resp\":{\"status_msg\":\"nv-1 is not what you get\"}}"
            })
    @Tag("B82")
    void oneWithoutACodeReportsNoSuccess(String body) {
        VoiceClonerException told = ofBaseResp(200, body).orElseThrow();

        assertThat(told).isInstanceOf(AmbiguousOutcomeException.class).hasMessageContaining("base_resp.status_code");
        assertThat(ofBaseResp(500, body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"base_resp\":{\"status_code\":0,\"status_code\":2013}}",
                "{\"base_resp\":{\"status_code\":2013,\"status_code\":0}}",
                "{\"base_resp\":{\"status_code\":1013},\"base_resp\":{\"status_code\":2013}}",
                "{\"base_resp\":{\"status_code\":2013,\"status\\u005fcode\":1013}}"
            })
    @Tag("B88")
    @Tag("S27")
    void aRefusalThatContradictsItselfWasOnceBelievedInItsLastWord(String body) {
        assertThat(ofBaseResp(500, body)).isEmpty();
        assertThat(AnswerFailures.ofStatus(
                        Step.CLONE,
                        scope,
                        Answered.with(Step.CLONE, scope, 500, body).answer(),
                        null,
                        null))
                .isInstanceOf(AmbiguousOutcomeException.class);
    }

    @Test
    void anIdBesideACodeThatCannotBeReadIsNotLost() {
        VoiceClonerException told =
                ofBaseResp(200, "{\"voice_id\":\"nv-1\",\"base_resp\":\"x\"}").orElseThrow();

        assertThat(told).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(told.voiceId()).contains("nv-1");
    }

    @Test
    void besideAFaultTheStatusSaysMoreThanACodeThatCannotBeRead() {
        assertThat(ofBaseResp(502, "{\"base_resp\":\"x\"}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200, 1004, ACCESS", "502, 2013, INVALID_REQUEST", "429, 1008, QUOTA", "500, 1026, CONTENT_REJECTED"})
    void theCodeSaysMoreThanTheStatus(int status, int code, Category category) {
        VoiceClonerException told = ofBaseResp(
                        status, "{\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":\"own words\"}}")
                .orElseThrow();

        assertThat(told.category()).isEqualTo(category);
        assertThat(told.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(told.voiceMayExist()).isFalse();
        assertThat(told.providerCode()).contains(Integer.toString(code));
        assertThat(told.providerMessage()).contains("own words");
        assertThat(told.traceId()).contains("t-1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1000, 1001, 1013, 4242})
    void aFaultIsADoubtOnTheStepThatMakesAVoiceOnly(long code) {
        String body = "{\"base_resp\":{\"status_code\":" + code + "}}";

        VoiceClonerException clone = ofBaseResp(200, body).orElseThrow();
        assertThat(clone).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(((AmbiguousOutcomeException) clone).checks()).isNotEmpty();
        assertThat(clone.voiceMayExist()).isTrue();

        VoiceClonerException upload = AnswerFailures.ofBaseResp(
                        Step.UPLOAD,
                        scope,
                        Answered.with(Step.UPLOAD, scope, 200, body).answer(),
                        Map.of())
                .orElseThrow();
        assertThat(upload.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
        assertThat(upload.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(upload.voiceMayExist()).isFalse();
        assertThat(upload).hasMessageNotContaining("Look for the voice");
    }

    @Test
    void aHostsOwnMeaningOfACodeComesFirst() {
        CodeMeaning own = CodeMeaning.rejected(Category.ACCESS, Reason.REGION, "the API key was refused", "Look.");

        VoiceClonerException told = AnswerFailures.ofBaseResp(
                        Step.CLONE,
                        scope,
                        Answered.with(Step.CLONE, scope, 200, "{\"base_resp\":{\"status_code\":1004}}")
                                .answer(),
                        Map.of(1004L, own))
                .orElseThrow();

        assertThat(told.reason()).isEqualTo(Reason.REGION);
        assertThat(told.hint()).contains("Look.");
    }

    @Test
    void unsafeSpeechNeedsAVoiceToSayIt() {
        CodeMeaning unsafe = BaseRespCodes.of(1027, null);

        assertThat(ofCode(Step.CLONE, unsafe).category()).isEqualTo(Category.CONTENT_REJECTED);
        assertThat(ofCode(Step.CLONE, unsafe).voiceMayExist()).isTrue();
        assertThat(ofCode(Step.UPLOAD, unsafe).voiceMayExist()).isFalse();
        assertThat(ofCode(Step.CLONE, BaseRespCodes.of(1026, null)).voiceMayExist())
                .isFalse();
    }

    @Test
    void whatTheAnswerAsksForComesBeforeWhatTheCodeUsuallyMeans() {
        CodeMeaning crowded = BaseRespCodes.of(1041, null);

        assertThat(wait(null, crowded)).isEqualTo(Duration.ofSeconds(10));
        assertThat(wait(Duration.ofSeconds(3), crowded)).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 500, 502})
    void theWordsOfADuplicateAreBelievedUnderAnyStatusOfAClone(int status) {
        String words = "{\"error\":\"voice clone voice id duplicate\"}";

        assertThat(ofStatus(Step.CLONE, status, words, null).category()).isEqualTo(Category.VOICE_ID_TAKEN);
        assertThat(ofStatus(Step.UPLOAD, status, words, null).category()).isNotEqualTo(Category.VOICE_ID_TAKEN);
    }

    @Test
    void theWordsOfADuplicateAreBelievedInPlaceOfASuccessToo() {
        String words = "{\"message\":\"voice id duplicate\"}";
        Answer<?> clone = Answered.with(Step.CLONE, scope, 200, words).answer();
        Answer<?> upload = Answered.with(Step.UPLOAD, scope, 200, words).answer();

        assertThat(AnswerFailures.incomplete(Step.CLONE, scope, clone, "x").category())
                .isEqualTo(Category.VOICE_ID_TAKEN);
        assertThat(AnswerFailures.incomplete(Step.UPLOAD, scope, upload, "x").category())
                .isEqualTo(Category.UNEXPECTED_REPLY);
    }

    @Test
    void theProvidersWordsOrElseTheBeginningOfTheBodyAreTold() {
        assertThat(ofStatus(Step.CLONE, 400, "{\"x\":1}", "its words").providerMessage())
                .contains("its words");
        assertThat(ofStatus(Step.CLONE, 400, "{\"x\":1}", null).providerMessage())
                .contains("{\"x\":1}");
        assertThat(ofStatus(Step.CLONE, 400, "", null).providerMessage()).isEmpty();
        assertThat(ofStatus(Step.CLONE, 400, "{\"x\":1}", "").providerMessage()).isEmpty();
    }

    @Test
    void aSuccessThatLacksItsFieldsIsALostAnswer() {
        Answer<?> clone = Answered.with(Step.CLONE, scope, 200, "{\"x\":1}").answer();
        VoiceClonerException told = AnswerFailures.incomplete(Step.CLONE, scope, clone, "voice_id");

        assertThat(told).isInstanceOf(AmbiguousOutcomeException.class).hasMessageContaining("lacks voice_id");
        assertThat(((AmbiguousOutcomeException) told).checks()).isNotEmpty();
        assertThat(told.reason()).isEqualTo(Reason.INCOMPLETE_REPLY);
        assertThat(told.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(told.hint()).contains("Find out whether the voice is there before you ask again.");
        assertThat(told.providerCode()).isEmpty();
        assertThat(told.providerMessage()).contains("{\"x\":1}");

        Answer<?> upload = Answered.with(Step.UPLOAD, scope, 200, "{\"x\":1}").answer();
        VoiceClonerException other =
                AnswerFailures.incomplete(Step.UPLOAD, scope, upload, "file_id", "4711", "its words");
        assertThat(other.category()).isEqualTo(Category.UNEXPECTED_REPLY);
        assertThat(other.voiceMayExist()).isFalse();
        assertThat(other).hasMessageNotContaining("Look for the voice");
        assertThat(other.hint()).contains(StatusMeanings.SUPPORT);
        assertThat(other.providerCode()).contains("4711");
        assertThat(other.providerMessage()).contains("its words");
    }

    private Optional<VoiceClonerException> ofBaseResp(int status, String body) {
        Answer<?> answer = Answered.with(Step.CLONE, scope, status, body).answer();
        return AnswerFailures.ofBaseResp(Step.CLONE, scope, answer, Map.of());
    }

    private VoiceClonerException ofCode(Step step, CodeMeaning meaning) {
        Answer<?> answer = Answered.with(step, scope, 200, "{}").answer();
        return AnswerFailures.ofCode(step, scope, answer, meaning, null, null);
    }

    private VoiceClonerException ofStatus(Step step, int status, String body, @Nullable String words) {
        return AnswerFailures.ofStatus(
                step, scope, Answered.with(step, scope, status, body).answer(), null, words);
    }

    private Duration wait(@Nullable Duration asked, CodeMeaning meaning) {
        Answer<?> answer = Answered.notSent(Step.CLONE, scope)
                .sent()
                .head(200, asked)
                .complete("{}")
                .answer();
        return ((RateLimitedException) AnswerFailures.ofCode(Step.CLONE, scope, answer, meaning, null, null))
                .retryAfter()
                .orElseThrow();
    }
}
