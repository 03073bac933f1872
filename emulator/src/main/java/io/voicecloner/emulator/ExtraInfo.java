package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * {@code extra_info} of a clone with preview (spec/001), true of the recording that is played back. What the recording does not
 * tell is left out.
 */
final class ExtraInfo {
    private ExtraInfo() {}

    /** The {@code words} are what of the text is spoken. */
    static JsonObject of(StoredRecording preview, String text, String words) {
        JsonObject info = new JsonObject();
        @Nullable Sound sound = preview.sound();
        if (sound != null && sound.duration() != null) {
            info.addProperty("audio_length", sound.duration().toMillis());
        }
        if (sound != null && sound.sampleRate() != null) {
            info.addProperty("audio_sample_rate", sound.sampleRate());
        }
        info.addProperty("audio_size", preview.bytes());
        if (sound != null && sound.bitrate() != null) {
            info.addProperty("bitrate", sound.bitrate());
        }
        info.addProperty(
                "word_count",
                words.codePoints().filter(Character::isLetterOrDigit).count());
        // How the provider weighs characters for billing is not documented; here each counts once.
        info.addProperty("usage_characters", text.codePointCount(0, text.length()));
        return info;
    }
}
