package io.voicecloner.minimax;

import io.voicecloner.ClonedVoice;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Step;
import io.voicecloner.VoiceRef;
import io.voicecloner.http.Answer;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.CatalogSession;
import io.voicecloner.spi.PreparedAudio;
import io.voicecloner.spi.PreparedClone;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.SpeechSession;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The dialect: upload the recording and the prompt audio at the same time, then clone by their file ids. */
final class UploadCloneSession implements ProviderSession {
    /** {@code Trace-Id} is what MiniMax sends; gateways put their own beside or in its place (wire-facts 1.1, 4.1). */
    private static final List<String> TRACE_HEADERS = List.of("Trace-Id", "trace_id", "x-request-id");

    private final String provider;
    private final @Nullable String account;
    private final @Nullable String groupId;
    private final ProviderApi api;
    private final UploadCloneService service;
    private final Refusals refusals;
    private final Uploads uploads;
    private final Deletion deletion;
    private final Set<Feature> offered;
    private final Clock clock;

    private UploadCloneSession(
            UploadCloneProfile profile,
            UploadPath uploadPath,
            ProviderApi api,
            ProviderSettings settings,
            Clock clock) {
        this.provider = profile.id();
        this.account = settings.account().orElse(null);
        this.groupId = settings.option(UploadCloneProfile.GROUP_ID).orElse(null);
        this.api = api;
        this.service = api.service(UploadCloneService.class);
        this.refusals = new Refusals(profile);
        this.uploads = new Uploads(api, service, uploadPath, groupId, refusals);
        this.deletion = new Deletion(api, service, groupId, refusals);
        this.offered = profile.offered();
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
        Recordings recordings = new Recordings();
        if (!request.request().recordingsDeleted().orElse(false)) {
            return made(request, scope, recordings);
        }
        ClonedVoice voice;
        try {
            voice = made(request, scope, recordings);
        } catch (RuntimeException e) {
            deletion.of(recordings, scope);
            throw e;
        }
        return voice.toBuilder().orphans(deletion.of(recordings, scope)).build();
    }

    private ClonedVoice made(PreparedClone request, CallScope scope, Recordings recordings) {
        boolean idIsUnguessable = request.request().voiceId().isEmpty();
        return api.createById(
                request.chosenVoiceId(),
                idIsUnguessable,
                scope,
                () -> creation(request, uploaded(request, scope, recordings), scope));
    }

    private CloneWire.Request uploaded(PreparedClone request, CallScope scope, Recordings recordings) {
        PreparedAudio.Content audio = request.audio().content();
        return request.promptAudio()
                .map(prompt -> api.both(
                        scope,
                        part -> uploads.upload("voice_clone", audio, Step.UPLOAD, part, recordings),
                        part -> uploads.upload("prompt_audio", prompt.content(), Step.UPLOAD_PROMPT, part, recordings),
                        (fileId, promptId) -> body(request, fileId, promptId)))
                .orElseGet(() ->
                        body(request, uploads.upload("voice_clone", audio, Step.UPLOAD, scope, recordings), null));
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

    private Creation creation(PreparedClone request, CloneWire.Request body, CallScope scope) {
        return new Creation(ref(request.chosenVoiceId()), body, clock, sent -> made(sent, scope));
    }

    private CloneWire.Reply made(CloneWire.Request body, CallScope scope) {
        Answer<CloneWire.Reply> answer =
                api.call(Step.CLONE, scope, exchange -> service.cloneVoice(groupId, body, exchange));
        CloneWire.Reply reply = refusals.successful(Step.CLONE, scope, answer);
        Refusals.requireCode(Step.CLONE, scope, answer, reply.baseResp());
        return reply;
    }

    /** The answer holds no voice id: it is the one that was sent. */
    private VoiceRef ref(String id) {
        return account == null ? VoiceRef.of(provider, id) : VoiceRef.of(provider, account, id);
    }

    @Override
    public void requireReady(CallScope scope) {
        api.requireReady(scope);
    }

    @Override
    public Optional<SpeechSession> speech() {
        return offered.contains(Feature.SPEECH)
                ? Optional.of(new UploadCloneSpeech(api, groupId, refusals))
                : Optional.empty();
    }

    @Override
    public Optional<CatalogSession> catalog() {
        return offered.contains(Feature.LIST_VOICES) || offered.contains(Feature.DELETE_VOICE)
                ? Optional.of(new UploadCloneCatalog(api, groupId, refusals, this::ref))
                : Optional.empty();
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
