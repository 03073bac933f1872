package io.voicecloner.cli;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.voicecloner.Activation;
import io.voicecloner.Synthesis;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The success objects of {@code speak --json} and {@code activate --json}. Keys and their order are fixed, and all are always there. */
final class SpeechJson {
    private SpeechJson() {}

    /** @param file where the audio is; null if it was thrown away */
    static JsonObject of(Synthesis made, @Nullable Path file) {
        JsonObject object = VoiceJson.ref(made.voice());
        object.addProperty("file", file == null ? null : file.toString());
        object.addProperty("bytes", made.bytes());
        object.addProperty(
                "durationMillis", made.duration().map(Duration::toMillis).orElse(null));
        object.addProperty("sampleRate", VoiceJson.number(made.sampleRate()));
        object.addProperty("bitrate", VoiceJson.number(made.bitrate()));
        object.add("usage", made.usage().map(VoiceJson::usage).orElse(JsonNull.INSTANCE));
        object.addProperty("attempts", made.attempts());
        object.addProperty("possiblyBilledTwice", made.possiblyBilledTwice());
        object.add("warnings", VoiceJson.strings(made.warnings()));
        object.add("traceIds", VoiceJson.strings(made.traceIds()));
        return object;
    }

    static JsonObject of(Activation kept) {
        JsonObject object = of(kept.synthesis(), null);
        object.addProperty("activatedAt", kept.activatedAt().toString());
        object.addProperty("retention", VoiceJson.kebab(kept.retention()));
        return object;
    }
}
