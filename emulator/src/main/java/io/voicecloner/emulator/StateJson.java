package io.voicecloner.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;

/** What the control endpoint tells of an emulator. */
final class StateJson {

    /** Enough for a test to see what it did; all that are remembered would be megabytes. */
    private static final int NEWEST_REQUESTS = 100;

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
        state.add("newestRequests", newestRequests());
        state.add("providers", providers);
        return Answer.json(200, state);
    }

    private JsonArray newestRequests() {
        JsonArray requests = new JsonArray();
        for (ReceivedRequest each : log.newest(NEWEST_REQUESTS)) {
            JsonObject request = new JsonObject();
            request.addProperty("method", each.method());
            request.addProperty("path", each.path());
            request.addProperty("status", each.status());
            request.addProperty("fault", each.fault());
            requests.add(request);
        }
        return requests;
    }

    private static JsonObject provider(String origin, Conduct conduct) {
        Host host = conduct.host();
        JsonObject pending = new JsonObject();
        conduct.pendingFaults().forEach((route, faults) -> pending.add(route, texts(faults, Fault::toString)));
        JsonObject provider = new JsonObject();
        provider.addProperty("baseUrl", origin + host.basePath());
        provider.add("routes", texts(host.scriptable(), route -> route));
        provider.add("uploads", uploads(host));
        provider.add("voices", voices(host));
        provider.add("syntheses", syntheses(host));
        provider.add("speech", speech(host.speech()));
        provider.add("pendingFaults", pending);
        RateLimit limit = conduct.limit();
        if (limit != null) {
            provider.add("limit", limit(limit));
        }
        RateLimit speechLimit = conduct.speechLimit();
        if (speechLimit != null) {
            provider.add("speechLimit", limit(speechLimit));
        }
        provider.add("quirks", texts(conduct.gateway().quirks(), Quirk::text));
        return provider;
    }

    private static JsonArray uploads(Host host) {
        JsonArray uploads = new JsonArray();
        for (ReceivedUpload each : host.account().uploads()) {
            JsonObject upload = new JsonObject();
            upload.addProperty("fileId", each.fileId());
            upload.addProperty("purpose", each.purpose());
            upload.addProperty("bytes", each.bytes());
            upload.addProperty("deleted", each.deleted());
            uploads.add(upload);
        }
        return uploads;
    }

    private static JsonArray voices(Host host) {
        JsonArray voices = new JsonArray();
        for (EmulatedVoice each : host.account().voices()) {
            JsonObject voice = new JsonObject();
            voice.addProperty("voiceId", each.voiceId());
            voice.addProperty("createdAt", each.createdAt().toString());
            voice.addProperty("state", each.state().name().toLowerCase(Locale.ROOT));
            voices.add(voice);
        }
        return voices;
    }

    private static JsonArray syntheses(Host host) {
        JsonArray syntheses = new JsonArray();
        for (EmulatedSynthesis each : host.account().syntheses()) {
            JsonObject synthesis = new JsonObject();
            synthesis.addProperty("voiceId", each.voiceId());
            synthesis.addProperty("model", each.model());
            synthesis.addProperty("characters", each.characters());
            synthesis.addProperty("at", each.at().toString());
            synthesis.addProperty("async", each.async());
            syntheses.add(synthesis);
        }
        return syntheses;
    }

    private static JsonObject speech(SpeechSettings settings) {
        JsonObject tasks = new JsonObject();
        tasks.addProperty("queries", settings.taskQueries());
        tasks.addProperty("end", settings.taskEnd().text());
        JsonObject speech = new JsonObject();
        speech.addProperty("repeatAudio", settings.repeats());
        speech.add("tasks", tasks);
        return speech;
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
