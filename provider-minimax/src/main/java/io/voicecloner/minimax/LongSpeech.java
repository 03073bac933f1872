package io.voicecloner.minimax;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Usage;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.http.Answer;
import io.voicecloner.http.PreviewAddress;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.http.SpeechTask;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.PreparedSpeech;
import io.voicecloner.spi.SpokenAudio;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Has a long text spoken by a task: begins it, asks until it is done, and finds out where its file is. */
final class LongSpeech {
    private final ProviderApi api;
    private final SpeechService service;
    private final @Nullable String groupId;
    private final Refusals refusals;

    LongSpeech(ProviderApi api, SpeechService service, @Nullable String groupId, Refusals refusals) {
        this.api = api;
        this.service = service;
        this.groupId = groupId;
        this.refusals = refusals;
    }

    private record Begin(Answer<TaskWire.Begun> answer, TaskWire.Begun reply) {}

    /** How a task ended, and where its audio is if it ended well. */
    private record Ended(String status, String fileId) {
        boolean well() {
            return status.equals("success");
        }
    }

    SpokenAudio speak(PreparedSpeech request, CallScope scope) {
        TaskWire.Request body = TaskWire.Request.of(request);
        TaskWire.Begun begun = begun(api.speak(request, scope, () -> begin(body, scope)), scope);
        String taskId = String.valueOf(begun.taskId());
        Ended ended = SpeechTask.await(api, taskId, scope, () -> ask(taskId, begun.fileId(), scope));
        if (!ended.well()) {
            throw failed(ended.status(), taskId, scope);
        }
        URI link = found(taskId, ended.fileId(), scope);
        Usage usage = new Usage(ExtraInfo.whole(begun.usageCharacters()), OptionalLong.empty());
        return new SpokenAudio(
                Optional.of(link),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                usage.characters().isPresent() ? Optional.of(usage) : Optional.empty());
    }

    private Begin begin(TaskWire.Request body, CallScope scope) {
        Answer<TaskWire.Begun> answer = api.call(Step.SPEAK, scope, exchange -> service.begin(groupId, body, exchange));
        return new Begin(answer, refusals.successful(Step.SPEAK, scope, answer));
    }

    /** Judged when nothing is asked for again any more: a task that was begun is not begun again for lack of a name. */
    private static TaskWire.Begun begun(Begin begin, CallScope scope) {
        Refusals.requireCode(Step.SPEAK, scope, begin.answer(), begin.reply().baseResp());
        if (!present(begin.reply().taskId())) {
            throw Refusals.incomplete(Step.SPEAK, scope, begin.answer(), "task_id");
        }
        return begin.reply();
    }

    /** The documents write its status with a capital in one place and without in another; one that they do not know may lead on. */
    private Optional<Ended> ask(String taskId, @Nullable String promised, CallScope scope) {
        Answer<TaskWire.State> answer =
                api.call(Step.AWAIT_SPEECH, scope, exchange -> service.ask(groupId, taskId, exchange));
        TaskWire.State state = refusals.successful(Step.AWAIT_SPEECH, scope, answer);
        if (state.status() == null) {
            throw Refusals.incomplete(Step.AWAIT_SPEECH, scope, answer, "status");
        }
        String status = state.status().strip().toLowerCase(Locale.ROOT);
        String fileId = present(state.fileId()) ? state.fileId() : promised;
        return switch (status) {
            case "success" -> {
                if (!present(fileId)) {
                    throw Refusals.incomplete(Step.AWAIT_SPEECH, scope, answer, "file_id");
                }
                yield Optional.of(new Ended(status, String.valueOf(fileId)));
            }
            case "failed", "expired" -> Optional.of(new Ended(status, ""));
            default -> Optional.empty();
        };
    }

    /** As patiently as the task was waited for: it is paid for, and nothing else leads to its file. */
    private URI found(String taskId, String fileId, CallScope scope) {
        try {
            return SpeechTask.await(api, taskId, scope, () -> Optional.of(link(fileId, scope)));
        } catch (VoiceClonerException e) {
            String hint = e.hint().map(words -> words + ' ').orElse("")
                    + "The speech was made; the provider keeps it as file " + SpeechTask.printable(fileId, scope) + '.';
            throw Failures.retold(e, e.report().toBuilder().hint(hint));
        }
    }

    private URI link(String fileId, CallScope scope) {
        Answer<FilesWire.Retrieved> answer =
                api.call(Step.AWAIT_SPEECH, scope, exchange -> service.retrieve(groupId, fileId, exchange));
        FilesWire.Retrieved retrieved = refusals.successful(Step.AWAIT_SPEECH, scope, answer);
        return PreviewAddress.read(retrieved.downloadUrl())
                .orElseThrow(() -> Refusals.incomplete(Step.AWAIT_SPEECH, scope, answer, "file.download_url"));
    }

    private static VoiceClonerException failed(String status, String taskId, CallScope scope) {
        boolean expired = status.equals("expired");
        return Failures.exception(scope.failure(
                        Category.PROVIDER_UNAVAILABLE,
                        expired ? Reason.EXPIRED : Reason.PROVIDER_FAULT,
                        Step.AWAIT_SPEECH,
                        expired
                                ? "the task that speaks the text expired before it was done"
                                : "the task that speaks the text failed")
                .delivery(Delivery.REJECTED)
                .traceId(scope.lastTraceId().orElse(null))
                .hint("Tell the provider's support the task id " + SpeechTask.printable(taskId, scope)
                        + ", or speak the text in shorter parts."));
    }

    private static boolean present(@Nullable String id) {
        return id != null && !id.isBlank() && !id.equals("0");
    }
}
