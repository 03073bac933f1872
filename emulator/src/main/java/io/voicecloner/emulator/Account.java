package io.voicecloner.emulator;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one provider knows: uploads and voices. Thread-safe; every method is one step. */
final class Account {

    /** An uploaded file and where its bytes lie. */
    record Upload(ReceivedUpload facts, StoredRecording recording) {}

    private final Map<Long, Upload> uploads = new LinkedHashMap<>();
    private final Map<String, EmulatedVoice> voices = new LinkedHashMap<>();
    private final Map<String, Integer> creates = new HashMap<>();

    synchronized void add(Upload upload) {
        uploads.put(upload.facts().fileId(), upload);
    }

    synchronized @Nullable Upload upload(long fileId) {
        return uploads.get(fileId);
    }

    synchronized List<ReceivedUpload> uploads() {
        return uploads.values().stream().map(Upload::facts).toList();
    }

    /** False, and nothing changed, when the id was used before. */
    synchronized boolean add(EmulatedVoice voice) {
        return voices.putIfAbsent(voice.voiceId(), voice) == null;
    }

    synchronized List<EmulatedVoice> voices() {
        return List.copyOf(voices.values());
    }

    synchronized void countCreate(String voiceId) {
        creates.merge(voiceId, 1, Integer::sum);
    }

    synchronized int creates(String voiceId) {
        return creates.getOrDefault(voiceId, 0);
    }
}
