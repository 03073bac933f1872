package io.voicecloner.minimax;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What one call uploaded, for it to be deleted again. Thread-safe: recording and prompt audio are uploaded at the same time. */
final class Recordings {
    private final List<FilesWire.Delete> uploaded = new CopyOnWriteArrayList<>();

    void add(long fileId, String purpose) {
        uploaded.add(new FilesWire.Delete(fileId, purpose));
    }

    List<FilesWire.Delete> uploaded() {
        return List.copyOf(uploaded);
    }
}
