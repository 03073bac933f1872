package io.voicecloner.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.voicecloner.VoiceClonerException;
import java.util.List;

/** Why other providers did not make the voice, in {@code --json}. */
final class PassedOverJson {
    private PassedOverJson() {}

    static JsonArray of(List<VoiceClonerException> failures) {
        JsonArray array = new JsonArray();
        for (VoiceClonerException failure : failures) {
            JsonObject object = new JsonObject();
            object.addProperty("provider", failure.provider().orElse(null));
            object.addProperty("category", failure.category().id());
            object.addProperty("reason", failure.reason().id());
            object.addProperty("message", failure.getMessage());
            array.add(object);
        }
        return array;
    }
}
