package io.voicecloner.emulator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one provider knows: uploads, voices, what was spoken. Thread-safe; every method is one step. */
final class Account {

    /** An uploaded file and where its bytes lie. */
    record Upload(ReceivedUpload facts, StoredRecording recording) {}

    private final Voices voices;
    private final Map<Long, Upload> uploads = new LinkedHashMap<>();
    private final List<EmulatedSynthesis> syntheses = new ArrayList<>();
    private final SpeechTasks tasks = new SpeechTasks();
    private final Map<String, Integer> creates = new HashMap<>();

    Account(Clock clock) {
        voices = new Voices(clock);
    }

    synchronized void add(Upload upload) {
        uploads.put(upload.facts().fileId(), upload);
    }

    /** Null when there never was one, and when it was deleted. */
    synchronized @Nullable Upload upload(long fileId) {
        Upload upload = uploads.get(fileId);
        return upload == null || upload.facts().deleted() ? null : upload;
    }

    /** From now on no clone can name it. Its bytes are the caller's to delete. */
    synchronized void deleteUpload(long fileId) {
        uploads.computeIfPresent(
                fileId, (id, upload) -> new Upload(upload.facts().asDeleted(), upload.recording()));
    }

    /** The deleted ones included. */
    synchronized List<ReceivedUpload> uploads() {
        return uploads.values().stream().map(Upload::facts).toList();
    }

    /** False, and nothing changed, when the id is taken. */
    boolean add(EmulatedVoice voice) {
        return voices.add(voice);
    }

    /** Those that are gone included. */
    List<EmulatedVoice> voices() {
        return voices.all();
    }

    /** Null when there is no such voice now. */
    @Nullable
    EmulatedVoice voice(String voiceId) {
        return voices.living(voiceId);
    }

    /** False when there is no such voice now. To be called by whatever speaks with a voice. */
    boolean useVoice(String voiceId) {
        return voices.use(voiceId);
    }

    /** The voice as it was, null when there is no such voice now. */
    @Nullable
    EmulatedVoice deleteVoice(String voiceId) {
        return voices.delete(voiceId);
    }

    SpeechTasks tasks() {
        return tasks;
    }

    synchronized void add(EmulatedSynthesis synthesis) {
        syntheses.add(synthesis);
    }

    synchronized List<EmulatedSynthesis> syntheses() {
        return List.copyOf(syntheses);
    }

    synchronized void countCreate(String voiceId) {
        creates.merge(voiceId, 1, Integer::sum);
    }

    synchronized int creates(String voiceId) {
        return creates.getOrDefault(voiceId, 0);
    }
}
