package io.voicecloner.novita;

import io.voicecloner.ClonedVoice;
import io.voicecloner.Preview;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Step;
import io.voicecloner.VoiceRef;
import io.voicecloner.http.Answer;
import io.voicecloner.http.AnswerFailures;
import io.voicecloner.http.PreviewAddress;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedClone;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.SpeechSession;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dialect: one request that names the recording's URL, one answer that names the voice. */
final class UrlCloneSession implements ProviderSession {
    /** None is documented (wire-facts 2.1); these are what such services commonly send. */
    private static final List<String> TRACE_HEADERS = List.of("x-trace-id", "trace-id", "x-request-id");

    private static final String KEPT =
            "The provider fetched a copy of the recording, and has no way to have it deleted.";

    private final UrlCloneProfile profile;
    private final @Nullable String account;
    private final ProviderApi api;
    private final UrlCloneService service;
    private final Refusals refusals;
    private final @Nullable SpeechSession speech;
    private final Clock clock;

    private UrlCloneSession(UrlCloneProfile profile, ProviderApi api, ProviderSettings settings, Clock clock) {
        this.profile = profile;
        this.account = settings.account().orElse(null);
        this.api = api;
        this.service = api.service(UrlCloneService.class);
        this.refusals = new Refusals(profile);
        this.speech = profile.models().isEmpty() ? null : new UrlCloneSpeech(profile, api, refusals);
        this.clock = clock;
    }

    static ProviderSession open(
            UrlCloneProfile profile, URI baseUrl, ProviderSettings settings, ProviderContext context) {
        ProviderApi api = ProviderApi.open(profile.id(), baseUrl, settings, TRACE_HEADERS, context);
        return new UrlCloneSession(profile, api, settings, context.clock());
    }

    /** The provider makes the ids: every request that left may have made a voice, and none that did is repeated. */
    @Override
    public ClonedVoice cloneVoice(PreparedClone request, CallScope scope) {
        UrlCloneWire.Request body = body(request);
        return api.create(scope, () -> send(request, body, scope));
    }

    private ClonedVoice send(PreparedClone request, UrlCloneWire.Request body, CallScope scope) {
        Answer<UrlCloneWire.Reply> answer =
                api.call(Step.CLONE, scope, Salvage::voiceId, exchange -> service.cloneVoice(body, exchange));
        UrlCloneWire.Reply reply = refusals.required(Step.CLONE, scope, answer);
        return voice(request, usableId(reply.voiceId(), scope, answer), reply);
    }

    private static UrlCloneWire.Request body(PreparedClone request) {
        return new UrlCloneWire.Request(
                request.audio().url().toString(),
                request.promptAudio()
                        .map(prompt -> new UrlCloneWire.Prompt(
                                prompt.url().toString(),
                                request.promptTranscript().orElseThrow()))
                        .orElse(null),
                request.previewText().orElse(null),
                request.model(),
                request.request().accuracy().orElse(null),
                request.request().noiseReduction().orElse(null),
                request.request().volumeNormalization().orElse(null));
    }

    private static String usableId(@Nullable Object id, CallScope scope, Answer<?> answer) {
        if (id instanceof String text && Salvage.isUsable(text)) {
            return text;
        }
        throw AnswerFailures.incomplete(Step.CLONE, scope, answer, "a usable voice_id");
    }

    private ClonedVoice voice(PreparedClone request, String id, UrlCloneWire.Reply reply) {
        VoiceRef ref = account == null ? VoiceRef.of(profile.id(), id) : VoiceRef.of(profile.id(), account, id);
        ClonedVoice.Builder voice = ClonedVoice.builder(ref, clock.instant());
        if (request.request().recordingsDeleted().orElse(false)) {
            voice.warnings(List.of(KEPT));
        }
        if (request.previewText().isPresent()) {
            PreviewAddress.read(reply.demoAudioUrl() instanceof String address ? address : null)
                    .map(Preview::of)
                    .ifPresentOrElse(voice::preview, voice::previewLost);
        }
        return voice.build();
    }

    @Override
    public void requireReady(CallScope scope) {
        api.requireReady(scope);
    }

    @Override
    public Optional<SpeechSession> speech() {
        return Optional.ofNullable(speech);
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
