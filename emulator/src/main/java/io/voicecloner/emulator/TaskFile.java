package io.voicecloner.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What MiniMax makes of a task: by its page audio, sentences with their times and a JSON file about the audio
 * (platform.minimax.io, speech-t2a-async-create), which come as one tar of {@code content-ID.mp3}, {@code .titles} and
 * {@code .extra} in a directory (seen in public code). Behind a gateway with {@link Quirk#PLAIN_ASYNC_FILE} it is the audio alone.
 */
record TaskFile(String name, Answer content) {

    static TaskFile of(SpeechTask task, boolean plain) {
        String id = Long.toString(task.fileId());
        SpokenAudio audio = task.audio();
        String audioName = "content-" + id + "." + audio.format().extension();
        if (plain) {
            return new TaskFile(audioName, audio.answer());
        }
        JsonObject info = SpeechInfo.of(audio, task.request());
        TarFile tar = new TarFile(List.of(
                new TarFile.Entry(id + "/" + audioName, audio.bytes(), audio::writeTo),
                text(id + "/content-" + id + ".titles", titles(task.request().text(), info)),
                text(id + "/content-" + id + ".extra", info.toString())));
        return new TaskFile(id + ".tar", new Answer(200, "application/x-tar", tar.bytes(), tar::writeTo, Map.of()));
    }

    /** The whole text as one sentence: nothing is synthesized, so nothing is known of when a word is heard. */
    private static String titles(String text, JsonObject info) {
        JsonObject sentence = new JsonObject();
        sentence.addProperty("text", text);
        sentence.addProperty("pronounce_text", text);
        sentence.addProperty("time_begin", 0);
        if (info.has("audio_length")) {
            sentence.add("time_end", info.get("audio_length"));
        }
        sentence.addProperty("text_begin", 0);
        sentence.addProperty("text_end", text.codePointCount(0, text.length()));
        JsonArray titles = new JsonArray();
        titles.add(sentence);
        return titles.toString();
    }

    private static TarFile.Entry text(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new TarFile.Entry(name, bytes.length, out -> out.write(bytes));
    }
}
