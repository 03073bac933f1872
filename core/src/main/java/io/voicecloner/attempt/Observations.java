package io.voicecloner.attempt;

import io.voicecloner.Delivery;

/**
 * What was seen of one request on its connection, and the delivery that follows from it. Written by the threads of the
 * transport, read by the caller once the request has ended.
 */
public final class Observations {
    private volatile boolean requestStarted;
    private volatile boolean bodyStarted;
    private volatile boolean bodyEnded;
    private volatile int status;
    private volatile boolean answerComplete;

    /** The first byte of the request was handed to the connection. */
    public void requestStarted() {
        requestStarted = true;
    }

    /** The first byte of the body was. */
    public void bodyStarted() {
        bodyStarted = true;
    }

    /** The last byte of the body was. */
    public void bodyEnded() {
        bodyEnded = true;
    }

    /** The head of an answer came. */
    public void answered(int httpStatus) {
        status = httpStatus;
    }

    /** The whole answer came and can be read. */
    public void answerComplete() {
        answerComplete = true;
    }

    /** The status of the answer; 0 while there is none. */
    public int status() {
        return status;
    }

    /** Whether a whole readable answer came. */
    public boolean hasAnswer() {
        return answerComplete;
    }

    /**
     * How far the request came, as far as the connection tells; the provider's own code in a readable answer may say more.
     * Bodies are always sent with their length, so that a server can tell a body that was cut off.
     */
    public Delivery delivery() {
        if (!requestStarted) {
            return Delivery.NOT_SENT;
        }
        if (status == 0) {
            return bodyStarted && !bodyEnded ? Delivery.INCOMPLETE : Delivery.UNKNOWN;
        }
        if (status >= 200 && status < 300) {
            return answerComplete ? Delivery.DONE : Delivery.ANSWER_LOST;
        }
        if (status == 429) {
            return Delivery.REFUSED;
        }
        // What stands below 200 announces an answer, and is none.
        boolean open = status < 200 || status == 408 || status == 409 || status >= 500;
        return open ? Delivery.UNKNOWN : Delivery.REJECTED;
    }
}
