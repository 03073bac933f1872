package io.voicecloner;

/** How long a provider keeps a clone. */
public enum Retention {
    /** Until {@link ClonedVoice#expiresIfUnusedAt()}, unless it is used in a synthesis before. */
    TEMPORARY,
    /** Until somebody deletes it. */
    KEPT
}
