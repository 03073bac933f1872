package io.voicecloner.novita;

import com.squareup.moshi.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is answered to {@code POST async/minimax-speech-…} and {@code GET async/task-result} (wire-facts 2.4; public page {@code model-apis-task-result}). */
interface TaskWire {
    /** The id is text in the documents; a number keeps its digits so. */
    record Created(
            @Json(name = "task_id") @Nullable String taskId,
            @Nullable Object reason,
            @Nullable Object code) implements Verdict {
        @Override
        public boolean isFulfilled() {
            return taskId != null;
        }
    }

    /** What a task will be billed as, at the top on the pages of the 2.8 models. */
    record Billed(@Json(name = "usage_characters") @Nullable Long characters) {}

    record State(
            @Nullable Task task,
            @Nullable List<@Nullable Audio> audios,
            @Nullable Object reason,
            @Nullable Object code) implements Verdict {
        @Override
        public boolean isFulfilled() {
            return task != null;
        }

        /** The addresses, in order. */
        List<String> addresses() {
            return audios == null
                    ? List.of()
                    : audios.stream()
                            .flatMap(audio -> Optional.ofNullable(audio).map(Audio::url).stream())
                            .filter(address -> !address.isBlank())
                            .toList();
        }
    }

    /**
     * How far it is.
     *
     * @param reason what it failed of: a name of the table of reasons, or words
     */
    record Task(@Nullable String status, @Nullable String reason) {
        private static final String PREFIX = "TASK_STATUS_";

        /** {@code SUCCEED} in the examples, {@code SUCCEEDED} in one table. */
        boolean isDone() {
            return word().startsWith("SUCCEED") || word().equals("SUCCESS");
        }

        boolean isFailed() {
            return word().startsWith("FAIL") || word().startsWith("CANCEL") || word().startsWith("EXPIRE");
        }

        /** Whether anything is said at all. Any other word means that it is at work: such words are added to. */
        boolean isSaid() {
            return !word().isEmpty();
        }

        private String word() {
            String upper = status == null ? "" : status.strip().toUpperCase(Locale.ROOT);
            return upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper;
        }
    }

    record Audio(@Json(name = "audio_url") @Nullable String url) {}
}
