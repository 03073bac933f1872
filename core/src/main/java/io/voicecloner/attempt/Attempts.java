package io.voicecloner.attempt;

import io.voicecloner.Category;
import io.voicecloner.CloneEvent;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.OnAmbiguity;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Rate;
import io.voicecloner.RateLimitedException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.RateGate;
import io.voicecloner.spi.Time;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Sends the requests of one account of one provider, again where that is safe, and never where a second voice could come of it. Thread-safe.
 */
public final class Attempts {
    private static final Duration NEVER_SLOW = Duration.ofDays(1);

    /** Of tasks (public page of the query, wire-facts 1.4). */
    private static final Rate MOST_QUERIES = Rate.parse("10/s").orElseThrow();

    private final Supplier<String> account;
    private final ProviderSettings settings;
    private final Pauses pauses;
    private final Map<Operation, Lane> lanes = new EnumMap<>(Operation.class);

    /** @param account what tells accounts apart; not printed */
    public Attempts(Supplier<String> account, ProviderSettings settings, Time time, RandomGenerator random) {
        this(account, settings, time, random, Optional.empty());
    }

    /**
     * As the other, with turns that others may share.
     *
     * @param account what tells accounts apart; not printed
     * @param shared who says whose turn it is; empty for a gate of these requests' own, whatever account they are made for
     */
    public Attempts(
            Supplier<String> account,
            ProviderSettings settings,
            Time time,
            RandomGenerator random,
            Optional<RateGate> shared) {
        this.account = account;
        this.settings = settings;
        this.pauses = new Pauses(random);
        Gate creating = shared.map(turns -> new Gate(turns, account, "create"))
                .orElseGet(() -> new Gate("create", settings.rate(), time));
        Gate speaking = shared.map(turns -> new Gate(turns, account, "speak"))
                .orElseGet(() -> new Gate("speak", settings.rate(), time));
        Gate asking = new Gate("query", MOST_QUERIES, time);
        Gate open = new Gate("other", Rate.unlimited(), time);
        for (Operation operation : Operation.values()) {
            Breaker breaker = new Breaker(operation.name(), slow(operation, settings), time);
            if (!operation.createsVoice() && operation != Operation.UPLOAD && operation != Operation.SPEAK) {
                // Downloads go to one host after the other; what one does says nothing of the next.
                // What is asked of tasks and lists says nothing of voices.
                breaker.disable();
            }
            Gate gate = switch (operation) {
                case CREATE, CREATE_BY_ID -> creating;
                case SPEAK -> speaking;
                case QUERY -> asking;
                case UPLOAD, READ, DELETE -> open;
            };
            lanes.put(operation, new Lane(breaker, gate, new Slots(operation.name(), atOnce(operation), 64)));
        }
    }

    private static int atOnce(Operation operation) {
        return switch (operation) {
            case UPLOAD -> 2;
            case SPEAK -> 8;
            case CREATE, CREATE_BY_ID, READ, QUERY, DELETE -> 4;
        };
    }

    /**
     * How long an upload takes says something of the caller's own line, and how long speech takes, of how long it is and how fast it is listened
     * to; how long any other answer takes, of the provider.
     */
    private static Duration slow(Operation operation, ProviderSettings settings) {
        return switch (operation) {
            case UPLOAD -> settings.callTimeout();
            case SPEAK -> NEVER_SLOW;
            case CREATE, CREATE_BY_ID, READ, QUERY, DELETE ->
                settings.readTimeout().multipliedBy(4).dividedBy(5);
        };
    }

    /** What guards one operation: in this order, peeked at, waited for, waited for, and asked again. */
    private record Lane(Breaker breaker, Gate gate, Slots slots) {
        /**
         * The whole composition, outermost first. Who waits for the gate holds no slot and no permit of the breaker; an open breaker
         * costs no turn at the gate; what is refused here never reaches the breaker's statistics.
         */
        <R> R once(Watched watched, Step step, CallScope scope, Supplier<R> call) {
            FailurePolicy.requireTime(step, scope);
            breaker.peek(step, scope);
            gate.pass(step, scope);
            slots.enter(step, scope);
            try {
                return breaker.around(step, scope, () -> watched.request(call));
            } finally {
                slots.leave();
                watched.tell();
            }
        }
    }

    /**
     * Fails as the request for a voice would at once, without anything being done for it before: with a provider that is left alone for a while,
     * or asked for that until after the deadline.
     */
    public void requireReady(CallScope scope) {
        for (Operation operation : Operation.values()) {
            if (operation.createsVoice()) {
                lane(operation).breaker.peek(Step.CLONE, scope);
                lane(operation).gate.peek(Step.CLONE, scope);
            }
        }
    }

    /** A request to make a voice of an id that was chosen here. */
    public interface CreateById<R> {
        /**
         * Sends it.
         *
         * @param withPreview whether to ask for the preview too, if there is to be one
         */
        R send(boolean withPreview);

        /** The voice, made by an earlier attempt whose answer was lost. */
        R inferred();
    }

