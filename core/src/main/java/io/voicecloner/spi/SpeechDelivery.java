package io.voicecloner.spi;

/** How a provider is asked for the audio of a synthesis. */
public enum SpeechDelivery {
    /** Whole, in the answer. */
    WHOLE,
    /** In pieces, as they are made. */
    STREAM,
    /** As a link in the answer. */
    LINK,
    /** As a link, once the task that speaks a long text is done. */
    TASK
}
