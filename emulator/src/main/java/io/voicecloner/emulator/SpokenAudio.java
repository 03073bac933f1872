package io.voicecloner.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Map;

/** What a voice says: the recording it was cloned from, so many times over. Never in the heap as a whole. */
record SpokenAudio(StoredRecording recording, AudioFormat format, int times) {

    long bytes() {
        return recording.bytes() * times;
    }

    /** How often a player gets to hear the recording: files of mp3 one after another are one, of the other formats only the first counts. */
    int heard() {
        return format == AudioFormat.MP3 ? times : 1;
    }

    InputStream open() {
        return new RepeatedFile(recording.file(), times);
    }

    void writeTo(OutputStream out) throws IOException {
        for (int turn = 0; turn < times; turn++) {
            Files.copy(recording.file(), out);
        }
    }

    Answer answer() {
        return new Answer(200, format.contentType(), bytes(), this::writeTo, Map.of());
    }
}
