package io.voicecloner.minimax;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.http.Answer;
import io.voicecloner.http.AnswerFailures;
import io.voicecloner.http.BaseResp;
import io.voicecloner.http.CodeMeaning;
import io.voicecloner.spi.CallScope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells an answer that is a success from one that is not. The provider's own code says more than the HTTP status. */
final class Refusals {
    private static final CodeMeaning NO_UPLOAD = CodeMeaning.rejected(
            Category.CONFIGURATION,
            Reason.MISCONFIGURED_ENDPOINT,
            "there is no upload at this path below the base URL",
            "Check base-url and upload-path.");

    private final UploadCloneProfile profile;

    Refusals(UploadCloneProfile profile) {
        this.profile = profile;
    }

    /** The body of a success. */
    <T> T successful(Step step, CallScope scope, Answer<T> answer) {
        Optional<VoiceClonerException> refusal = AnswerFailures.ofBaseResp(step, scope, answer, profile.codes());
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return answer.body().orElseThrow(() -> byStatus(step, scope, answer));
    }

    /** Where nothing says that it is a success, it is none. */
    static void requireCode(Step step, CallScope scope, Answer<?> answer, @Nullable BaseResp baseResp) {
        if (baseResp == null || baseResp.statusCode() == null) {
            throw incomplete(step, scope, answer, "base_resp.status_code");
        }
    }

    /** A success that lacks what it must hold may be a gateway's refusal in the clothes of one. */
    static VoiceClonerException incomplete(Step step, CallScope scope, Answer<?> answer, String missing) {
        GatewayRefusal refused = GatewayRefusal.in(answer);
        return AnswerFailures.incomplete(step, scope, answer, missing, refused.code(), refused.message());
    }

    private VoiceClonerException byStatus(Step step, CallScope scope, Answer<?> answer) {
        GatewayRefusal refused = GatewayRefusal.in(answer);
        boolean noSuchPath = answer.status() == 404 || answer.status() == 405;
        boolean upload = step == Step.UPLOAD || step == Step.UPLOAD_PROMPT;
        return noSuchPath && upload && profile.isAnywhere()
                ? AnswerFailures.ofCode(
                        step,
                        scope,
                        answer,
                        NO_UPLOAD,
                        refused.code(),
                        refused.message() == null ? answer.snippet() : refused.message())
                : AnswerFailures.ofStatus(step, scope, answer, refused.code(), refused.message());
    }
}
