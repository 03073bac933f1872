package io.voicecloner.emulator;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one request to come, handed to {@link Emulator#script}. Immutable.
 *
 * <p>Every request is read whole first, whatever then becomes of it. "The honest thing" is what the provider does when nothing is
 * scripted, refusals included; "nothing is done" means that no file, no voice and no place in a rate limit is taken.
 */
public final class Fault {
    /** No fault at all, to be delayed. */
    static final Fault HONEST = new Fault("honest", null, true, Delivery.PLAIN, StreamTrouble.NONE);

    private final String words;

    /** Null when the honest answer is the one that is sent. */
    private final @Nullable Answer instead;

    private final boolean acts;
    private final Delivery delivery;
    private final StreamTrouble trouble;

    private Fault(String words, @Nullable Answer instead, boolean acts, Delivery delivery, StreamTrouble trouble) {
        this.words = words;
        this.instead = instead;
        this.acts = acts;
        this.delivery = delivery;
        this.trouble = trouble;
    }

    private static Fault of(String words, @Nullable Answer instead, boolean acts, Delivery delivery) {
        return new Fault(words, instead, acts, delivery, StreamTrouble.NONE);
    }

    /** The honest thing is done at once, its answer waits this long, in real time. */
    public static Fault delay(Duration duration) {
        return HONEST.delayed(duration);
    }

    /**
     * HTTP 200 and a {@code base_resp} with this code, as MiniMax tells errors (spec/001). Nothing is done. Any provider can be
     * made to answer so: such bodies are known behind the other dialect too (wire-facts 3.4).
     */
    public static Fault code(long code, String message) {
        return madeUp("code " + code, MiniMaxRefusal.envelope(code, message));
    }

    /**
     * This status and {@code code}, {@code reason}, {@code message}, {@code metadata}, as Novita tells errors (wire-facts 2.5).
     * Nothing is done.
     *
     * @throws IllegalArgumentException if the status is not from 200 to 999, or one that forbids a body
     */
    public static Fault reason(int status, String reason, String message) {
        return madeUp(
                "reason " + status + " " + reason, NovitaRefusal.envelope(checked(status, true), reason, message));
    }

    /**
     * This status and an empty body. Nothing is done.
     *
     * @throws IllegalArgumentException if the status is not from 200 to 999
     */
    public static Fault status(int status) {
        return madeUp("status " + status, Answer.empty(checked(status, false)));
    }

    /**
     * This answer, byte for byte in UTF-8. Nothing is done.
     *
     * @throws IllegalArgumentException if the status is not from 200 to 999 or forbids a body and there is one, or the content
     *     type is no line of visible ASCII characters and spaces
     */
    public static Fault answer(int status, String contentType, String body) {
        return madeUp(
                "answer " + status,
                Answer.of(checked(status, !body.isEmpty()), line("a content type", contentType), body));
    }

    /** A web page with HTTP 200, as a gateway was seen to answer for a path it does not serve (wire-facts 4.4). Nothing is done. */
    public static Fault html() {
        return madeUp("html", Answer.webPage());
    }

    /** The whole request is read, nothing is done, the connection ends without an answer: in an orderly way, with a FIN. */
    public static Fault dropBefore() {
        return of("drop before", Answer.NONE, false, Delivery.PLAIN);
    }

    /** The honest thing is done, the connection ends without an answer: in an orderly way, with a FIN. */
    public static Fault dropAfter() {
        return of("drop after", Answer.NONE, true, Delivery.PLAIN);
    }

    /** The honest thing is done, but the connection ends with a FIN after half of the body that {@code Content-Length} announces, or a stream has. */
    public static Fault truncated() {
        return of("truncated", null, true, Delivery.PLAIN.cutInHalf());
    }

    /**
     * The honest thing is done and the body of its answer comes byte by byte, with this much real time between two.
     *
     * @throws IllegalArgumentException if the gap is negative
     */
    public static Fault drip(Duration gap) {
        return of("drip " + Durations.text(gap), null, true, Delivery.PLAIN.dripping(gap));
    }

    /**
     * Of a synthesis that is streamed, as are the next four: the connection ends with a FIN after so many chunks, of a shorter one
     * after its last. An answer that is no stream, a refusal for one, goes out as it is.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public static Fault cutAfter(int chunks) {
        return ofStream("cut after " + chunks, StreamTrouble.cutAfter(chunks));
    }

    /**
     * This chunk of the stream comes twice, whole.
     *
     * @param chunk counted from 1; there need not be so many, and the last one, which ends the stream, never is repeated
     * @throws IllegalArgumentException if the number is below 1
     */
    public static Fault repeatChunk(int chunk) {
        return ofStream("repeat chunk " + chunk, StreamTrouble.repeating(chunk));
    }

    /**
     * This chunk of the stream is no JSON but the first half of what it should be; the next ones are whole.
     *
     * @param chunk counted from 1, as for {@link #repeatChunk}
     * @throws IllegalArgumentException if the number is below 1
     */
    public static Fault brokenChunk(int chunk) {
        return ofStream("broken chunk " + chunk, StreamTrouble.breaking(chunk));
    }

    /** All audio comes, but no last chunk that says so; the answer ends in an orderly way. */
    public static Fault noLastChunk() {
        return ofStream("no last chunk", StreamTrouble.withoutEnd());
    }

    /** The last chunk of the stream repeats all of the audio, also where the request forbids it or the provider never does. */
    public static Fault wholeAgain() {
        return ofStream("whole again", StreamTrouble.wholeAgain());
    }

    private static Fault ofStream(String words, StreamTrouble trouble) {
        return new Fault(words, null, true, Delivery.PLAIN, trouble);
    }

    /**
     * Of {@link #code}, {@link #reason}, {@link #status}, {@link #answer} and {@link #html}: the honest thing is done first, its
     * answer is lost and this one sent.
     *
     * @throws IllegalArgumentException if this fault is none of these
     */
    public Fault afterActing() {
        return new Fault(words + " after acting", madeUpAnswer("be told to act first"), true, delivery, trouble);
    }

    /**
     * The same, but that much later, in real time: the wait comes after what is done and before the first byte of the answer or
     * the end of the connection. Delays add up.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public Fault delayed(Duration duration) {
        return new Fault(
                words + " delayed " + Durations.text(duration), instead, acts, delivery.later(duration), trouble);
    }

    /**
     * Of the five that make up an answer: adds the header {@code Retry-After} with this value, however odd.
     *
     * @throws IllegalArgumentException if this fault makes up no answer, or the value is no line of visible ASCII characters and
     *     spaces
     */
    public Fault retryAfter(String value) {
        Answer answer = madeUpAnswer("carry Retry-After").withHeader("Retry-After", line("Retry-After", value));
        return new Fault(words + " Retry-After " + value, answer, acts, delivery, trouble);
    }

    /**
     * Of {@link #dropBefore}, {@link #dropAfter}, {@link #truncated} and {@link #cutAfter}: the connection ends with a reset, an RST, instead of an
     * orderly end.
     *
     * @throws IllegalArgumentException if this fault leaves the connection alone
     */
    public Fault reset() {
        if (!drops() && !delivery.half() && !trouble.cuts()) {
            throw new IllegalArgumentException(
                    "\"" + words + "\" cannot end with a reset: it does not end the connection");
        }
        return new Fault(words + " with a reset", instead, acts, delivery.withReset(), trouble);
    }

    /** In a few words, as it stands in {@link ReceivedRequest#fault}: {@code code 1002 after acting}. */
    @Override
    public String toString() {
        return words;
    }

    Delivery delivery() {
        return delivery;
    }

    /** The answer of a request that meets this fault. */
    Answer met(Doing honest, Doing nothing) throws IOException {
        Answer done = acts ? honest.answer() : nothing.answer();
        return (instead == null ? done.troubled(trouble) : instead).withFault(this);
    }

    /** One of the two things that can be done with a request. */
    @FunctionalInterface
    interface Doing {
        Answer answer() throws IOException;
    }

    private boolean drops() {
        return instead != null && instead.isNone();
    }

    private static Fault madeUp(String words, Answer answer) {
        return of(words, answer, false, Delivery.PLAIN);
    }

    private Answer madeUpAnswer(String wish) {
        if (instead == null || instead.isNone()) {
            throw new IllegalArgumentException("\"" + words + "\" cannot " + wish + ": it makes up no answer");
        }
        return instead;
    }

    private static int checked(int status, boolean body) {
        if (status < 200 || status > 999) {
            throw new IllegalArgumentException("a status is from 200 to 999, not " + status);
        }
        if (body && (status == 204 || status == 304)) {
            throw new IllegalArgumentException("an answer with status " + status + " has no body");
        }
        return status;
    }

    private static String line(String what, String value) {
        if (!value.matches("[ -~]+")) {
            throw new IllegalArgumentException(what + " is one line of visible ASCII characters and spaces");
        }
        return value;
    }
}
