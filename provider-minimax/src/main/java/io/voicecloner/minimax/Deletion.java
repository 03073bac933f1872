package io.voicecloner.minimax;

import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.http.Answer;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes recordings that were uploaded, once the clone has ended, however it ended ({@code POST files/delete}, wire-facts 1.2). */
final class Deletion {
    /** How much longer a caller waits for it, whose call may have been given up. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ProviderApi api;
    private final UploadCloneService service;
    private final @Nullable String groupId;
    private final Refusals refusals;

    Deletion(ProviderApi api, UploadCloneService service, @Nullable String groupId, Refusals refusals) {
        this.api = api;
        this.service = service;
        this.groupId = groupId;
        this.refusals = refusals;
    }

    /** The ids of those that could not be deleted; the scope forgets the others and is told of these. */
    List<String> of(Recordings recordings, CallScope scope) {
        List<String> left = new ArrayList<>();
        api.afterwards(scope, LONGEST, after -> {
            for (FilesWire.Delete recording : recordings.uploaded()) {
                String id = Long.toString(recording.fileId());
                try {
                    api.delete(Step.DELETE_RECORDING, after, () -> once(recording, after));
                    scope.deleted(id);
                } catch (VoiceClonerException e) {
                    left.add(id);
                    scope.warn("The recording " + id + " was uploaded and could not be deleted again: "
                            + e.report().summary() + '.');
                }
            }
        });
        return left;
    }

    private void once(FilesWire.Delete recording, CallScope scope) {
        Answer<FilesWire.Deleted> answer =
                api.call(Step.DELETE_RECORDING, scope, exchange -> service.deleteFile(groupId, recording, exchange));
        FilesWire.Deleted deleted = refusals.successful(Step.DELETE_RECORDING, scope, answer);
        Refusals.requireCode(Step.DELETE_RECORDING, scope, answer, deleted.baseResp());
    }
}
