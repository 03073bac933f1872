package io.voicecloner.emulator;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The recordings that voices were cloned from, and so what they speak with: of every content one, until the emulator closes. The
 * provider goes on speaking with a voice after its upload was deleted. Thread-safe.
 */
final class VoiceSources {
    private final Map<String, StoredRecording> bySha256 = new HashMap<>();

    /** From now on a recording of this content stays; another one may be that already. */
    synchronized void keep(StoredRecording recording) {
        bySha256.putIfAbsent(recording.sha256(), recording);
    }

    /** Whether it is this file that stays, not just one like it. */
    synchronized boolean keeps(StoredRecording recording) {
        StoredRecording kept = bySha256.get(recording.sha256());
        return kept != null && kept.file().equals(recording.file());
    }

    /** Null for a voice whose recording was never kept. */
    synchronized @Nullable StoredRecording of(EmulatedVoice voice) {
        return bySha256.get(voice.source().sha256());
    }
}
