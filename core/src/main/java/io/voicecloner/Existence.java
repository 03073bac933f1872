package io.voicecloner;

/** Whether there is a voice, as far as anybody can say. */
public enum Existence {
    /** The provider lists it. */
    YES,
    /** This cloner deleted it. */
    NO,
    /** Nobody can say: a clone that was never used in a synthesis is in no list, and lists were seen to leave out others too. */
    UNKNOWN
}
