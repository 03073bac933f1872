package io.voicecloner.emulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A synthesis that is asked for now and fetched later. Thread-safe. */
final class SpeechTask {
    private final String id;
    private final long fileId;
    private final SpeechRequest request;
    private final SpokenAudio audio;
    private final Instant createdAt;
    private final TaskEnd end;
    private final int queriesBefore;
    private int queries;
    private boolean deleted;

    /** How it ends, and after how many queries, is decided here. */
    SpeechTask(String id, long fileId, SpeechRequest request, SpokenAudio audio, Instant createdAt, SpeechSettings s) {
        this.id = id;
        this.fileId = fileId;
        this.request = request;
        this.audio = audio;
        this.createdAt = createdAt;
        end = s.taskEnd();
        queriesBefore = s.taskQueries();
    }

    String id() {
        return id;
    }

    long fileId() {
        return fileId;
    }

    SpeechRequest request() {
        return request;
    }

    SpokenAudio audio() {
        return audio;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Counts as one query; null when it goes on. */
    synchronized @Nullable TaskEnd queried() {
        queries++;
        return queries > queriesBefore ? end : null;
    }

    /** Whether it was not yet asked about more than once. */
    synchronized boolean isNew() {
        return queries <= 1;
    }

    /** Whether a query has said that its audio is there, and it was not deleted since. */
    synchronized boolean hasFile() {
        return queries > queriesBefore && end == TaskEnd.SUCCEEDED && !deleted;
    }

    synchronized void deleteFile() {
        deleted = true;
    }
}
