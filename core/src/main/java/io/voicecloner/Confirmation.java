package io.voicecloner;

/** How it is known that a voice exists. */
public enum Confirmation {
    /** The provider said so. */
    CONFIRMED,
    /** Concluded from a later answer, the first one being lost. The first synthesis confirms it. */
    INFERRED
}
