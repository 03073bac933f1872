package io.voicecloner.http;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.attempt.FailurePolicy;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a whole answer that is no success into what the caller is told. */
public final class AnswerFailures {
    private static final Set<Step> USING_A_VOICE =
            EnumSet.of(Step.SPEAK, Step.AWAIT_SPEECH, Step.LIST_VOICES, Step.DELETE_VOICE);

    private AnswerFailures() {}

    /**
     * What a code of the provider's own means to the caller.
     *
     * @param providerCode verbatim; null if there is none
     * @param providerMessage verbatim; null if there is none
     */
    public static VoiceClonerException ofCode(
            Step step,
            CallScope scope,
            Answer<?> answer,
            CodeMeaning meaning,
            @Nullable String providerCode,
            @Nullable String providerMessage) {
        // A refusal that names a voice may have come after it was made: nothing is asked for again, and the id is not
        // lost.
        Optional<String> named = step.createsVoice() ? answer.salvagedVoiceId() : Optional.empty();
        boolean inDoubt = named.isPresent() && meaning.delivery() == Delivery.REFUSED;
        Delivery delivery = inDoubt ? Delivery.UNKNOWN : meaning.delivery();
        boolean ambiguous = step.createsVoice() && delivery == Delivery.UNKNOWN;
        Category category = ambiguous ? Category.AMBIGUOUS_OUTCOME : meaning.category();
        FailureReport.Builder report = scope.failure(category, meaning.reason(), step, meaning.summary())
                .delivery(delivery)
                .providerCode(answer.redacted(providerCode))
                .providerMessage(answer.redacted(providerMessage))
                .traceId(answer.traceId().orElse(null))
                .retryAfter(answer.retryAfter().orElse(meaning.pause()))
                .hint(named.isPresent() ? FailurePolicy.FIND_OUT : meaning.hint());
        named.ifPresent(report::voiceId);
        // The voice had to exist before it could say something unsafe.
        boolean spoke = step.createsVoice() && meaning.reason() == Reason.OUTPUT_CONTENT;
        if (spoke || named.isPresent()) {
            report.voiceMayExist(true);
        }
        return Failures.exception(ambiguous ? FailurePolicy.withChecks(report, scope) : report);
    }

    /** What an answer means that holds no code this kit knows: the HTTP status decides, the provider's words are kept. */
    public static VoiceClonerException ofStatus(
            Step step,
            CallScope scope,
            Answer<?> answer,
            @Nullable String providerCode,
            @Nullable String providerMessage) {
        if (answer.successful()) {
            // The transport drops what comes with a 205, which is no refusal for that.
            return incomplete(step, scope, answer, "a body that may be read", providerCode, providerMessage);
        }
        CodeMeaning meaning = step.createsVoice() && BaseRespCodes.isDuplicate(answer.beginning())
                ? BaseRespCodes.TAKEN
                : StatusMeanings.of(step, answer.status());
        String words = providerMessage == null ? answer.snippet() : providerMessage;
        return ofCode(step, scope, answer, meaning, providerCode, words.isEmpty() ? null : words);
    }

    /** What a 2xx means that lacks what a success must hold: the answer counts as lost. */
    public static VoiceClonerException incomplete(Step step, CallScope scope, Answer<?> answer, String missing) {
        return incomplete(step, scope, answer, missing, null, null);
    }

    /**
     * As {@link #incomplete(Step, CallScope, Answer, String)}, for an answer that says something in words or codes nobody knows.
     *
     * @param providerCode verbatim; null if there is none
     * @param providerMessage verbatim; null if there is none, and the answer's beginning takes its place
     */
    public static VoiceClonerException incomplete(
            Step step,
            CallScope scope,
            Answer<?> answer,
            String missing,
            @Nullable String providerCode,
            @Nullable String providerMessage) {
        if (step.createsVoice() && BaseRespCodes.isDuplicate(answer.beginning())) {
            return ofCode(step, scope, answer, BaseRespCodes.TAKEN, providerCode, answer.snippet());
        }
        scope.answeredWhole();
        Category category = FailurePolicy.categoryOf(step, Delivery.ANSWER_LOST);
        boolean ambiguous = category == Category.AMBIGUOUS_OUTCOME;
        FailureReport.Builder report = scope.failure(
                        category, Reason.INCOMPLETE_REPLY, step, "the answer lacks " + missing)
                .delivery(Delivery.ANSWER_LOST)
                .providerCode(answer.redacted(providerCode))
                .providerMessage(providerMessage == null ? answer.snippet() : answer.redacted(providerMessage))
                .traceId(answer.traceId().orElse(null))
                .hint(ambiguous ? FailurePolicy.FIND_OUT : StatusMeanings.SUPPORT);
        if (ambiguous) {
            answer.salvagedVoiceId().ifPresent(report::voiceId);
        }
        return Failures.exception(ambiguous ? FailurePolicy.withChecks(report, scope) : report);
    }

    /**
     * What a {@code base_resp} in the body means, whatever the status; empty if it is missing or reports a success. One without a code
     * reports none.
     *
     * @param overlay codes that mean something else, or deserve another hint, at this host
     */
    public static Optional<VoiceClonerException> ofBaseResp(
            Step step, CallScope scope, Answer<?> answer, Map<Long, CodeMeaning> overlay) {
        Optional<BaseResp.Envelope> envelope = answer.as(BaseResp.Envelope.class);
        if (envelope.isEmpty() && answer.successful() && holdsBaseResp(answer)) {
            return Optional.of(incomplete(step, scope, answer, "a base_resp that can be read"));
        }
        BaseResp found = envelope.map(BaseResp.Envelope::baseResp).orElse(null);
        Long code = found == null ? null : found.statusCode();
        if (found != null && code == null && answer.successful()) {
            return Optional.of(incomplete(step, scope, answer, "base_resp.status_code", null, found.statusMsg()));
        }
        if (found == null || code == null || code == 0) {
            return Optional.empty();
        }
        return Optional.of(ofBaseRespCode(step, scope, answer, code, found.statusMsg(), overlay));
    }

    /**
     * As {@link #ofBaseResp}, for a code that came another way, such as in the words of a host's own refusal.
     *
     * @param providerMessage verbatim; null if there is none
     */
    public static VoiceClonerException ofBaseRespCode(
            Step step,
            CallScope scope,
            Answer<?> answer,
            long code,
            @Nullable String providerMessage,
            Map<Long, CodeMeaning> overlay) {
        CodeMeaning listed = overlay.get(code);
        CodeMeaning meaning = listed != null ? listed : meaningOf(step, code, providerMessage);
        return ofCode(step, scope, answer, meaning, Long.toString(code), providerMessage);
    }

    private static CodeMeaning meaningOf(Step step, long code, @Nullable String message) {
        CodeMeaning spoken = USING_A_VOICE.contains(step) ? SpeechCodes.of(code) : null;
        return spoken != null ? spoken : BaseRespCodes.of(code, message);
    }

    /** One that is there and cannot be read may be a refusal: it is not overlooked. */
    private static boolean holdsBaseResp(Answer<?> answer) {
        return answer.as(BaseResp.Presence.class)
                .map(BaseResp.Presence::baseResp)
                .isPresent();
    }
}
