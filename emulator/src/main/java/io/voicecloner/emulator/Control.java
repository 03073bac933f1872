package io.voicecloner.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The endpoint below {@code /emulator} by which programs of any language do what {@link Emulator} offers in Java; described in
 * {@code docs/emulator.md}. Asks for the emulator's key, so that no web page in a browser on this machine can use it. Either all
 * of a request is done or, with any problem, nothing.
 */
final class Control {
    static final String PATH = "/emulator";

    private final BearerKey key;
    private final Conducts conducts;
    private final MovableClock clock;
    private final StateJson state;

    /** Each reads a request and returns what is to be done if nothing was wrong with it. */
    private final Map<String, Function<ControlFields, Runnable>> posts = Map.of(
            "/scripts", this::script,
            "/limits", this::limit,
            "/quirks", this::quirks,
            "/voices", this::voice,
            "/speech", this::speech,
            "/clock", this::advance);

    private final Map<String, Runnable> deletes;

    Control(BearerKey key, Conducts conducts, MovableClock clock, StateJson state) {
        this.key = key;
        this.conducts = conducts;
        this.clock = clock;
        this.state = state;
        deletes = Map.of(
                "/scripts", conducts::clearScripts,
                "/limits", conducts::clearLimits,
                "/quirks", conducts::clearQuirks,
                "/speech", conducts::clearSpeech);
    }

    static boolean governs(Exchange exchange) {
        return exchange.path().equals(PATH) || exchange.path().startsWith(PATH + "/");
    }

    Answer answer(Exchange exchange) throws IOException {
        if (key.judge(exchange) != BearerKey.Verdict.RIGHT) {
            return problems(401, List.of("Authorization must be Bearer and the emulator's key"))
                    .withHeader("WWW-Authenticate", "Bearer");
        }
        String method = exchange.method();
        String path = exchange.path().substring(PATH.length());
        if (method.equals("GET") && path.isEmpty()) {
            return state.answer(exchange.origin());
        }
        Function<ControlFields, Runnable> post = posts.get(path);
        if (method.equals("POST") && post != null) {
            return posted(exchange, post);
        }
        Runnable delete = deletes.get(path);
        if (method.equals("DELETE") && delete != null) {
            delete.run();
            return state.answer(exchange.origin());
        }
        return problems(
                404,
                List.of("there are GET /emulator; POST and DELETE of /emulator/scripts, /emulator/limits,"
                        + " /emulator/quirks and /emulator/speech; POST /emulator/voices and /emulator/clock"));
    }

    private Answer posted(Exchange exchange, Function<ControlFields, Runnable> post) throws IOException {
        ControlFields fields;
        try {
            fields = ControlFields.of(JsonFields.object(exchange.body()));
        } catch (BadRequest e) {
            return problems(400, List.of(e.problem()));
        }
        Runnable change = post.apply(fields);
        fields.endOfKnown();
        return fields.problems().isEmpty() && fields.accepts(change)
                ? state.answer(exchange.origin())
                : problems(400, fields.problems());
    }

    private Runnable script(ControlFields fields) {
        String provider = provider(fields);
        String route = fields.text("route");
        if (!provider.isEmpty() && !route.isEmpty()) {
            fields.accepts(() -> conducts.of(provider).checkRoute(route));
        }
        List<Fault> faults =
                fields.objects("faults").stream().map(FaultJson::read).toList();
        return () -> conducts.of(provider).script(route, faults);
    }

    private Runnable limit(ControlFields fields) {
        String provider = provider(fields);
        int requests = fields.int32("requests");
        Duration per = fields.duration("per");
        boolean speech = fields.flag("speech");
        return () -> {
            RateLimit limit = new RateLimit(requests, per, clock);
            if (speech) {
                conducts.of(provider).speechLimit(limit);
            } else {
                conducts.of(provider).limit(limit);
            }
        };
    }

    private Runnable speech(ControlFields fields) {
        String provider = provider(fields);
        boolean repeats = fields.has("repeatAudio");
        int times = repeats ? fields.int32("repeatAudio") : 1;
        boolean tasks = fields.has("tasks");
        ControlFields task = tasks ? fields.object("tasks") : ControlFields.of(new JsonObject());
        int queries = tasks ? task.int32("queries") : 0;
        String end = task.optionalText("end");
        task.endOfKnown();
        if (!repeats && !tasks) {
            fields.problem("needs repeatAudio or tasks");
        }
        if (times < 1) {
            fields.problem("repeatAudio must be 1 or more");
        }
        return () -> {
            if (tasks) {
                conducts.of(provider).tasks(queries, end.isEmpty() ? TaskEnd.SUCCEEDED : TaskEnd.of(end));
            }
            if (repeats) {
                conducts.of(provider).host().speech().repeat(times);
            }
        };
    }

    private Runnable quirks(ControlFields fields) {
        String provider = provider(fields);
        List<String> names = fields.texts("quirks");
        for (String name : names) {
            if (fields.accepts(() -> Quirk.of(name)) && !provider.isEmpty()) {
                fields.accepts(() -> conducts.of(provider).check(Quirk.of(name)));
            }
        }
        return () -> names.forEach(name -> conducts.of(provider).add(Quirk.of(name)));
    }

    /** A voice that was used stays used, so false is no wish that could be granted. */
    private Runnable voice(ControlFields fields) {
        String provider = provider(fields);
        String voiceId = fields.text("voiceId");
        if (!fields.flag("used")) {
            fields.problem("used can only be true");
        }
        return () -> conducts.of(provider).host().useVoice(voiceId);
    }

    private Runnable advance(ControlFields fields) {
        Duration duration = fields.duration("advance");
        return () -> clock.advance(duration);
    }

    /** Empty when there is none of the name given, which then is noted. */
    private String provider(ControlFields fields) {
        String provider = fields.text("provider");
        return !provider.isEmpty() && fields.accepts(() -> conducts.of(provider)) ? provider : "";
    }

    private static Answer problems(int status, List<String> problems) {
        JsonArray texts = new JsonArray();
        problems.forEach(texts::add);
        JsonObject body = new JsonObject();
        body.add("problems", texts);
        return Answer.json(status, body);
    }
}
