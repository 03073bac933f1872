package io.voicecloner.emulator;

import com.google.gson.JsonObject;

/**
 * Novita's and Highway's reply for the models before 2.8: {@code audio}, in a stream with {@code status}; no page of theirs knows
 * {@code stream_options}, and the last chunk of a stream has no audio (wire-facts 2.4).
 */
final class FlatSpeech implements SpeechShape {

    @Override
    public JsonObject whole(String audio) {
        JsonObject reply = new JsonObject();
        reply.addProperty("audio", audio);
        return reply;
    }

    @Override
    public JsonObject chunk(String hex) {
        return withStatus(whole(hex), 1);
    }

    @Override
    public JsonObject aggregatedEnd(String hex) {
        return withStatus(whole(hex), 2);
    }

    @Override
    public JsonObject end() {
        return withStatus(new JsonObject(), 2);
    }

    @Override
    public boolean aggregates() {
        return false;
    }

    private static JsonObject withStatus(JsonObject reply, int status) {
        reply.addProperty("status", status);
        return reply;
    }
}
