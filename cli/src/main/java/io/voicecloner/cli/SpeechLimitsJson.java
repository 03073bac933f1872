package io.voicecloner.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.voicecloner.SpeechLimits;
import java.util.List;

/** What a provider takes for speech, in {@code providers --json}. Keys and their order are fixed, and all of them are always there. */
final class SpeechLimitsJson {
    private SpeechLimitsJson() {}

    static JsonObject of(SpeechLimits limits) {
        JsonObject object = new JsonObject();
        object.addProperty("codePoints", limits.codePoints());
        object.addProperty("taskCodePoints", limits.taskCodePoints() == 0 ? null : limits.taskCodePoints());
        object.add("models", VoiceJson.strings(limits.models()));
        object.addProperty("defaultModel", limits.defaultModel().orElse(null));
        object.addProperty("onlyKnownModels", limits.onlyKnownModels());
        object.add("speed", range(limits.speed()));
        object.add("volume", range(limits.volume()));
        object.add("pitch", range(limits.pitch()));
        object.add("emotions", VoiceJson.strings(limits.emotions()));
        object.add("languages", VoiceJson.strings(limits.languages()));
        object.add("formats", VoiceJson.strings(limits.formats()));
        object.add("streamedFormats", VoiceJson.strings(streamed(limits)));
        object.add("sampleRates", numbers(limits.sampleRates()));
        object.add("bitrates", numbers(limits.bitrates()));
        return object;
    }

    /** In the order of the formats, not that of a set. */
    static List<String> streamed(SpeechLimits limits) {
        return limits.formats().stream()
                .filter(limits.streamedFormats()::contains)
                .toList();
    }

    private static JsonObject range(SpeechLimits.Range range) {
        JsonObject object = new JsonObject();
        object.addProperty("least", range.least());
        object.addProperty("leastAllowed", !range.above());
        object.addProperty("most", range.most());
        return object;
    }

    private static JsonArray numbers(List<Integer> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
