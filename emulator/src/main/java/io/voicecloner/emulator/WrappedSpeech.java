package io.voicecloner.emulator;

import com.google.gson.JsonObject;

/** A flat reply as the only member of another object, {@code data}: see {@link Quirk#NESTED_SPEECH}. */
record WrappedSpeech(SpeechShape flat) implements SpeechShape {

    @Override
    public JsonObject whole(String audio) {
        return data(flat.whole(audio));
    }

    @Override
    public JsonObject chunk(String hex) {
        return data(flat.chunk(hex));
    }

    @Override
    public JsonObject aggregatedEnd(String hex) {
        return data(flat.aggregatedEnd(hex));
    }

    @Override
    public JsonObject end() {
        return data(flat.end());
    }

    @Override
    public boolean aggregates() {
        return flat.aggregates();
    }

    private static JsonObject data(JsonObject reply) {
        JsonObject wrapped = new JsonObject();
        wrapped.add("data", reply);
        return wrapped;
    }
}
