package io.voicecloner.novita;

import io.voicecloner.Step;
import io.voicecloner.http.Answer;
import io.voicecloner.http.AnswerFailures;
import io.voicecloner.http.PreviewAddress;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.spi.AudioOutput;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedSpeech;
import io.voicecloner.spi.SpeechDelivery;
import io.voicecloner.spi.SpeechSession;
import io.voicecloner.spi.SpokenAudio;
import java.net.URI;
import java.util.Optional;

/** The dialect's speech: one request at the path of the model, and the audio or a link to it in the answer; or a task. */
final class UrlCloneSpeech implements SpeechSession {
    private final UrlCloneProfile profile;
    private final ProviderApi api;
    private final SpeechService service;
    private final Refusals refusals;
    private final SpokenTasks tasks;

    UrlCloneSpeech(UrlCloneProfile profile, ProviderApi api, Refusals refusals) {
        this.profile = profile;
        this.api = api;
        this.service = api.service(SpeechService.class);
        this.refusals = refusals;
        this.tasks = new SpokenTasks(api, service, refusals);
    }

    @Override
    public SpokenAudio speak(PreparedSpeech prepared, AudioOutput output, CallScope scope) {
        SpeechModel model = profile.model(prepared.model());
        SpeechWire.Request body = SpeechWire.Request.of(prepared.request(), prepared.delivery(), model);
        return prepared.delivery() == SpeechDelivery.TASK
                ? tasks.speak(prepared, model.taskPath(), body, scope)
                : audio(api.speak(prepared, scope, () -> spoken(model.path(), body, output, scope)), scope);
    }

    /** A success, as far as nothing says otherwise. */
    private record Spoken(Answer<SpeechWire.Reply> answer, SpeechWire.Reply reply) {}

    private Spoken spoken(String path, SpeechWire.Request body, AudioOutput output, CallScope scope) {
        Answer<SpeechWire.Reply> answer =
                api.callForAudio(scope, output, exchange -> service.speak(path, body, exchange));
        return new Spoken(answer, refusals.required(Step.SPEAK, scope, answer));
    }

    /** Judged when nothing is asked for again any more: what a whole answer lacks, the next one would lack too, and cost as much. */
    private static SpokenAudio audio(Spoken spoken, CallScope scope) {
        Answer<SpeechWire.Reply> answer = spoken.answer();
        Optional<URI> link = spoken.reply().heard().flatMap(PreviewAddress::read);
        if (answer.audioBytes() == 0 && link.isEmpty()) {
            throw AnswerFailures.incomplete(Step.SPEAK, scope, answer, "any audio, and a link to it");
        }
        return SpokenExtras.read(answer, answer.audioBytes() == 0 ? link : Optional.empty());
    }
}
