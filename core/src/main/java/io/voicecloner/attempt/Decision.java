package io.voicecloner.attempt;

/** What to do after a request ended without success. */
public enum Decision {
    /** Send it again after a short pause: nothing was done, or nothing that matters. */
    REPEAT,
    /** Send it again once the provider will have it: it said "not now". */
    WAIT,
    /** Ask again for the same id, to learn what became of the first request. */
    RECONCILE,
    /** Tell the caller. */
    STOP
}