    /**
     * Makes a voice of an id that was chosen here.
     *
     * @param idIsUnguessable whether nobody else can have thought of the id
     * @param ready does what must be done before, once, and while nobody else in this JVM may ask for the same id
     */
    public <R> R createById(
            String voiceId, boolean idIsUnguessable, CallScope scope, Supplier<? extends CreateById<R>> ready) {
        boolean reconciles = settings.onAmbiguity()
                .map(rule -> rule == OnAmbiguity.RECONCILE)
                .orElse(idIsUnguessable);
        SingleFlight flight = SingleFlight.enter(account.get(), voiceId, Step.CLONE, scope);
        try {
            Course course = course(Operation.CREATE_BY_ID, reconciles, idIsUnguessable, scope);
            return run(Operation.CREATE_BY_ID, Step.CLONE, course, scope, ready.get());
        } finally {
            flight.close();
        }
    }

    /** Makes a voice of an id that the provider chooses. */
    public <R> R create(CallScope scope, Supplier<R> create) {
        Course course = course(Operation.CREATE, false, false, scope);
        return run(Operation.CREATE, Step.CLONE, course, scope, onlySent(create));
    }

    /** Sends what may be sent again. */
    public <R> R repeat(Operation operation, Step step, CallScope scope, Supplier<R> send) {
        return run(operation, step, course(operation, false, false, scope), scope, onlySent(send));
    }

    /**
     * Sends what costs money each time.
     *
     * @param repeatsAfterLoss how often it may be sent again after its answer was lost
     */
    public <R> R speak(int repeatsAfterLoss, CallScope scope, Supplier<R> send) {
        // Who wants nothing repeated has nothing repeated.
        int most = settings.attempts() == 1 ? 1 : Math.max(settings.attempts(), 1 + repeatsAfterLoss);
        RetryState retry = new RetryState(Operation.SPEAK, most, pauses);
        Course course = new Course(Operation.SPEAK, false, false, retry, scope).repeatingAfterLoss(repeatsAfterLoss);
        return run(Operation.SPEAK, Step.SPEAK, course, scope, onlySent(send));
    }

    private Course course(Operation operation, boolean reconciles, boolean idIsUnguessable, CallScope scope) {
        RetryState retry = new RetryState(operation, settings.attempts(), pauses);
        return new Course(operation, reconciles, idIsUnguessable, retry, scope);
    }

    private <R> R run(Operation operation, Step step, Course course, CallScope scope, CreateById<R> create) {
        return scope.step(step, () -> attempts(lane(operation), step, course, scope, create));
    }

    private <R> R attempts(Lane lane, Step step, Course course, CallScope scope, CreateById<R> create) {
        boolean withPreview = true;
        for (int attempt = 1; ; attempt++) {
            VoiceClonerException failure;
            try {
                boolean preview = withPreview;
                Watched watched = new Watched(step, attempt, scope);
                return lane.once(watched, step, scope, () -> create.send(preview));
            } catch (VoiceClonerException e) {
                failure = step.createsVoice() ? e : counted(e, attempt);
            } catch (RuntimeException e) {
                failure = misread(step, scope, e);
            }
            if (failure instanceof RateLimitedException limited && limited.delivery() == Delivery.REFUSED) {
                limited.retryAfter().ifPresent(wait -> lane.gate.hold(shorter(wait, Pauses.LONGEST_ASKED)));
            }
            Course.Ruling ruling = course.after(failure);
            if (ruling instanceof Course.Ruling.Fail fail) {
                throw fail.failure();
            }
            if (ruling instanceof Course.Ruling.Made) {
                return create.inferred();
            }
            if (ruling instanceof Course.Ruling.Again again) {
                withPreview &= again.withPreview();
                scope.pause(step, CloneEvent.Wait.REPEAT, again.pause());
                try {
                    FailurePolicy.requireTime(step, scope);
                } catch (VoiceClonerException tooLate) {
                    throw course.settled(step.createsVoice() ? tooLate : counted(tooLate, attempt));
                }
            }
        }
    }

    /** A dialect that stumbles over an answer must not make a voice forgotten that may be there. */
    private static VoiceClonerException misread(Step step, CallScope scope, RuntimeException stumble) {
        if (!step.createsVoice() || scope.createAttempts() == 0) {
            throw stumble;
        }
        FailureReport.Builder report = scope.failure(
                        Category.AMBIGUOUS_OUTCOME, Reason.UNREADABLE, step, "the answer could not be understood")
                .delivery(Delivery.ANSWER_LOST)
                .hint(FailurePolicy.FIND_OUT);
        return Failures.exception(FailurePolicy.withChecks(report, scope), stumble);
    }

    /** Requests to make a voice count themselves; of the others the last failure tells how many there were. */
    private static VoiceClonerException counted(VoiceClonerException failure, int attempts) {
        return attempts == 1
                ? failure
                : Failures.retold(failure, failure.report().toBuilder().attempts(attempts));
    }

    private Lane lane(Operation operation) {
        Lane lane = lanes.get(operation);
        if (lane == null) {
            throw new IllegalStateException("every operation has its lane");
        }
        return lane;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static <R> CreateById<R> onlySent(Supplier<R> send) {
        return new CreateById<>() {
            @Override
            public R send(boolean withPreview) {
                return send.get();
            }

            @Override
            public R inferred() {
                throw new IllegalStateException("nothing but a chosen id can be inferred from");
            }
        };
    }
}
