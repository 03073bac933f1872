package io.voicecloner.attempt;

/** What a request is for: the one thing beside its delivery that decides whether it may be sent again. */
public enum Operation {
    /** Leaves a recording at the provider. Again is harmless and leaves another. */
    UPLOAD,
    /** Makes a voice of an id that was chosen here: at most one can come of any number of requests. */
    CREATE_BY_ID,
    /** Makes a voice of an id that the provider chooses: every request may make another. */
    CREATE,
    /** Reads. */
    READ,
    /** Asks what became of a task. */
    QUERY,
    /** Has a text spoken. Again gives the same speech, and costs the same again. */
    SPEAK,
    /** Deletes. Again finds nothing left. */
    DELETE;

    /** Whether a voice may come of it. */
    public boolean createsVoice() {
        return this == CREATE_BY_ID || this == CREATE;
    }
}
