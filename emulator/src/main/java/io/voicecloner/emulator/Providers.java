package io.voicecloner.emulator;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The providers that are emulated: each a dialect, a base path and an account of its own. */
final class Providers {
    private final BearerKey key;
    private final RecordingStore recordings;
    private final Previews previews;
    private final Clock clock;
    private final FileIds fileIds = new FileIds();

    Providers(BearerKey key, RecordingStore recordings, Previews previews, Clock clock) {
        this.key = key;
        this.recordings = recordings;
        this.previews = previews;
        this.clock = clock;
    }

    List<Host> all() {
        return List.of(miniMax("minimax", "/v1"), novita("novita", "/v3"));
    }

    private Host miniMax(String name, String basePath) {
        Account account = new Account();
        Map<String, Route> routes = Map.of(
                "POST /files/upload", new MiniMaxUpload(name, account, recordings, fileIds, clock),
                "POST /voice_clone", new MiniMaxClone(name, account, previews, clock));
        return new Host(name, basePath, account, new MiniMaxDialect(), key, routes);
    }

    private Host novita(String name, String basePath) {
        Account account = new Account();
        Map<String, Route> routes = Map.of(
                "POST /minimax-voice-cloning",
                new NovitaClone(name, account, new LoopbackFetch(recordings), previews, clock));
        return new Host(name, basePath, account, new NovitaDialect(), key, routes);
    }
}
