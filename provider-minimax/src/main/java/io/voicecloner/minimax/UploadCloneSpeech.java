package io.voicecloner.minimax;

import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.http.Answer;
import io.voicecloner.http.PreviewAddress;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.spi.AudioOutput;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.PreparedSpeech;
import io.voicecloner.spi.SpeechDelivery;
import io.voicecloner.spi.SpeechSession;
import io.voicecloner.spi.SpokenAudio;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Speaks as the dialect does: in the answer, in pieces, by link, or with a task. */
final class UploadCloneSpeech implements SpeechSession {
    /** Some accounts were seen to get a success without audio from newer models of this route (wire-facts 1.4: data may be null). */
    private static final String ANOTHER_MODEL =
            "Some models speak for some accounts only in pieces or not at all: name another model.";

    private final ProviderApi api;
    private final SpeechService service;
    private final @Nullable String groupId;
    private final Refusals refusals;
    private final LongSpeech longSpeech;

    UploadCloneSpeech(ProviderApi api, @Nullable String groupId, Refusals refusals) {
        this.api = api;
        this.service = api.service(SpeechService.class);
        this.groupId = groupId;
        this.refusals = refusals;
        this.longSpeech = new LongSpeech(api, service, groupId, refusals);
    }

    @Override
    public SpokenAudio speak(PreparedSpeech request, AudioOutput output, CallScope scope) {
        if (request.delivery() == SpeechDelivery.TASK) {
            return longSpeech.speak(request, scope);
        }
        SpeechWire.Request body = SpeechWire.Request.of(request);
        return api.speak(request, scope, () -> once(body, output, scope));
    }

    private SpokenAudio once(SpeechWire.Request body, AudioOutput output, CallScope scope) {
        Answer<SpeechWire.Reply> answer =
                api.callForAudio(scope, output, exchange -> service.speak(groupId, body, exchange));
        SpeechWire.Reply reply = refusals.successful(Step.SPEAK, scope, answer);
        boolean spoken = answer.audioBytes() > 0;
        // A stream that came to its last event says by that that it is whole.
        if (!(body.stream() && spoken)) {
            Refusals.requireCode(Step.SPEAK, scope, answer, reply.baseResp());
        }
        Optional<URI> link = spoken ? Optional.empty() : PreviewAddress.read(reply.link());
        if (!spoken && link.isEmpty()) {
            throw silent(scope, answer);
        }
        ExtraInfo info = ExtraInfo.of(reply.extraInfo());
        return new SpokenAudio(
                link,
                info.duration(),
                info.sampleRate(),
                info.bitrate(),
                info.fields().isEmpty() ? Optional.empty() : Optional.of(info.usage()));
    }

    private static VoiceClonerException silent(CallScope scope, Answer<?> answer) {
        VoiceClonerException failure = Refusals.incomplete(Step.SPEAK, scope, answer, "audio, and a link to it");
        return Failures.retold(failure, failure.report().toBuilder().hint(ANOTHER_MODEL));
    }
}
