package io.voicecloner.novita;

import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.http.Answer;
import io.voicecloner.http.AnswerFailures;
import io.voicecloner.http.CodeMeaning;
import io.voicecloner.spi.CallScope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a refusal from a success, for every route of the dialect: the reason says more than the HTTP status, a code from behind says most. */
final class Refusals {
    private static final String NO_SUCCESS = "a clear success: it holds an error";

    private final UrlCloneProfile profile;

    Refusals(UrlCloneProfile profile) {
        this.profile = profile;
    }

    /**
     * The body of a success.
     *
     * @throws VoiceClonerException if the answer is none, whatever its status
     */
    <R extends Verdict> R required(Step step, CallScope scope, Answer<R> answer) {
        Optional<VoiceClonerException> innerCode = AnswerFailures.ofBaseResp(step, scope, answer, profile.codes());
        if (innerCode.isPresent()) {
            throw innerCode.get();
        }
        R reply = answer.body().orElseThrow(() -> refusal(step, scope, answer));
        if (isRefusal(step, reply)) {
            throw refusal(step, scope, answer);
        }
        return reply;
    }

    /** A refusal may come with status 200, and beside what was asked for. */
    private boolean isRefusal(Step step, Verdict reply) {
        Object reason = reply.reason();
        boolean saysNo = reason instanceof String word && meaningOf(step, word).isPresent();
        boolean saysSomething = reason != null && !reason.equals("");
        return reply.holdsErrorCode() || saysNo || (saysSomething && !reply.isFulfilled());
    }

    private VoiceClonerException refusal(Step step, CallScope scope, Answer<?> answer) {
        UrlCloneWire.Refusal refusal = answer.as(UrlCloneWire.Refusal.class).orElse(UrlCloneWire.Refusal.NONE);
        String reason = refusal.reason();
        Optional<CodeMeaning> meaning = Optional.ofNullable(reason).flatMap(word -> meaningOf(step, word));
        if (!step.createsVoice() && meaning.map(Refusals::saysLittle).orElse(true)) {
            Optional<VoiceClonerException> voice = missingVoice(step, scope, answer, refusal.message());
            if (voice.isPresent()) {
                return voice.get();
            }
        }
        if (meaning.isPresent()) {
            return AnswerFailures.ofCode(step, scope, answer, meaning.get(), reason, refusal.message());
        }
        return answer.successful()
                ? AnswerFailures.incomplete(step, scope, answer, NO_SUCCESS, reason, refusal.message())
                : AnswerFailures.ofStatus(step, scope, answer, reason, refusal.message());
    }

    /**
     * What a task says it failed of; empty if that does not tell what was wrong with the request.
     *
     * @param reason a reason as of any error, or words
     */
    Optional<VoiceClonerException> ofTask(CallScope scope, Answer<?> answer, @Nullable String reason) {
        Step step = Step.AWAIT_SPEECH;
        return missingVoice(step, scope, answer, reason)
                .or(() -> Optional.ofNullable(reason)
                        .flatMap(word -> meaningOf(step, word))
                        .filter(meaning -> meaning.delivery() == Delivery.REJECTED)
                        .map(meaning -> AnswerFailures.ofCode(step, scope, answer, meaning, reason, null)));
    }

    private Optional<VoiceClonerException> missingVoice(
            Step step, CallScope scope, Answer<?> answer, @Nullable String words) {
        return InnerWords.codeOfVoice(words)
                .map(code -> AnswerFailures.ofBaseRespCode(step, scope, answer, code, words, profile.codes()));
    }

    /** Whether a reason leaves open what is wrong: then the words beside it may say it. */
    private static boolean saysLittle(CodeMeaning meaning) {
        return meaning.reason() == Reason.PARAMETER || meaning.reason() == Reason.PROVIDER_FAULT;
    }

    private Optional<CodeMeaning> meaningOf(Step step, String reason) {
        return step.createsVoice() ? profile.meaningOf(reason) : profile.meaningForSpeech(reason);
    }
}
