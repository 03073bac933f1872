package io.voicecloner;

/** What became of the preview that a request asked for. */
public enum PreviewState {
    /** The request gave no preview text. */
    NOT_REQUESTED,
    /** The provider made one: {@link ClonedVoice#preview()} is there. */
    AVAILABLE,
    /** One was asked for and may be billed, but its address never came. */
    LOST
}
