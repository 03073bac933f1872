package io.voicecloner.minimax;

import io.voicecloner.Category;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Confirmation;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import io.voicecloner.http.Answer;
import io.voicecloner.http.AnswerFailures;
import io.voicecloner.http.CodeMeaning;
import io.voicecloner.http.CreateById;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.http.RecordingBody;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.PreparedAudio;
import io.voicecloner.spi.PreparedClone;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.MultipartBody;
import org.jspecify.annotations.Nullable;

/** The dialect: upload the recording and the prompt audio at the same time, then clone by their file ids. */
final class UploadCloneSession implements ProviderSession {
    /** {@code Trace-Id} is what MiniMax sends; gateways put their own beside or in its place (wire-facts 1.1, 4.1). */
    private static final List<String> TRACE_HEADERS = List.of("Trace-Id", "trace_id", "x-request-id");

    private static final CodeMeaning NO_UPLOAD = CodeMeaning.rejected(
            Category.CONFIGURATION,
            Reason.MISCONFIGURED_ENDPOINT,
            "there is no upload at this path below the base URL",
            "Check base-url and upload-path.");

    private final UploadCloneProfile profile;
    private final UploadPath uploadPath;
    private final @Nullable String account;
    private final @Nullable String groupId;
    private final ProviderApi api;
    private final UploadCloneService service;
    private final LostUploads lostUploads;
    private final UploadNames names = new UploadNames();
    private final Clock clock;

    private UploadCloneSession(
            UploadCloneProfile profile,
            UploadPath uploadPath,
            ProviderApi api,
            ProviderSettings settings,
            Clock clock) {
        this.profile = profile;
        this.uploadPath = uploadPath;
        this.account = settings.account().orElse(null);
        this.groupId = settings.option(UploadCloneProfile.GROUP_ID).orElse(null);
        this.api = api;
        this.service = api.service(UploadCloneService.class);
        this.lostUploads = new LostUploads(api, service, groupId);
        this.clock = clock;
    }

    static ProviderSession open(
            UploadCloneProfile profile,
            URI baseUrl,
            UploadPath uploadPath,
            ProviderSettings settings,
            ProviderContext context) {
        ProviderApi api = ProviderApi.open(profile.id(), baseUrl, settings, TRACE_HEADERS, context);
        return new UploadCloneSession(profile, uploadPath, api, settings, context.clock());
    }

    @Override
    public ClonedVoice cloneVoice(PreparedClone request, CallScope scope) {
        PreparedAudio.Content audio = request.audio().content();
        CloneWire.Request body = request.promptAudio()
                .map(prompt -> api.both(
                        scope,
                        part -> upload("voice_clone", audio, Step.UPLOAD, part),
                        part -> upload("prompt_audio", prompt.content(), Step.UPLOAD_PROMPT, part),
                        (fileId, promptId) -> body(request, fileId, promptId)))
                .orElseGet(() -> body(request, upload("voice_clone", audio, Step.UPLOAD, scope), null));
        return clone(request, body, scope);
    }

    /** An upload whose answer was lost is looked for before it is repeated: it would be there twice. */
    private long upload(String purpose, PreparedAudio.Content audio, Step step, CallScope scope) {
        List<String> lost = new ArrayList<>();
        long fileId = api.upload(step, scope, () -> {
            OptionalLong found = lostUploads.find(lost, purpose, audio, scope);
            return found.isPresent() ? found.getAsLong() : uploadOnce(purpose, audio, step, scope, lost);
        });
        scope.uploaded(Long.toString(fileId));
        return fileId;
    }

    private long uploadOnce(
            String purpose, PreparedAudio.Content audio, Step step, CallScope scope, List<String> lost) {
        String name = names.next(audio.format());
        try {
            return send(purpose, name, audio, step, scope);
        } catch (VoiceClonerException e) {
            // A body that was cut off cannot have been stored.
            if (e.delivery().mayHaveActed() && e.delivery() != Delivery.INCOMPLETE) {
                lost.add(name);
                scope.lost(name);
                List<String> orphans = new ArrayList<>(e.orphans());
                orphans.add(name);
                throw Failures.exception(e.report().toBuilder().orphans(orphans), e.getCause());
            }
            throw e;
        }
    }

