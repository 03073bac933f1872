package io.voicecloner.emulator;

import com.google.gson.JsonObject;

/** How a provider wraps the audio of a synthesis. */
interface SpeechShape {
    /** The whole of an answer that is no stream; the audio is hex or a URL. */
    JsonObject whole(String audio);

    /** One chunk of a stream before the last. */
    JsonObject chunk(String hex);

    /** The last chunk of a stream, repeating all of the audio. */
    JsonObject aggregatedEnd(String hex);

    /** The last chunk of a stream, without audio. */
    JsonObject end();

    /** Whether the last chunk repeats the audio unless the request forbids it. */
    boolean aggregates();
}
