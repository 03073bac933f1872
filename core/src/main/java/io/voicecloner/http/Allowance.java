package io.voicecloner.http;

import io.voicecloner.Reason;

/**
 * How much may come over a connection before anybody takes it. A transport reads a line to its end before it gives anything on, however
 * long a server makes it: the cap on an answer begins too late for that.
 */
final class Allowance {
    private final long most;
    private long left;

    Allowance(long most) {
        this.most = most;
        this.left = most;
    }

    synchronized void take(int bytes) throws UnreadableReplyException {
        left -= bytes;
        if (left < 0) {
            throw new UnreadableReplyException(Reason.TOO_LARGE, "more than " + most + " bytes came that say nothing");
        }
    }

    /** What came was taken. */
    synchronized void renew() {
        left = most;
    }
}
