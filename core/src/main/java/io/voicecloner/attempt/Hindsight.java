package io.voicecloner.attempt;

import io.voicecloner.Reason;

/**
 * What the answer to a repeated request says of the first one, whose own answer was lost. Most answers say nothing: an account that
 * has no balance now may have had some a moment ago.
 */
enum Hindsight {
    /** The voice is there. */
    MADE,
    /** No: the same request met the same refusal before. */
    NOT_MADE,
    /** The voice of this id is somebody else's, and was before. */
    NEVER_OURS,
    /** The content was refused, and may have passed before: such checks differ from time to time. */
    REFUSED_NOW,
    /** Nothing. */
    NOTHING;

    static Hindsight of(Reason laterReason) {
        return switch (laterReason) {
            case DUPLICATE -> MADE;
            case PARAMETER, AUDIO -> NOT_MADE;
            case FOREIGN_VOICE -> NEVER_OURS;
            case INPUT_CONTENT -> REFUSED_NOW;
            default -> NOTHING;
        };
    }
}
