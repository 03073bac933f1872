package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;

/** Asks an emulator to speak, with a voice cloned from ten seconds of mp3 or so. */
final class SpeechClient {
    static final String VOICE = "MiniMax001";

    private final Client client;
    private final byte[] recording = Sounds.mp3();
    private int published;

    SpeechClient(Emulator emulator) {
        client = new Client(emulator);
    }

    byte[] recording() {
        return recording;
    }

    /** At a provider that takes uploads. */
    SpeechClient cloneAt(String provider) throws IOException, InterruptedException {
        long fileId = client.fileId(provider, "voice_clone", recording);
        client.call(provider, "/voice_clone", "{\"file_id\":" + fileId + ",\"voice_id\":\"" + VOICE + "\"}");
        return this;
    }

    /** At a provider that fetches; tells the voice id. */
    String cloneAt(String provider, AudioServer audio) throws IOException, InterruptedException {
        String url = audio.publish("/" + provider + ++published + ".mp3", recording);
        return client.call(provider, "/minimax-voice-cloning", "{\"audio_url\":\"" + url + "\"}")
                .get("voice_id")
                .getAsString();
    }

    HttpResponse<String> speak(String more) throws IOException, InterruptedException {
        return client.post("minimax", "/t2a_v2", body(more));
    }

    HttpResponse<String> stream() throws IOException, InterruptedException {
        return speak(",\"stream\":true,\"stream_options\":{\"exclude_aggregated_audio\":true}");
    }

    JsonObject begin(String more) throws IOException, InterruptedException {
        return client.call("minimax", "/t2a_async_v2", body(more));
    }

    JsonObject query(JsonObject begun) throws IOException, InterruptedException {
        return Client.json(client.get(
                "minimax",
                "/query/t2a_async_query_v2?task_id=" + begun.get("task_id").getAsString()));
    }

    /** A text, a model and the voice, unless there is another. */
    static String body(String more) {
        return "{\"model\":\"speech-02-hd\",\"voice_setting\":{\"voice_id\":\"" + VOICE + "\"}"
                + (more.contains("\"text\"") ? "" : ",\"text\":\"Hi\"") + more + "}";
    }
}
