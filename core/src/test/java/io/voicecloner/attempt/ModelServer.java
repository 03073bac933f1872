package io.voicecloner.attempt;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A provider as a list of what it does to one request after the other, and the voices that are really there: the oracle. */
final class ModelServer {
    /** What it does to one request. */
    enum Behaviour {
        ANSWERS(true, true),
        MAKES_IT_AND_GOES_SILENT(true, false),
        GOES_SILENT(false, false),
        MAKES_IT_AND_ANSWERS_HALF(true, false),
        MAKES_IT_AND_FAULTS(true, false),
        FAULTS(false, false),
        MAKES_IT_AND_DOES_NOT_EXPLAIN(true, false),
        DOES_NOT_EXPLAIN(false, false),
        CUTS_THE_REQUEST_OFF(false, false),
        FAULTS_AND_ASKS_TO_WAIT(false, false),
        CANNOT_BE_REACHED(false, false),
        IS_NOT_FOUND(false, false),
        ASKS_TO_WAIT(false, false),
        ASKS_TO_WAIT_LONG(false, false),
        HAS_NO_BALANCE(false, false),
        REFUSES_THE_KEY(false, false),
        REFUSES_A_PARAMETER(false, false),
        FINDS_IT_UNSAFE(false, false),
        FINDS_THE_PREVIEW_UNSAFE(true, false);

        final boolean acts;
        final boolean answers;

        Behaviour(boolean acts, boolean answers) {
            this.acts = acts;
            this.answers = answers;
        }
    }

    private final List<Behaviour> script;
    private final boolean idsAreChosen;
    private final boolean idIsTaken;
    private final List<Boolean> requests = new ArrayList<>();
    private int voices;
    private boolean answeredInFull;

    /** @param idIsTaken whether somebody else's voice has the id */
    ModelServer(List<Behaviour> script, boolean idsAreChosen, boolean idIsTaken) {
        this.script = script;
        this.idsAreChosen = idsAreChosen;
        this.idIsTaken = idIsTaken;
    }

    int voices() {
        return voices;
    }

    int requests() {
        return requests.size();
    }

    /** Whether each request asked for a preview, in order. */
    List<Boolean> previews() {
        return requests;
    }

    boolean answeredInFull() {
        return answeredInFull;
    }

    /** One request; past the end of the script the last behaviour goes on. */
    String request(boolean withPreview, CallScope scope) {
        Behaviour behaviour = script.get(Math.min(requests.size(), script.size() - 1));
        requests.add(withPreview);
        // Nobody refuses a preview that nobody asked for.
        if (behaviour == Behaviour.FINDS_THE_PREVIEW_UNSAFE && !withPreview) {
            behaviour = Behaviour.ANSWERS;
        }
        // Whoever carried a request out does not find its twin malformed; it may find another one so.
        if (behaviour == Behaviour.REFUSES_A_PARAMETER && voices > 0 && withPreview) {
            behaviour = Behaviour.FAULTS;
        }
        if (behaviour.acts) {
            if (idIsTaken || (idsAreChosen && voices > 0)) {
                if (behaviour.answers || behaviour == Behaviour.FINDS_THE_PREVIEW_UNSAFE) {
                    throw failure(Category.VOICE_ID_TAKEN, Reason.DUPLICATE, Delivery.REJECTED, scope);
                }
            } else {
                voices++;
            }
        }
        if (behaviour.answers) {
            answeredInFull = true;
            return "made";
        }
        throw failureOf(behaviour, scope);
    }

    private static VoiceClonerException failureOf(Behaviour behaviour, CallScope scope) {
        return switch (behaviour) {
            case MAKES_IT_AND_GOES_SILENT, GOES_SILENT -> doubt(Reason.TIMEOUT, Delivery.UNKNOWN, scope);
            case MAKES_IT_AND_ANSWERS_HALF -> doubt(Reason.INCOMPLETE_REPLY, Delivery.ANSWER_LOST, scope);
            case MAKES_IT_AND_FAULTS, FAULTS -> doubt(Reason.PROVIDER_FAULT, Delivery.UNKNOWN, scope);
            case MAKES_IT_AND_DOES_NOT_EXPLAIN, DOES_NOT_EXPLAIN -> doubt(Reason.UNEXPLAINED, Delivery.UNKNOWN, scope);
            case CUTS_THE_REQUEST_OFF -> doubt(Reason.CONNECTION_LOST, Delivery.INCOMPLETE, scope);
            case FAULTS_AND_ASKS_TO_WAIT ->
                waiting(Category.AMBIGUOUS_OUTCOME, Reason.PROVIDER_FAULT, Delivery.UNKNOWN, 12, scope);
            case CANNOT_BE_REACHED -> failure(Category.PROVIDER_UNAVAILABLE, Reason.CONNECT, Delivery.NOT_SENT, scope);
            case IS_NOT_FOUND -> failure(Category.PROVIDER_UNAVAILABLE, Reason.DNS, Delivery.NOT_SENT, scope);
            case ASKS_TO_WAIT -> failure(Category.RATE_LIMITED, Reason.RATE, Delivery.REFUSED, scope);
            case ASKS_TO_WAIT_LONG -> waiting(Category.RATE_LIMITED, Reason.RATE, Delivery.REFUSED, 61, scope);
            case HAS_NO_BALANCE -> failure(Category.QUOTA, Reason.BALANCE, Delivery.REJECTED, scope);
            case REFUSES_THE_KEY -> failure(Category.ACCESS, Reason.KEY, Delivery.REJECTED, scope);
            case REFUSES_A_PARAMETER -> failure(Category.INVALID_REQUEST, Reason.PARAMETER, Delivery.REJECTED, scope);
            case FINDS_IT_UNSAFE -> failure(Category.CONTENT_REJECTED, Reason.INPUT_CONTENT, Delivery.REJECTED, scope);
            case FINDS_THE_PREVIEW_UNSAFE ->
                Failures.exception(scope.failure(Category.CONTENT_REJECTED, Reason.OUTPUT_CONTENT, Step.CLONE, "unsafe")
                        .delivery(Delivery.REJECTED)
                        .voiceMayExist(true));
            case ANSWERS -> throw new AssertionError("that is no failure");
        };
    }

    private static VoiceClonerException waiting(
            Category category, Reason reason, Delivery delivery, int seconds, CallScope scope) {
        return Failures.exception(scope.failure(category, reason, Step.CLONE, reason.id())
                .delivery(delivery)
                .retryAfter(Duration.ofSeconds(seconds)));
    }

    private static VoiceClonerException doubt(Reason reason, Delivery delivery, CallScope scope) {
        return failure(Category.AMBIGUOUS_OUTCOME, reason, delivery, scope);
    }

    private static VoiceClonerException failure(Category category, Reason reason, Delivery delivery, CallScope scope) {
        return Failures.exception(
                scope.failure(category, reason, Step.CLONE, reason.id()).delivery(delivery));
    }
}
