package io.voicecloner.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.voicecloner.ClonedVoice;
import io.voicecloner.SafetyVerdict;
import io.voicecloner.Usage;
import io.voicecloner.VoiceRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The success object of {@code clone --json}. Its keys and their order are fixed, and all of them are always there. */
final class VoiceJson {
    private VoiceJson() {}

    static String of(ClonedVoice voice, PreviewResult preview) {
        JsonObject object = ref(voice.ref());
        object.addProperty("confirmation", kebab(voice.confirmation()));
        object.addProperty("createdAt", voice.createdAt().toString());
        object.addProperty("expiresIfUnusedAt", voice.expiresIfUnusedAt().toString());
        object.addProperty("previewState", kebab(voice.previewState()));
        object.add("preview", voice.preview().isPresent() ? preview(preview) : JsonNull.INSTANCE);
        object.add("usage", voice.usage().map(VoiceJson::usage).orElse(JsonNull.INSTANCE));
        object.add("safety", voice.safety().map(VoiceJson::safety).orElse(JsonNull.INSTANCE));
        object.add("warnings", strings(voice.warnings()));
        object.add("orphans", strings(voice.orphans()));
        object.addProperty("attempts", voice.attempts());
        object.add("traceIds", strings(voice.traceIds()));
        object.add("passedOver", PassedOverJson.of(voice.passedOver()));
        return object.toString();
    }

    /** An object that begins with the voice and where it lives. */
    static JsonObject ref(VoiceRef voice) {
        JsonObject object = new JsonObject();
        object.addProperty("voice", voice.toString());
        object.addProperty("provider", voice.provider());
        object.addProperty("voiceId", voice.id());
        return object;
    }

    private static JsonElement preview(PreviewResult preview) {
        JsonObject object = new JsonObject();
        object.addProperty("url", preview.url().map(Object::toString).orElse(null));
        object.addProperty("file", preview.file().map(Path::toString).orElse(null));
        object.addProperty("bytes", number(preview.bytes()));
        return object;
    }

    static JsonElement usage(Usage usage) {
        JsonObject object = new JsonObject();
        object.addProperty("characters", number(usage.characters()));
        object.addProperty("words", number(usage.words()));
        return object;
    }

    private static JsonElement safety(SafetyVerdict safety) {
        JsonObject object = new JsonObject();
        object.addProperty("flagged", safety.flagged());
        object.addProperty("type", safety.type().isPresent() ? safety.type().getAsInt() : null);
        object.addProperty("description", safety.description());
        return object;
    }

    static @Nullable Number number(OptionalLong number) {
        return number.isPresent() ? (Number) number.getAsLong() : null;
    }

    static JsonArray strings(List<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }

    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
