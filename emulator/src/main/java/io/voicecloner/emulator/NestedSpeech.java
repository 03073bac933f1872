package io.voicecloner.emulator;

import com.google.gson.JsonObject;

/**
 * MiniMax's reply: {@code data}, {@code extra_info}, {@code trace_id}, {@code base_resp} (wire-facts 1.4; platform.minimax.io,
 * speech-t2a-http). Novita's and Highway's pages of the 2.8 models show the same one (novita.ai, model-apis-minimax-speech-2.8-turbo).
 */
record NestedSpeech(String traceId, JsonObject extraInfo) implements SpeechShape {
    private static final int GOES_ON = 1;
    private static final int COMPLETE = 2;

    @Override
    public JsonObject whole(String audio) {
        return reply(audio, COMPLETE, true);
    }

    @Override
    public JsonObject chunk(String hex) {
        return reply(hex, GOES_ON, false);
    }

    @Override
    public JsonObject aggregatedEnd(String hex) {
        return reply(hex, COMPLETE, true);
    }

    /** No page shows one; the member stays and is empty, as an absent string is in what servers written in Go send. */
    @Override
    public JsonObject end() {
        return reply("", COMPLETE, true);
    }

    @Override
    public boolean aggregates() {
        return true;
    }

    private JsonObject reply(String audio, int status, boolean last) {
        JsonObject data = new JsonObject();
        data.addProperty("audio", audio);
        data.addProperty("status", status);
        JsonObject reply = new JsonObject();
        reply.add("data", data);
        if (last) {
            reply.add("extra_info", extraInfo);
        }
        reply.addProperty("trace_id", traceId);
        reply.add("base_resp", MiniMaxRefusal.success());
        return reply;
    }
}
