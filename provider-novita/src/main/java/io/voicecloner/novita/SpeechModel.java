package io.voicecloner.novita;

import java.util.List;
import java.util.Objects;

/**
 * A model that a host speaks with: here each is a path of its own (wire-facts 2.4).
 *
 * @param name what a request calls it
 * @param path where it speaks at once, relative to the base URL
 * @param taskPath where it takes tasks, relative to the base URL
 * @param audioSampleRateInTasks whether its tasks call {@code sample_rate} {@code audio_sample_rate}, as the pages of the 2.8 models do
 */
public record SpeechModel(String name, String path, String taskPath, boolean audioSampleRateInTasks) {
    private static final String PREFIX = "minimax-";
    private static final String TASKS = "async/";
    private static final String RENAMED_SINCE = "speech-2.8-";

    public SpeechModel {
        Objects.requireNonNull(name, "name");
        requireRelative(path);
        requireRelative(taskPath);
    }

    /** A model at the path that Novita documents, which the hosts of its dialect share: {@code minimax-} before its name, {@code async/} before that. */
    public static SpeechModel documented(String name) {
        String path = PREFIX + name;
        return new SpeechModel(name, path, TASKS + path, name.startsWith(RENAMED_SINCE));
    }

    /** The same for several. */
    public static List<SpeechModel> documented(List<String> names) {
        return names.stream().map(SpeechModel::documented).toList();
    }

    /** The key goes along: a path must not lead elsewhere. */
    private static void requireRelative(String path) {
        if (path.isEmpty()
                || path.startsWith("/")
                || path.contains(":")
                || path.contains("\\")
                || path.contains("..")) {
            throw new IllegalArgumentException("a path is relative to the base URL: " + path);
        }
    }
}
