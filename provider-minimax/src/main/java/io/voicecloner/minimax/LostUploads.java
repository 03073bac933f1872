package io.voicecloner.minimax;

import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.http.Answer;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedAudio;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Looks for uploads whose answers were lost, by the names they were given, which occur nowhere else. The list is documented for MiniMax
 * itself and unknown of gateways: whatever goes wrong here means "not found", and the recording is uploaded again.
 */
final class LostUploads {
    /** A list that does not come is no reason to keep a recording from being uploaded again. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(15);

    private final ProviderApi api;
    private final UploadCloneService service;
    private final @Nullable String groupId;

    LostUploads(ProviderApi api, UploadCloneService service, @Nullable String groupId) {
        this.api = api;
        this.service = service;
        this.groupId = groupId;
    }

    /** The id of a recording that was uploaded whole under one of these names. Names that are not found stay known as lost. */
    OptionalLong find(List<String> names, String purpose, PreparedAudio.Content audio, CallScope scope) {
        if (names.isEmpty()) {
            return OptionalLong.empty();
        }
        Optional<FilesWire.File> found = list(purpose, scope).stream()
                .filter(Objects::nonNull)
                .filter(file -> names.contains(file.filename()))
                .filter(file -> file.bytes() == null || file.bytes() == audio.length())
                .filter(file -> file.fileId() != null && file.fileId() > 0)
                .findFirst();
        found.map(FilesWire.File::filename).ifPresent(scope::found);
        return found.map(FilesWire.File::fileId).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private List<FilesWire.@Nullable File> list(String purpose, CallScope scope) {
        try {
            Answer<FilesWire.Reply> answer = api.call(
                    Step.UPLOAD, scope.child(LONGEST_LOOK), exchange -> service.files(groupId, purpose, exchange));
            return answer.body()
                    .filter(FilesWire.Reply::isSuccess)
                    .map(FilesWire.Reply::files)
                    .orElse(List.of());
        } catch (VoiceClonerException e) {
            return List.of();
        }
    }
}
