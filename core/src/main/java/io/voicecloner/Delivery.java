package io.voicecloner;

import java.util.Locale;

/**
 * How far a request came: the one question every repeat depends on. Computed from what was seen on the connection, never from
 * an exception's class or text.
 */
public enum Delivery {
    /** No byte of the request left: certainly not done. */
    NOT_SENT,
    /** The provider said "not now": certainly not done, may be asked again. */
    REFUSED,
    /** The provider said "no": certainly not done, asking again will not help. */
    REJECTED,
    /** The request's body was cut off: a correct server cannot have acted. */
    INCOMPLETE,
    /** The whole request left, no usable word came back: may or may not be done. */
    UNKNOWN,
    /** The provider began to answer "yes", and the answer is lost: probably done. */
    ANSWER_LOST,
    /** A complete valid "yes". */
    DONE;

    /** The name in kebab case, as the command line prints it: {@code answer-lost}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the provider may have done what it was asked. */
    public boolean mayHaveActed() {
        return switch (this) {
            case NOT_SENT, REFUSED, REJECTED -> false;
            case INCOMPLETE, UNKNOWN, ANSWER_LOST, DONE -> true;
        };
    }
}
