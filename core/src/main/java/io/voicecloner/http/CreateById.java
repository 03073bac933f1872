package io.voicecloner.http;

/**
 * A request to make a voice of an id that was chosen here.
 *
 * @param <R> what a success gives
 */
public interface CreateById<R> {
    /**
     * Sends it, once.
     *
     * @param withPreview whether to ask for the preview too, if there is to be one: one that was found unsafe is left out of what follows
     */
    R send(boolean withPreview);

    /** The voice, made by an earlier attempt whose answer was lost. */
    R inferred();
}
