package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import java.io.IOException;

/**
 * {@code extra_info} of a clone with preview (spec/001), true of the recording that is played back. What cannot be known is left
 * out: of mp3 and m4a only the size is told.
 */
final class ExtraInfo {
    private ExtraInfo() {}

    /** The {@code words} are what of the text is spoken. */
    static JsonObject of(StoredRecording preview, String text, String words) throws IOException {
        JsonObject info = new JsonObject();
        WavHeader wav = preview.format() == AudioFormat.WAV ? WavHeader.read(preview.file()) : null;
        if (wav != null) {
            info.addProperty("audio_length", wav.milliseconds());
            info.addProperty("audio_sample_rate", wav.sampleRate());
        }
        info.addProperty("audio_size", preview.bytes());
        if (wav != null) {
            info.addProperty("bitrate", wav.bytesPerSecond() * 8);
        }
        info.addProperty(
                "word_count",
                words.codePoints().filter(Character::isLetterOrDigit).count());
        // How the provider weighs characters for billing is not documented; here each counts once.
        info.addProperty("usage_characters", text.codePointCount(0, text.length()));
        return info;
    }
}
