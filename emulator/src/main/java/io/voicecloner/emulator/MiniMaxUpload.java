package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /files/upload} (spec/000; reply: wire-facts 1.2). The bytes are not judged here: a real account uploaded unusable
 * audio without complaint and was refused only when cloning from it (wire-facts 1.5, code 1000).
 */
final class MiniMaxUpload implements Route {

    /** The purposes cloning has a use for (spec/000). */
    private static final Set<String> PURPOSES = Set.of("voice_clone", "prompt_audio");

    private final String provider;
    private final Account account;
    private final RecordingStore recordings;
    private final FileIds fileIds;
    private final Clock clock;

    MiniMaxUpload(String provider, Account account, RecordingStore recordings, FileIds fileIds, Clock clock) {
        this.provider = provider;
        this.account = account;
        this.recordings = recordings;
        this.fileIds = fileIds;
        this.clock = clock;
    }

    @Override
    public Answer answer(Exchange exchange) throws IOException {
        if (!exchange.hasMediaType("multipart/form-data")) {
            throw new BadRequest("Content-Type must be multipart/form-data");
        }
        try (UploadForm form = exchange.form(recordings)) {
            String purpose = purpose(form.text("purpose"));
            UploadForm.UploadedFile file = form.file("file");
            if (file == null) {
                throw new BadRequest("file is required");
            }
            return reply(keep(purpose, file.name(), stored(file)));
        }
    }

    private static String purpose(@Nullable String purpose) {
        if (purpose == null) {
            throw new BadRequest("purpose is required");
        }
        if (!PURPOSES.contains(purpose)) {
            throw new BadRequest("purpose must be voice_clone or prompt_audio");
        }
        return purpose;
    }

    private StoredRecording stored(UploadForm.UploadedFile file) throws IOException {
        if (file.bytes() == 0) {
            throw new BadRequest("file is empty");
        }
        if (file.bytes() > RecordingStore.MAX_BYTES) {
            throw new BadRequest("file is larger than 20 MB");
        }
        try (InputStream content = file.open()) {
            return recordings.store(content);
        }
    }

    private ReceivedUpload keep(String purpose, String fileName, StoredRecording recording) {
        ReceivedUpload upload = new ReceivedUpload(
                provider,
                fileIds.next(),
                purpose,
                fileName,
                recording.bytes(),
                recording.sha256(),
                clock.instant(),
                false);
        account.add(new Account.Upload(upload, recording));
        return upload;
    }

    private static Answer reply(ReceivedUpload upload) {
        JsonObject body = new JsonObject();
        body.add("file", MiniMaxFiles.facts(upload));
        body.add("base_resp", MiniMaxRefusal.success());
        return Answer.json(200, body);
    }
}
