package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /query/t2a_async_query_v2?task_id=} (platform.minimax.io, speech-t2a-async-query), at most ten a second. The status
 * is written as in its prose and example, {@code Processing}; its schema has it in lower case. No page names a code for a task
 * that does not exist; 2013 is the only one that fits.
 */
final class MiniMaxTaskQuery implements Route {
    private static final int MOST_A_SECOND = 10;

    private final SpeechTasks tasks;
    private final Gateway gateway;
    private final RateLimit limit;

    MiniMaxTaskQuery(SpeechTasks tasks, Gateway gateway, Clock clock) {
        this.tasks = tasks;
        this.gateway = gateway;
        limit = new RateLimit(MOST_A_SECOND, Duration.ofSeconds(1), clock);
    }

    @Override
    public Answer answer(Exchange exchange) {
        if (!limit.admits()) {
            throw MiniMaxRefusal.rateLimited();
        }
        String id = Long.toString(QueryFields.of(exchange).int64("task_id"));
        SpeechTask task = tasks.get(id);
        if (task == null) {
            throw new BadRequest("task_id is unknown");
        }
        @Nullable TaskEnd end = task.queried();
        JsonObject reply = new JsonObject();
        gateway.addTaskId(reply, task);
        reply.addProperty("status", status(end));
        if (end == null || end == TaskEnd.SUCCEEDED) {
            reply.addProperty("file_id", task.fileId());
        }
        reply.add("base_resp", MiniMaxRefusal.success());
        return Answer.json(200, reply);
    }

    private static String status(@Nullable TaskEnd end) {
        if (end == null) {
            return "Processing";
        }
        return switch (end) {
            case SUCCEEDED -> "Success";
            case FAILED -> "Failed";
            case EXPIRED -> "Expired";
        };
    }
}
