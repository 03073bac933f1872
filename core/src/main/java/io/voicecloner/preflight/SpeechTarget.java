package io.voicecloner.preflight;

/** What speech goes into, as far as it decides how the provider is asked. */
public enum SpeechTarget {
    /** A file, which is there when all of it is. */
    FILE,
    /** A stream, which takes what comes when it comes. */
    STREAM,
    /** Somebody who wants each piece when it is made. */
    CHUNKS
}
