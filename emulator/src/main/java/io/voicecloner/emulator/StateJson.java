package io.voicecloner.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.Collection;
import java.util.function.Function;

/** What the control endpoint tells of an emulator. */
final class StateJson {
    private final Conducts conducts;
    private final Clock clock;
    private final RequestLog log;

    StateJson(Conducts conducts, Clock clock, RequestLog log) {
        this.conducts = conducts;
        this.clock = clock;
        this.log = log;
    }

    Answer answer(String origin) {
        JsonObject providers = new JsonObject();
        conducts.all().forEach(conduct -> providers.add(conduct.host().name(), provider(origin, conduct)));
        JsonObject state = new JsonObject();
        state.addProperty("time", clock.instant().toString());
        state.addProperty("requests", log.total());
        state.add("providers", providers);
        return Answer.json(200, state);
    }

    private static JsonObject provider(String origin, Conduct conduct) {
        Host host = conduct.host();
        JsonObject pending = new JsonObject();
        conduct.pendingFaults().forEach((route, faults) -> pending.add(route, texts(faults, Fault::toString)));
        JsonObject provider = new JsonObject();
        provider.addProperty("baseUrl", origin + host.basePath());
        provider.add("routes", texts(host.scriptable(), route -> route));
        provider.add("voices", voices(host));
        provider.add("pendingFaults", pending);
        RateLimit limit = conduct.limit();
        if (limit != null) {
            provider.add("limit", limit(limit));
        }
        provider.add("quirks", texts(conduct.gateway().quirks(), Quirk::text));
        return provider;
    }

    private static JsonArray voices(Host host) {
        JsonArray voices = new JsonArray();
        for (EmulatedVoice each : host.account().voices()) {
            JsonObject voice = new JsonObject();
            voice.addProperty("voiceId", each.voiceId());
            voice.addProperty("createdAt", each.createdAt().toString());
            voices.add(voice);
        }
        return voices;
    }

    private static JsonObject limit(RateLimit limit) {
        JsonObject object = new JsonObject();
        object.addProperty("requests", limit.requests());
        object.addProperty("per", Durations.text(limit.per()));
        return object;
    }

    private static <T> JsonArray texts(Collection<T> values, Function<T, String> text) {
        JsonArray texts = new JsonArray();
        values.forEach(value -> texts.add(text.apply(value)));
        return texts;
    }
}
