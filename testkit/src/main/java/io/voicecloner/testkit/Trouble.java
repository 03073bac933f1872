package io.voicecloner.testkit;

/**
 * What becomes of a request to make a voice, or of one before or after it. Unless its description says otherwise it is the
 * request to make a voice, and the host makes none, answers as the provider documents it, and closes the connection in an orderly
 * way.
 */
public enum Trouble {
    /** The key is refused. */
    KEY_REFUSED,
    /** The key is good, and its account may not clone voices. */
    PERMISSION_DENIED,
    /** The account has no money left. */
    BALANCE_EMPTY,
    /** Too many requests in a time. */
    RATE_LIMITED,
    /** The recording or the text going in is found unsafe. */
    CONTENT_REJECTED,
    /** The speech of the preview is found unsafe: the voice had to be made first. */
    PREVIEW_REJECTED,
    /** Somebody's voice has this id already. */
    VOICE_ID_TAKEN,
    /** A parameter is refused. */
    PARAMETER_REFUSED,
    /** The recording is refused. */
    AUDIO_REFUSED,
    /** The provider reports a fault of its own, which says nothing of whether a voice was made. */
    PROVIDER_FAULT,
    /** A failure under a code that no document lists, and under an HTTP status that does not say whether a voice was made. */
    UNLISTED_CODE,
    /** Status 200 and a web page. */
    NOT_JSON,
    /** Status 200 and nothing. */
    EMPTY_BODY,
    /** Status 404 and plain text, as a server answers for a path that it does not have. */
    WRONG_PATH,
    /** A voice is made; half of the answer's body comes. */
    TRUNCATED,
    /** The whole request is read; the connection ends without an answer. */
    DROPPED_BEFORE_ACTING,
    /** A voice is made; the connection ends without an answer. */
    DROPPED_AFTER_ACTING,
    /** A voice is made; nothing is answered within 20 seconds. */
    SLOW,
    /** A voice is made and the answer says so, but lacks the preview that was asked for. */
    PREVIEW_MISSING,
    /** A voice is made and the answer says so, and that its content was found unsafe. */
    CONTENT_FLAGGED,
    /** A voice is made and the answer says so, with the address of a preview that answers with status 404. */
    PREVIEW_GONE,
    /** A request before the one to make a voice, an upload as a rule, meets a fault that the provider reports of its own. */
    UPLOAD_FAULT,
    /** A request before the one to make a voice, an upload as a rule, is answered with status 200 and a web page. */
    UPLOAD_NOT_JSON;

    /** Whether no request to make a voice follows. */
    boolean endsBeforeCreating() {
        return this == UPLOAD_FAULT || this == UPLOAD_NOT_JSON;
    }

    /** Whether only a clone that asks for a preview can meet it. */
    boolean needsPreview() {
        return this == PREVIEW_REJECTED || this == PREVIEW_MISSING || this == PREVIEW_GONE;
    }

    /** The name as words: "key refused". */
    String words() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
