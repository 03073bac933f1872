package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import java.io.IOException;

/**
 * {@code POST /t2a_async_v2} (platform.minimax.io, speech-t2a-async-create). Of its two ways to bring a text only {@code text} is
 * there: files with purpose {@code t2a_async_input} are not taken here.
 */
final class MiniMaxTask implements Route {

    /** Not {@code sample_rate}, as elsewhere. */
    private static final String SAMPLE_RATE = "audio_sample_rate";

    private final HostRules rules;
    private final Speaker speaker;
    private final FileIds ids;
    private final Gateway gateway;

    MiniMaxTask(HostRules rules, Speaker speaker, FileIds ids, Gateway gateway) {
        this.rules = rules;
        this.speaker = speaker;
        this.ids = ids;
        this.gateway = gateway;
    }

    @Override
    public Answer answer(Exchange exchange) throws IOException {
        JsonFields body = exchange.json();
        String model = body.text("model");
        rules.checkModel(model);
        SpeechRequest request = SpeechRequest.task(body, model, SAMPLE_RATE, rules);
        SpeechTask task = speaker.begin(request, Long.toString(ids.next()), ids.next());
        JsonObject reply = new JsonObject();
        gateway.addTaskId(reply, task);
        reply.addProperty("task_token", Tokens.next());
        reply.addProperty("file_id", task.fileId());
        reply.addProperty("usage_characters", request.characters());
        reply.add("base_resp", MiniMaxRefusal.success());
        return Answer.json(200, reply);
    }

    @Override
    public boolean speaks() {
        return true;
    }
}
