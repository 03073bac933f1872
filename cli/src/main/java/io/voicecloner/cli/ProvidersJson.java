package io.voicecloner.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.voicecloner.AudioLimits;
import io.voicecloner.Capabilities;
import io.voicecloner.Feature;
import io.voicecloner.InstalledProvider;
import io.voicecloner.VoiceIdRule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The array of {@code providers --json}. Keys and their order are fixed, and all of them are always there. */
final class ProvidersJson {
    private ProvidersJson() {}

    static String of(List<InstalledProvider> installed) {
        JsonArray array = new JsonArray();
        installed.forEach(provider -> array.add(provider(provider)));
        return array.toString();
    }

    private static JsonObject provider(InstalledProvider provider) {
        Capabilities can = provider.capabilities();
        boolean preview = can.has(Feature.PREVIEW);
        JsonObject object = new JsonObject();
        object.addProperty("id", provider.id());
        object.add(
                "features",
                strings(Arrays.stream(Feature.values()).filter(can::has).map(Feature::id)));
        object.add("audio", limits(can.audio()));
        object.add("promptAudio", can.has(Feature.PROMPT) ? limits(can.promptAudio()) : JsonNull.INSTANCE);
        object.addProperty("previewCodePoints", preview ? can.previewCodePoints() : null);
        object.add("models", strings(can.models().stream()));
        object.addProperty("defaultModel", can.defaultModel().orElse(null));
        object.addProperty(
                "voiceIdRule", can.voiceIdRule().map(VoiceIdRule::description).orElse(null));
        object.add(
                "speech",
                can.speech()
                        .map(limits -> (JsonElement) SpeechLimitsJson.of(limits))
                        .orElse(JsonNull.INSTANCE));
        return object;
    }

    private static JsonElement limits(AudioLimits limits) {
        JsonObject object = new JsonObject();
        object.add("formats", strings(limits.formats().stream()));
        object.addProperty("shortestSeconds", seconds(limits.shortest()));
        object.addProperty("longestSeconds", seconds(limits.longest()));
        object.addProperty("maxBytes", limits.maxBytes());
        return object;
    }

    /** A whole number where it is one. */
    private static @Nullable Number seconds(Optional<Duration> length) {
        return length.map(it -> it.toMillisPart() == 0 ? (Number) it.toSeconds() : it.toMillis() / 1000.0)
                .orElse(null);
    }

    private static JsonArray strings(Stream<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
