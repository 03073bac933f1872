package io.voicecloner.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a file once it is uploaded (wire-facts 1.2; platform.minimax.io, file-management-list, -retrieve and
 * -delete). No page names a code for a file that does not exist; 2013 is the only one of their codes that fits.
 */
final class MiniMaxFiles {

    /** Those of all three pages. Files of some can never be here, but asking for them is right. */
    private static final Set<String> PURPOSES =
            Set.of("voice_clone", "prompt_audio", "t2a_async_input", "t2a_async", "video_generation");

    /** Of what a task made. */
    private static final String MADE = "t2a_async";

    private final HostRules rules;
    private final Account account;
    private final Previews previews;
    private final VoiceSources sources;
    private final RecordingStore recordings;
    private final Gateway gateway;

    MiniMaxFiles(
            HostRules rules,
            Account account,
            Previews previews,
            VoiceSources sources,
            RecordingStore recordings,
            Gateway gateway) {
        this.rules = rules;
        this.gateway = gateway;
        this.account = account;
        this.previews = previews;
        this.sources = sources;
        this.recordings = recordings;
    }

    /**
     * {@code GET /files/list}. Without {@code purpose} all files are listed: MiniMax's page calls it required, a transcription of
     * its OpenAPI optional (wire-facts 1.2, TRY).
     */
    Answer list(Exchange exchange) {
        String purpose = QueryFields.of(exchange).optionalText("purpose");
        checkPurpose(purpose);
        JsonArray files = new JsonArray();
        account.uploads().stream()
                .filter(upload -> !upload.deleted())
                .filter(upload -> purpose == null || upload.purpose().equals(purpose))
                .forEach(upload -> files.add(facts(upload)));
        if (purpose == null || purpose.equals(MADE)) {
            account.tasks().withFile().forEach(task -> files.add(facts(task, gateway.file(task))));
        }
        JsonObject body = new JsonObject();
        body.add("files", files);
        body.add("base_resp", MiniMaxRefusal.success());
        return Answer.json(200, body);
    }

    /**
     * {@code GET /files/retrieve?file_id=}. Only what the provider made has a {@code download_url}, a new one each time; a key is
     * not asked for there.
     */
    Answer retrieve(Exchange exchange) {
        long fileId = QueryFields.of(exchange).int64("file_id");
        SpeechTask task = account.tasks().ofFile(fileId);
        JsonObject body = new JsonObject();
        body.add("file", task == null ? facts(existing(fileId).facts()) : downloadable(exchange, task));
        body.add("base_resp", MiniMaxRefusal.success());
        return Answer.json(200, body);
    }

    private JsonObject downloadable(Exchange exchange, SpeechTask task) {
        TaskFile file = gateway.file(task);
        String extension = file.name().substring(file.name().lastIndexOf('.') + 1);
        JsonObject facts = facts(task, file);
        facts.addProperty(
                "download_url",
                exchange.origin() + previews.publish(rules.name(), file.content(), extension, rules.taskUrlLife()));
        return facts;
    }

    /**
     * {@code GET /files/retrieve_content?file_id=}: the bytes themselves (wire-facts 1.2). Of uploads it is refused: no page says
     * that they can be fetched back.
     */
    Answer content(Exchange exchange) {
        SpeechTask task = account.tasks().ofFile(QueryFields.of(exchange).int64("file_id"));
        if (task == null) {
            throw new BadRequest("file_id is unknown");
        }
        return gateway.file(task).content();
    }

    /**
     * {@code POST /files/delete}. Both members are required, and the purpose must be the file's. Voices made from it
     * and their previews outlive it.
     */
    Answer delete(Exchange exchange) throws IOException {
        JsonFields request = exchange.json();
        long fileId = request.int64("file_id");
        String purpose = request.text("purpose");
        checkPurpose(purpose);
        delete(fileId, purpose);
        JsonObject body = new JsonObject();
        body.addProperty("file_id", fileId);
        body.add("base_resp", MiniMaxRefusal.success());
        return Answer.json(200, body);
    }

    /** In one step for clones: see {@link MiniMaxClone}. */
    private void delete(long fileId, String purpose) throws IOException {
        synchronized (account) {
            SpeechTask task = account.tasks().ofFile(fileId);
            if (task != null && purpose.equals(MADE)) {
                task.deleteFile();
                return;
            }
            Account.Upload upload = existing(fileId);
            if (!upload.facts().purpose().equals(purpose)) {
                throw new BadRequest("purpose is not that of the file");
            }
            account.deleteUpload(fileId);
            if (!previews.plays(upload.recording()) && !sources.keeps(upload.recording())) {
                recordings.delete(upload.recording());
            }
        }
    }

    private Account.Upload existing(long fileId) {
        Account.Upload upload = account.upload(fileId);
        if (upload == null) {
            throw new BadRequest("file_id is unknown");
        }
        return upload;
    }

    private static void checkPurpose(@Nullable String purpose) {
        if (purpose != null && !PURPOSES.contains(purpose)) {
            throw new BadRequest("purpose is unknown");
        }
    }

    private static JsonObject facts(SpeechTask task, TaskFile content) {
        JsonObject file = new JsonObject();
        file.addProperty("file_id", task.fileId());
        file.addProperty("bytes", content.content().length());
        file.addProperty("created_at", task.createdAt().getEpochSecond());
        file.addProperty("filename", content.name());
        file.addProperty("purpose", MADE);
        return file;
    }

    /** The file object of every answer about files. */
    static JsonObject facts(ReceivedUpload upload) {
        JsonObject file = new JsonObject();
        file.addProperty("file_id", upload.fileId());
        file.addProperty("bytes", upload.bytes());
        file.addProperty("created_at", upload.createdAt().getEpochSecond());
        file.addProperty("filename", upload.fileName());
        file.addProperty("purpose", upload.purpose());
        return file;
    }
}
