package io.voicecloner.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.voicecloner.Violation;
import io.voicecloner.VoiceClonerException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The error object of {@code --json}. Its keys and their order are fixed, and all of them are always there. */
record ErrorJson(String text, JsonObject body) {
    static ErrorJson of(VoiceClonerException failure) {
        JsonObject body = begin(failure.category().id(), failure.reason().id(), failure.getMessage());
        body.addProperty("provider", failure.provider().orElse(null));
        body.addProperty("step", failure.step().id());
        body.addProperty("providerCode", failure.providerCode().orElse(null));
        body.addProperty("providerMessage", failure.providerMessage().orElse(null));
        body.addProperty("traceId", failure.traceId().orElse(null));
        body.addProperty("delivery", failure.delivery().id());
        body.addProperty("voiceMayExist", failure.voiceMayExist());
        body.addProperty("moneyMayBeSpent", failure.moneyMayBeSpent());
        body.addProperty("bytesDelivered", failure.bytesDelivered());
        body.addProperty("attempts", failure.attempts());
        body.addProperty("hint", failure.hint().orElse(null));
        body.add("violations", violations(failure.violations()));
        body.add("passedOver", PassedOverJson.of(failure.passedOver()));
        return new ErrorJson(message(failure), body);
    }

    private static String message(VoiceClonerException failure) {
        StringBuilder text = new StringBuilder(String.valueOf(failure.getMessage()));
        failure.passedOver()
                .forEach(other -> text.append("\nNot made elsewhere either: ").append(other.getMessage()));
        return text.toString();
    }

    /** Wrong arguments. Nothing was sent. */
    static ErrorJson usage(@Nullable String message, @Nullable String hint, List<Violation> violations) {
        JsonObject body = begin("invalid-request", "usage", message);
        body.addProperty("provider", (String) null);
        body.addProperty("step", "check");
        body.addProperty("providerCode", (String) null);
        body.addProperty("providerMessage", (String) null);
        body.addProperty("traceId", (String) null);
        body.addProperty("delivery", "not-sent");
        body.addProperty("voiceMayExist", false);
        body.addProperty("moneyMayBeSpent", false);
        body.addProperty("bytesDelivered", 0);
        body.addProperty("attempts", 0);
        body.addProperty("hint", hint);
        body.add("violations", violations(violations));
        body.add("passedOver", new JsonArray());
        return new ErrorJson(hint == null ? String.valueOf(message) : message + "\n" + hint, body);
    }

    /** A fault of our own, of which nothing more is known. */
    static ErrorJson internal(String message) {
        JsonObject body = begin("internal", "internal", message);
        for (String unknown : List.of(
                "provider",
                "step",
                "providerCode",
                "providerMessage",
                "traceId",
                "delivery",
                "voiceMayExist",
                "moneyMayBeSpent",
                "bytesDelivered")) {
            body.addProperty(unknown, (String) null);
        }
        body.addProperty("attempts", 0);
        body.addProperty("hint", (String) null);
        body.add("violations", new JsonArray());
        body.add("passedOver", new JsonArray());
        return new ErrorJson(message, body);
    }

    String json() {
        JsonObject whole = new JsonObject();
        whole.add("error", body);
        return whole.toString();
    }

    private static JsonObject begin(String category, String reason, @Nullable String message) {
        JsonObject body = new JsonObject();
        body.addProperty("category", category);
        body.addProperty("reason", reason);
        body.addProperty("message", message);
        return body;
    }

    static JsonArray violations(List<Violation> violations) {
        JsonArray array = new JsonArray();
        for (Violation violation : violations) {
            JsonObject object = new JsonObject();
            object.addProperty("field", violation.field());
            object.addProperty("rule", violation.rule());
            object.addProperty("message", violation.message());
            array.add(object);
        }
        return array;
    }
}
