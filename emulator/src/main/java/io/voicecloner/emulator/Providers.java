package io.voicecloner.emulator;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The providers that are emulated: each a dialect, the rules of a host and an account of its own. */
final class Providers {
    private final BearerKey key;
    private final RecordingStore recordings;
    private final Previews previews;
    private final Clock clock;
    private final VoiceSources sources = new VoiceSources();
    private final Neighbours neighbours = new Neighbours();
    private final FileIds fileIds;

    Providers(BearerKey key, RecordingStore recordings, Previews previews, FileIds fileIds, Clock clock) {
        this.key = key;
        this.recordings = recordings;
        this.previews = previews;
        this.fileIds = fileIds;
        this.clock = clock;
    }

    List<Host> all() {
        return List.of(
                miniMax(HostRules.MINIMAX),
                novita(HostRules.NOVITA),
                novita(HostRules.HIGHWAY),
                miniMax(HostRules.PROXY));
    }

    /** A gateway documents {@code files/retrieve} (wire-facts 4.4); one that passes that on is taken to pass on its siblings. */
    private Host miniMax(HostRules rules) {
        Account account = account();
        Dialect dialect = new MiniMaxDialect();
        Gateway gateway = new Gateway();
        SpeechSettings speech = new SpeechSettings();
        Speaker speaker = new Speaker(rules.name(), account, neighbours, sources, speech, dialect, clock);
        Route upload = new MiniMaxUpload(rules.name(), account, recordings, fileIds, clock);
        Map<String, Route> routes = new HashMap<>();
        rules.uploadPaths().forEach(path -> routes.put("POST " + path, upload));
        routes.put("POST /voice_clone", new MiniMaxClone(rules, account, previews, sources, clock));
        MiniMaxFiles files = new MiniMaxFiles(rules, account, previews, sources, recordings, gateway);
        routes.put("GET /files/list", files::list);
        routes.put("GET /files/retrieve", files::retrieve);
        routes.put("GET /files/retrieve_content", files::content);
        routes.put("POST /files/delete", files::delete);
        if (rules.voiceManagement()) {
            MiniMaxVoices voices = new MiniMaxVoices(account);
            routes.put("POST /get_voice", voices::list);
            routes.put("POST /delete_voice", voices::delete);
        }
        routes.put("POST /t2a_v2", new SpeechRoute(rules, speaker, previews, gateway, null));
        routes.put("POST /t2a_async_v2", new MiniMaxTask(rules, speaker, fileIds, gateway));
        routes.put("GET /query/t2a_async_query_v2", new MiniMaxTaskQuery(account.tasks(), gateway, clock));
        return new Host(rules.name(), rules.basePath(), account, dialect, key, gateway, speech, Map.copyOf(routes));
    }

    /** Highway has no table of errors; what is known of it is Novita's envelope and reasons (wire-facts 3.5). */
    private Host novita(HostRules rules) {
        Account account = account();
        Dialect dialect = new NovitaDialect();
        Gateway gateway = new Gateway();
        SpeechSettings speech = new SpeechSettings();
        Speaker speaker = new Speaker(rules.name(), account, neighbours, sources, speech, dialect, clock);
        Map<String, Route> routes = new HashMap<>();
        routes.put(
                "POST /minimax-voice-cloning", new NovitaClone(rules, account, recordings, previews, sources, clock));
        for (String model : rules.speechModels()) {
            routes.put("POST /minimax-" + model, new SpeechRoute(rules, speaker, previews, gateway, model));
            routes.put("POST /async/minimax-" + model, new NovitaTask(rules, speaker, fileIds, model));
        }
        routes.put("GET /async/task-result", new NovitaTaskResult(rules, account.tasks(), previews));
        return new Host(rules.name(), rules.basePath(), account, dialect, key, gateway, speech, Map.copyOf(routes));
    }

    private Account account() {
        Account account = new Account(clock);
        neighbours.add(account);
        return account;
    }
}
