package io.voicecloner.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tasks of one account. Thread-safe. */
final class SpeechTasks {
    private final Map<String, SpeechTask> tasks = new LinkedHashMap<>();

    synchronized void add(SpeechTask task) {
        tasks.put(task.id(), task);
    }

    synchronized @Nullable SpeechTask get(String id) {
        return tasks.get(id);
    }

    /** Those whose file there is, oldest first. */
    synchronized List<SpeechTask> withFile() {
        return tasks.values().stream().filter(SpeechTask::hasFile).toList();
    }

    /** Null when there is no such file, not yet or no more. */
    @Nullable
    SpeechTask ofFile(long fileId) {
        return withFile().stream()
                .filter(task -> task.fileId() == fileId)
                .findFirst()
                .orElse(null);
    }
}
