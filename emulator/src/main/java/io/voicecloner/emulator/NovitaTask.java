package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.UUID;

/**
 * {@code POST /async/minimax-speech-...} (novita.ai, model-apis-minimax-speech-...-async). The page of the 2.8 models has
 * MiniMax's name of the sample rate and its reply; the others have those of the waiting call and tell only {@code task_id}.
 */
final class NovitaTask implements Route {
    private final HostRules rules;
    private final Speaker speaker;
    private final FileIds ids;
    private final String model;

    NovitaTask(HostRules rules, Speaker speaker, FileIds ids, String model) {
        this.rules = rules;
        this.speaker = speaker;
        this.ids = ids;
        this.model = model;
    }

    @Override
    public Answer answer(Exchange exchange) throws IOException {
        boolean nested = rules.nestsSpeech(model);
        SpeechRequest request =
                SpeechRequest.task(exchange.json(), model, nested ? "audio_sample_rate" : "sample_rate", rules);
        SpeechTask task = speaker.begin(request, UUID.randomUUID().toString(), ids.next());
        JsonObject reply = new JsonObject();
        reply.addProperty("task_id", task.id());
        if (nested) {
            reply.addProperty("task_token", Tokens.next());
            reply.addProperty("file_id", task.fileId());
            reply.addProperty("usage_characters", request.characters());
            reply.add("base_resp", MiniMaxRefusal.success());
        }
        return Answer.json(200, reply);
    }

    @Override
    public boolean speaks() {
        return true;
    }
}
