package io.voicecloner.novita;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Usage;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.http.Answer;
import io.voicecloner.http.AnswerFailures;
import io.voicecloner.http.CodeMeaning;
import io.voicecloner.http.PreviewAddress;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.http.SpeechTask;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedSpeech;
import io.voicecloner.spi.SpokenAudio;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Speaks long texts: a task is begun, asked for until it is over, and leaves a link. */
final class SpokenTasks {
    private final ProviderApi api;
    private final SpeechService service;
    private final Refusals refusals;

    SpokenTasks(ProviderApi api, SpeechService service, Refusals refusals) {
        this.api = api;
        this.service = service;
        this.refusals = refusals;
    }

    private record Begun(String id, Optional<Usage> usage) {}

    SpokenAudio speak(PreparedSpeech prepared, String path, SpeechWire.Request body, CallScope scope) {
        Begun task = begun(api.speak(prepared, scope, () -> accepted(path, body, scope)), scope);
        Answer<TaskWire.State> over = SpeechTask.await(api, task.id, scope, () -> ifOver(task.id, scope));
        TaskWire.State state = over.body().orElseThrow();
        if (state.task() != null && state.task().isFailed()) {
            throw failed(task.id, state.task().reason(), over, scope);
        }
        List<URI> links = links(state);
        if (links.size() > 1) {
            scope.warn("The provider gave " + links.size()
                    + " recordings for one task, and only the first of them was fetched.");
        }
        return new SpokenAudio(
                Optional.of(links.get(0)), Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), task.usage);
    }

    private record Accepted(Answer<TaskWire.Created> answer, TaskWire.Created reply) {}

    private Accepted accepted(String path, SpeechWire.Request body, CallScope scope) {
        Answer<TaskWire.Created> answer = api.call(Step.SPEAK, scope, exchange -> service.begin(path, body, exchange));
        return new Accepted(answer, refusals.required(Step.SPEAK, scope, answer));
    }

    /** Judged when nothing is asked for again any more: a task that was begun is not begun again for lack of a name. */
    private static Begun begun(Accepted accepted, CallScope scope) {
        String id = accepted.reply().taskId();
        if (id == null || !Salvage.isUsable(id)) {
            throw AnswerFailures.incomplete(Step.SPEAK, scope, accepted.answer(), "a usable task_id");
        }
        Long characters = accepted.answer()
                .as(TaskWire.Billed.class)
                .map(TaskWire.Billed::characters)
                .orElse(null);
        return new Begun(id, SpokenExtras.usage(characters, null));
    }

    /** The answer that says how it ended. A success without a link is asked for again: it may come. */
    private Optional<Answer<TaskWire.State>> ifOver(String id, CallScope scope) {
        Answer<TaskWire.State> answer = api.call(Step.AWAIT_SPEECH, scope, exchange -> service.ask(id, exchange));
        TaskWire.State state = refusals.required(Step.AWAIT_SPEECH, scope, answer);
        TaskWire.Task task = state.task();
        if (task == null || !task.isSaid()) {
            throw AnswerFailures.incomplete(Step.AWAIT_SPEECH, scope, answer, "task.status");
        }
        if (task.isDone() && links(state).isEmpty()) {
            throw AnswerFailures.incomplete(Step.AWAIT_SPEECH, scope, answer, "a link to the audio");
        }
        return task.isDone() || task.isFailed() ? Optional.of(answer) : Optional.empty();
    }

    private static List<URI> links(TaskWire.State state) {
        return state.addresses().stream()
                .flatMap(address -> PreviewAddress.read(address).stream())
                .toList();
    }

    private VoiceClonerException failed(String id, @Nullable String reason, Answer<?> answer, CallScope scope) {
        CodeMeaning meaning = new CodeMeaning(
                Category.PROVIDER_UNAVAILABLE,
                Reason.PROVIDER_FAULT,
                Delivery.DONE,
                "the provider's task " + SpeechTask.printable(id, scope) + " failed",
                "It is over; what it says of itself is all that is known. Asked for again, the text may be billed again.",
                null);
        return refusals.ofTask(scope, answer, reason)
                .orElseGet(() -> AnswerFailures.ofCode(Step.AWAIT_SPEECH, scope, answer, meaning, null, reason));
    }
}