    private long send(String purpose, String name, PreparedAudio.Content audio, Step step, CallScope scope) {
        Answer<UploadWire.Reply> answer = api.call(
                step,
                scope,
                exchange -> service.upload(
                        uploadPath.value(),
                        groupId,
                        MultipartBody.Part.createFormData("purpose", purpose),
                        RecordingBody.part("file", name, audio, step, scope),
                        exchange));
        UploadWire.Reply reply = successful(step, scope, answer);
        Long fileId = reply.fileId();
        if (fileId == null || fileId <= 0) {
            throw incomplete(step, scope, answer, "file.file_id");
        }
        return fileId;
    }

    private static CloneWire.Request body(PreparedClone request, long fileId, @Nullable Long promptId) {
        return new CloneWire.Request(
                fileId,
                request.chosenVoiceId(),
                promptId == null
                        ? null
                        : new CloneWire.Prompt(
                                promptId, request.promptTranscript().orElseThrow()),
                request.previewText().orElse(null),
                request.model(),
                request.request().language().orElse(null),
                request.request().noiseReduction().orElse(null),
                request.request().volumeNormalization().orElse(null),
                request.request().watermark().orElse(null));
    }

    private ClonedVoice clone(PreparedClone request, CloneWire.Request body, CallScope scope) {
        boolean idIsUnguessable = request.request().voiceId().isEmpty();
        return api.createById(request.chosenVoiceId(), idIsUnguessable, scope, new CreateById<>() {
            private boolean previewWasUnsafe;

            @Override
            public ClonedVoice send(boolean withPreview) {
                previewWasUnsafe = !withPreview;
                CloneWire.Reply reply = made(withPreview ? body : body.withoutPreview(), scope);
                ClonedVoice voice = CloneReading.of(ref(request), clock.instant(), asksForPreview(request), reply);
                return withPreview ? voice : withoutPreview(voice);
            }

            @Override
            public ClonedVoice inferred() {
                ClonedVoice.Builder voice =
                        ClonedVoice.builder(ref(request), clock.instant()).confirmation(Confirmation.INFERRED);
                ClonedVoice inferred = (asksForPreview(request) ? voice.previewLost() : voice).build();
                return previewWasUnsafe ? withoutPreview(inferred) : inferred;
            }
        });
    }

    private static ClonedVoice withoutPreview(ClonedVoice voice) {
        return voice.toBuilder()
                .warnings(
                        List.of("The provider found the speech of the preview unsafe; the voice was made without one."))
                .build();
    }

    private CloneWire.Reply made(CloneWire.Request body, CallScope scope) {
        Answer<CloneWire.Reply> answer =
                api.call(Step.CLONE, scope, exchange -> service.cloneVoice(groupId, body, exchange));
        CloneWire.Reply reply = successful(Step.CLONE, scope, answer);
        if (reply.baseResp() == null || reply.baseResp().statusCode() == null) {
            throw incomplete(Step.CLONE, scope, answer, "base_resp.status_code");
        }
        return reply;
    }

    /** The provider's own code says more than the HTTP status. */
    private <T> T successful(Step step, CallScope scope, Answer<T> answer) {
        Optional<VoiceClonerException> refusal = AnswerFailures.ofBaseResp(step, scope, answer, profile.codes());
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return answer.body().orElseThrow(() -> refusal(step, scope, answer));
    }

    private static VoiceClonerException incomplete(Step step, CallScope scope, Answer<?> answer, String missing) {
        GatewayRefusal refused = GatewayRefusal.in(answer);
        return AnswerFailures.incomplete(step, scope, answer, missing, refused.code(), refused.message());
    }

    private VoiceClonerException refusal(Step step, CallScope scope, Answer<?> answer) {
        GatewayRefusal refused = GatewayRefusal.in(answer);
        boolean noSuchPath = answer.status() == 404 || answer.status() == 405;
        return noSuchPath && !step.createsVoice() && profile.isAnywhere()
                ? AnswerFailures.ofCode(
                        step,
                        scope,
                        answer,
                        NO_UPLOAD,
                        refused.code(),
                        refused.message() == null ? answer.snippet() : refused.message())
                : AnswerFailures.ofStatus(step, scope, answer, refused.code(), refused.message());
    }

    private static boolean asksForPreview(PreparedClone request) {
        return request.previewText().isPresent();
    }

    /** The answer holds no voice id: it is the one that was sent. */
    private VoiceRef ref(PreparedClone request) {
        String id = request.chosenVoiceId();
        return account == null ? VoiceRef.of(profile.id(), id) : VoiceRef.of(profile.id(), account, id);
    }

    @Override
    public URI baseUrl() {
        return api.baseUrl();
    }

    @Override
    public void close() {
        api.close();
    }
}
