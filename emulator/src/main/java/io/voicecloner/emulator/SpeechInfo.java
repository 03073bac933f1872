package io.voicecloner.emulator;

import com.google.gson.JsonObject;

/** {@code extra_info} of a synthesis (wire-facts 1.4), true of the audio that is sent. What the recording does not tell is left out. */
final class SpeechInfo {
    private SpeechInfo() {}

    static JsonObject of(SpokenAudio audio, SpeechRequest request) {
        String words = Interjections.words(request.text(), request.model());
        JsonObject info = ExtraInfo.of(audio.recording(), request.text(), words);
        if (info.has("audio_length")) {
            info.addProperty("audio_length", info.get("audio_length").getAsLong() * audio.heard());
        }
        info.addProperty("audio_size", audio.bytes());
        info.addProperty("invisible_character_ratio", Characters.invisibleRatio(request.text()));
        info.addProperty("audio_format", audio.format().extension());
        return info;
    }
}
