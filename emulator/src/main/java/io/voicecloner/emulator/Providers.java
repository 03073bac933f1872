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
        Account account = new Account(clock);
        Route upload = new MiniMaxUpload(rules.name(), account, recordings, fileIds, clock);
        Map<String, Route> routes = new HashMap<>();
        rules.uploadPaths().forEach(path -> routes.put("POST " + path, upload));
        routes.put("POST /voice_clone", new MiniMaxClone(rules, account, previews, clock));
        MiniMaxFiles files = new MiniMaxFiles(account, previews, recordings);
        routes.put("GET /files/list", files::list);
        routes.put("GET /files/retrieve", files::retrieve);
        routes.put("POST /files/delete", files::delete);
        if (rules.voiceManagement()) {
            MiniMaxVoices voices = new MiniMaxVoices(account);
            routes.put("POST /get_voice", voices::list);
            routes.put("POST /delete_voice", voices::delete);
        }
        return new Host(rules.name(), rules.basePath(), account, new MiniMaxDialect(), key, Map.copyOf(routes));
    }

    /** Highway has no table of errors; what is known of it is Novita's envelope and reasons (wire-facts 3.5). */
    private Host novita(HostRules rules) {
        Account account = new Account(clock);
        Map<String, Route> routes =
                Map.of("POST /minimax-voice-cloning", new NovitaClone(rules, account, recordings, previews, clock));
        return new Host(rules.name(), rules.basePath(), account, new NovitaDialect(), key, routes);
    }
}
