package io.voicecloner.testkit;

import java.util.Optional;
import java.util.function.Supplier;

/** How the emulated providers differ, seen from a contract test. */
enum EmulatedDialect {
    /** Recordings are uploaded first; answers carry a trace id. */
    UPLOAD("voice_clone"),
    /** Recordings are fetched; answers carry no trace id. */
    URL("minimax-voice-cloning");

    private static final String SPEECH_BY_MODEL = "minimax-";

    private final String route;

    EmulatedDialect(String route) {
        this.route = route;
    }

    /**
     * The dialect of a provider.
     *
     * @throws IllegalArgumentException if no provider of this name is emulated
     */
    static EmulatedDialect of(String provider) {
        return switch (provider) {
            case "minimax", "proxy" -> UPLOAD;
            case "novita", "highway" -> URL;
            default -> throw new IllegalArgumentException("no provider \"" + provider + "\" is emulated");
        };
    }

    /** The path of the request that makes a voice, below the base URL. */
    String route() {
        return route;
    }

    /** Which request meets this, in the words of {@link io.voicecloner.emulator.Emulator#script}. */
    String routeOf(Trouble trouble) {
        return switch (trouble) {
            case UPLOAD_FAULT, UPLOAD_NOT_JSON -> "files/upload";
            case PREVIEW_GONE -> "preview";
            default -> route;
        };
    }

    /**
     * Which request to speak meets a trouble, in the same words.
     *
     * @param model which one is asked for; asked only where models are paths
     */
    String speechRoute(Supplier<String> model) {
        return fetches() ? SPEECH_BY_MODEL + model.get() : "t2a_v2";
    }

    /** Whether this is the path of a request to speak, as a task or at once. */
    boolean speaks(String path) {
        return fetches()
                ? path.contains('/' + SPEECH_BY_MODEL + "speech-")
                : path.endsWith("/t2a_v2") || path.endsWith("/t2a_async_v2");
    }

    /** Whether the provider fetches recordings itself. */
    boolean fetches() {
        return this == URL;
    }

    /** Whether its answers carry a trace id. */
    boolean signs() {
        return this == UPLOAD;
    }

    /** What to script for this; empty if the dialect has no words for it. */
    Optional<EmulatedTrouble> trouble(Trouble trouble) {
        return fetches()
                ? EmulatedTrouble.whereRecordingsAreFetched(trouble)
                : EmulatedTrouble.whereRecordingsAreUploaded(trouble);
    }
}
