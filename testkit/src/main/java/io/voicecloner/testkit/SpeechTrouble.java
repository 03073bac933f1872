package io.voicecloner.testkit;

import java.util.Locale;

/**
 * What becomes of a request to speak that is no task. Unless its description says otherwise the host makes no synthesis, answers as the
 * provider documents it, and closes the connection in an orderly way.
 */
public enum SpeechTrouble {
    /** There is no voice of this id (any more). */
    VOICE_MISSING,
    /** The voice is there and belongs to another account. */
    VOICE_FOREIGN,
    /** The key is refused. */
    KEY_REFUSED,
    /** Too many requests in a time. */
    RATE_LIMITED,
    /** The text is found unsafe. */
    CONTENT_REJECTED,
    /** The provider reports a fault of its own, which says nothing of whether a synthesis was made. */
    PROVIDER_FAULT,
    /** The whole request is read; the connection ends without an answer. */
    DROPPED_BEFORE_ACTING,
    /** A synthesis is made; the connection ends without an answer. */
    DROPPED_AFTER_ACTING,
    /** A synthesis is made; half of the answer's body comes. */
    TRUNCATED,
    /** Status 200 and a web page. */
    NOT_JSON,
    /** A synthesis is made and the answer says so, but holds no audio. */
    NO_AUDIO,
    /** A synthesis is made; of its stream some audio comes, then the connection ends. An answer that is no stream is left alone. */
    STREAM_CUT,
    /** A synthesis is made; the last chunk of its stream is the whole audio once more. An answer that is no stream is left alone. */
    WHOLE_AGAIN,
    /** A synthesis is made; nothing is answered within 20 seconds. */
    SLOW;

    /** The name as words: "voice missing". */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
