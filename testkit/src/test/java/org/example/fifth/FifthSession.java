package org.example.fifth;

import static io.voicecloner.http.CodeMeaning.refused;
import static io.voicecloner.http.CodeMeaning.rejected;
import static io.voicecloner.http.CodeMeaning.unknown;

import io.voicecloner.Category;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Preview;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import io.voicecloner.http.Answer;
import io.voicecloner.http.AnswerFailures;
import io.voicecloner.http.CodeMeaning;
import io.voicecloner.http.PreviewAddress;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.http.RecordingBody;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedAudio;
import io.voicecloner.spi.PreparedClone;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.MultipartBody;

/** One request that carries the recording, one answer that names the voice. */
final class FifthSession implements ProviderSession {
    private static final Map<String, CodeMeaning> CODES = Map.of(
            "bad_key", rejected(Category.ACCESS, Reason.KEY, "the API key was refused", "Check the key."),
            "no_credit", rejected(Category.QUOTA, Reason.BALANCE, "the account is empty", "Top up the account."),
            "slow_down", refused(Reason.RATE, "too many requests", "Ask again later."),
            "unsafe", rejected(Category.CONTENT_REJECTED, Reason.INPUT_CONTENT, "the text is unsafe", null),
            "bad_audio", rejected(Category.INVALID_REQUEST, Reason.AUDIO, "the recording is unusable", null),
            "broken", unknown(Reason.PROVIDER_FAULT, "the provider failed", null));

    private final ProviderApi api;
    private final FifthWire wire;
    private final Optional<String> account;
    private final Clock clock;

    FifthSession(URI baseUrl, ProviderSettings settings, ProviderContext context) {
        this.api = ProviderApi.open(FifthProvider.ID, baseUrl, settings, List.of("x-trace"), context);
        this.wire = api.service(FifthWire.class);
        this.account = settings.account();
        this.clock = context.clock();
    }

    @Override
    public void requireReady(CallScope scope) {
        api.requireReady(scope);
    }

    /** The ids are the provider's: every request that left may have made a voice, and core repeats none that did. */
    @Override
    public ClonedVoice cloneVoice(PreparedClone request, CallScope scope) {
        return api.create(scope, () -> send(request, scope));
    }

    private ClonedVoice send(PreparedClone request, CallScope scope) {
        List<MultipartBody.Part> form = form(request, scope);
        Answer<FifthWire.Reply> answer = api.call(Step.CLONE, scope, exchange -> wire.create(form, exchange));
        FifthWire.Reply reply = answer.body().orElseThrow(() -> refusal(scope, answer));
        String id = reply.voice();
        if (id == null || id.isBlank()) {
            throw AnswerFailures.incomplete(Step.CLONE, scope, answer, "voice");
        }
        VoiceRef ref = account.map(name -> VoiceRef.of(FifthProvider.ID, name, id))
                .orElseGet(() -> VoiceRef.of(FifthProvider.ID, id));
        ClonedVoice.Builder voice = ClonedVoice.builder(ref, clock.instant());
        if (request.previewText().isPresent()) {
            PreviewAddress.read(reply.preview()).map(Preview::of).ifPresentOrElse(voice::preview, voice::previewLost);
        }
        return voice.build();
    }

    private static List<MultipartBody.Part> form(PreparedClone request, CallScope scope) {
        PreparedAudio.Content audio = request.audio().content();
        String name = "recording." + audio.format().extension();
        List<MultipartBody.Part> form = new ArrayList<>();
        form.add(RecordingBody.part("file", name, audio, Step.CLONE, scope));
        request.previewText().ifPresent(text -> form.add(MultipartBody.Part.createFormData("text", text)));
        if (request.model() != null) {
            form.add(MultipartBody.Part.createFormData("model", request.model()));
        }
        request.request()
                .noiseReduction()
                .ifPresent(on -> form.add(MultipartBody.Part.createFormData("denoise", on.toString())));
        return form;
    }

    /** A code that is known says most; without one, the HTTP status decides. */
    private static VoiceClonerException refusal(CallScope scope, Answer<?> answer) {
        FifthWire.Problem problem = answer.as(FifthWire.Refusal.class)
                .map(FifthWire.Refusal::error)
                .orElse(new FifthWire.Problem(null, null));
        CodeMeaning meaning = problem.code() == null ? null : CODES.get(problem.code());
        return meaning == null
                ? AnswerFailures.ofStatus(Step.CLONE, scope, answer, problem.code(), problem.message())
                : AnswerFailures.ofCode(Step.CLONE, scope, answer, meaning, problem.code(), problem.message());
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
