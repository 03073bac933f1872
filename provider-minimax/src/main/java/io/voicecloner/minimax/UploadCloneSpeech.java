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
        return audio(body, api.speak(request, scope, () -> once(body, output, scope)), scope);
    }

    /** A success, as far as nothing says otherwise. */
    private record Spoken(Answer<SpeechWire.Reply> answer, SpeechWire.Reply reply) {}

    private Spoken once(SpeechWire.Request body, AudioOutput output, CallScope scope) {
        Answer<SpeechWire.Reply> answer =
                api.callForAudio(scope, output, exchange -> service.speak(groupId, body, exchange));
        return new Spoken(answer, refusals.successful(Step.SPEAK, scope, answer));
    }

    /** Judged when nothing is asked for again any more: what a whole answer lacks, the next one would lack too, and cost as much. */
    private static SpokenAudio audio(SpeechWire.Request body, Spoken spoken, CallScope scope) {
        SpeechWire.Reply reply = spoken.reply();
        boolean heard = spoken.answer().audioBytes() > 0;
        // A stream that came to its last event says by that that it is whole.
        if (!(body.stream() && heard)) {
            Refusals.requireCode(Step.SPEAK, scope, spoken.answer(), reply.baseResp());
        }
        Optional<URI> link = heard ? Optional.empty() : PreviewAddress.read(reply.link());
        if (!heard && link.isEmpty()) {
            throw silent(scope, spoken.answer());
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
