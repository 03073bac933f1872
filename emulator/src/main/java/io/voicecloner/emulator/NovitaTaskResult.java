package io.voicecloner.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code GET /async/task-result?task_id=} (novita.ai, model-apis-task-result): no limit of its own, and no task expires. */
final class NovitaTaskResult implements Route {
    private final HostRules rules;
    private final SpeechTasks tasks;
    private final Previews previews;

    NovitaTaskResult(HostRules rules, SpeechTasks tasks, Previews previews) {
        this.rules = rules;
        this.tasks = tasks;
        this.previews = previews;
    }

    @Override
    public Answer answer(Exchange exchange) {
        String id = QueryFields.of(exchange).optionalText("task_id");
        if (id == null) {
            throw new BadRequest("task_id is required");
        }
        SpeechTask task = tasks.get(id);
        if (task == null) {
            throw NovitaRefusal.unknownTask();
        }
        @Nullable TaskEnd end = task.queried();
        JsonObject reply = new JsonObject();
        reply.add("extra", new JsonObject());
        reply.add("task", facts(task, end));
        reply.add("images", new JsonArray());
        reply.add("videos", new JsonArray());
        reply.add("audios", audios(exchange, task, end));
        return Answer.json(200, reply);
    }

    private static JsonObject facts(SpeechTask task, @Nullable TaskEnd end) {
        JsonObject facts = new JsonObject();
        facts.addProperty("task_id", task.id());
        facts.addProperty("task_type", type(task.request().model()));
        facts.addProperty("status", "TASK_STATUS_" + status(task, end));
        facts.addProperty("reason", end == TaskEnd.FAILED ? "synthesis failed" : "");
        facts.addProperty("eta", 0);
        facts.addProperty("progress_percent", end == null ? 0 : 100);
        return facts;
    }

    /** {@code MINIMAX_SPEECH_02_TURBO} stands in an example. */
    private static String type(String model) {
        return "MINIMAX_" + model.toUpperCase(Locale.ROOT).replaceAll("[-.]", "_");
    }

    private static String status(SpeechTask task, @Nullable TaskEnd end) {
        if (end == null) {
            return task.isNew() ? "QUEUED" : "PROCESSING";
        }
        return end == TaskEnd.SUCCEEDED ? "SUCCEED" : "FAILED";
    }

    private JsonArray audios(Exchange exchange, SpeechTask task, @Nullable TaskEnd end) {
        JsonArray audios = new JsonArray();
        if (end == TaskEnd.SUCCEEDED) {
            Duration life = rules.taskUrlLife();
            SpokenAudio spoken = task.audio();
            JsonObject audio = new JsonObject();
            String path = previews.publish(
                    rules.name(), spoken.answer(), spoken.format().extension(), life);
            audio.addProperty("audio_url", exchange.origin() + path);
            audio.addProperty("audio_url_ttl", Long.toString(life.toSeconds()));
            audio.addProperty("audio_type", spoken.format().extension());
            audio.add("audio_metadata", JsonNull.INSTANCE);
            audios.add(audio);
        }
        return audios;
    }
}
