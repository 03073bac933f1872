package io.voicecloner.minimax;

import io.voicecloner.Delivery;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.http.Answer;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.http.RecordingBody;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedAudio;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import okhttp3.MultipartBody;
import org.jspecify.annotations.Nullable;

/** Brings recordings to the provider: an upload whose answer was lost is looked for before it is repeated. */
final class Uploads {
    private final ProviderApi api;
    private final UploadCloneService service;
    private final UploadPath path;
    private final @Nullable String groupId;
    private final Refusals refusals;
    private final LostUploads lostUploads;
    private final UploadNames names = new UploadNames();

    Uploads(ProviderApi api, UploadCloneService service, UploadPath path, @Nullable String groupId, Refusals refusals) {
        this.api = api;
        this.service = service;
        this.path = path;
        this.groupId = groupId;
        this.refusals = refusals;
        this.lostUploads = new LostUploads(api, service, groupId);
    }

    /**
     * The id under which the recording now lies at the provider.
     *
     * @param recordings told of it
     */
    long upload(String purpose, PreparedAudio.Content audio, Step step, CallScope scope, Recordings recordings) {
        List<String> lost = new ArrayList<>();
        long fileId = api.upload(step, scope, () -> {
            OptionalLong found = lostUploads.find(lost, purpose, audio, scope);
            return found.isPresent() ? found.getAsLong() : once(purpose, audio, step, scope, lost);
        });
        scope.uploaded(Long.toString(fileId));
        recordings.add(fileId, purpose);
        return fileId;
    }

    private long once(String purpose, PreparedAudio.Content audio, Step step, CallScope scope, List<String> lost) {
        String name = names.next(audio.format());
        try {
            return send(purpose, name, audio, step, scope);
        } catch (VoiceClonerException e) {
            // A body that was cut off cannot have been stored.
            if (e.delivery().mayHaveActed() && e.delivery() != Delivery.INCOMPLETE) {
                lost.add(name);
                scope.lost(name);
                throw scope.complete(e);
            }
            throw e;
        }
    }

    private long send(String purpose, String name, PreparedAudio.Content audio, Step step, CallScope scope) {
        Answer<UploadWire.Reply> answer = api.call(
                step,
                scope,
                exchange -> service.upload(
                        path.value(),
                        groupId,
                        MultipartBody.Part.createFormData("purpose", purpose),
                        RecordingBody.part("file", name, audio, step, scope),
                        exchange));
        UploadWire.Reply reply = refusals.successful(step, scope, answer);
        Refusals.requireCode(step, scope, answer, reply.baseResp());
        Long fileId = reply.fileId();
        if (fileId == null || fileId <= 0) {
            throw Refusals.incomplete(step, scope, answer, "file.file_id");
        }
        return fileId;
    }
}
