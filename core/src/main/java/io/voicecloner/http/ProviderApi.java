package io.voicecloner.http;

import com.squareup.moshi.Moshi;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.attempt.Attempts;
import io.voicecloner.attempt.CallRunner;
import io.voicecloner.attempt.CancelableCall;
import io.voicecloner.attempt.FailurePolicy;
import io.voicecloner.attempt.Operation;
import io.voicecloner.attempt.Parallel;
import io.voicecloner.spi.AudioOutput;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.PreparedSpeech;
import io.voicecloner.spi.ProviderContext;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * A provider's HTTP API with every rule of safe transport built in: the transport by itself sends nothing twice, no redirect is
 * followed, the key goes to its own origin only, answers are capped and must be JSON, and each request ends in a known
 * {@link io.voicecloner.Delivery}. By that and by what the request is for, {@code io.voicecloner.attempt} decides whether
 * {@link #createById}, {@link #create} and {@link #upload} send it again. Thread-safe.
 */
public final class ProviderApi implements AutoCloseable {
    private static final Set<Reason> GONE = EnumSet.of(Reason.MISSING_VOICE, Reason.UNKNOWN_FILE);

    private final BaseUrl baseUrl;
    private final ProviderSettings settings;
    private final Moshi moshi =
            new Moshi.Builder().add(Long.class, new WholeNumbers().nullSafe()).build();
    private final OkHttpClient client;
    private final Retrofit retrofit;
    private final CallRunner runner;
    private final Attempts attempts;

    private ProviderApi(
            String provider,
            BaseUrl baseUrl,
            ProviderSettings settings,
            List<String> traceHeaders,
            ProviderContext context,
            UnaryOperator<OkHttpClient> wiring) {
        this.baseUrl = baseUrl;
        this.settings = settings;
        ApiKey key = new ApiKey(provider, settings.apiKey());
        this.client = wiring.apply(HttpClients.forApi(baseUrl, key, settings, traceHeaders, context.clock()));
        this.retrofit = new Retrofit.Builder()
                .baseUrl(baseUrl.url())
                .callFactory(this::newCall)
                .addConverterFactory(MoshiConverterFactory.create(moshi))
                .validateEagerly(true)
                .build();
        this.runner = new CallRunner("voicecloner-" + provider, settings.executor());
        // Names given here tell nothing: one key is one account, whatever it is called.
        String address = baseUrl.url().toString();
        this.attempts = new Attempts(
                () -> key.fingerprint(address), settings, context.time(), new SplittableRandom(), context.rateGate());
    }

    /**
     * Gets ready to call an API. Sends nothing.
     *
     * @param provider the provider's id
     * @param baseUrl where the API is; {@code https}, or {@code http} to loopback
     * @param traceHeaders the response headers that may hold a trace id, most telling first
     * @throws io.voicecloner.ConfigurationException if the base URL or the customizer of the settings cannot be used
     */
    public static ProviderApi open(
            String provider,
            URI baseUrl,
            ProviderSettings settings,
            List<String> traceHeaders,
            ProviderContext context) {
        return open(provider, baseUrl, settings, traceHeaders, context, UnaryOperator.identity());
    }

    /** The same on another network: tests say where names lead and whom to trust. */
    static ProviderApi open(
            String provider,
            URI baseUrl,
            ProviderSettings settings,
            List<String> traceHeaders,
            ProviderContext context,
            UnaryOperator<OkHttpClient> wiring) {
        ReadableRecords.require(provider);
        return new ProviderApi(
                provider, BaseUrl.of(provider, baseUrl), settings, List.copyOf(traceHeaders), context, wiring);
    }

    /** A Retrofit interface; each of its methods takes an {@link Exchange} as {@code @Tag}. */
    public <S> S service(Class<S> type) {
        return retrofit.create(type);
    }

    /** Where the API is, with its last slash. */
    public URI baseUrl() {
        return baseUrl.url().uri();
    }

    /**
     * Makes a voice of an id that was chosen here: in turn, again where that is safe, and with an outcome in doubt reconciled where the
     * settings allow it. Of two calls for one id of one account, in this whole JVM, the second fails.
     *
     * @param idIsUnguessable whether the library made the id, so that nobody else can have thought of it
     * @param ready does what must be done before, such as uploads; asked once
     */
    public <R> R createById(String voiceId, boolean idIsUnguessable, CallScope scope, Supplier<CreateById<R>> ready) {
        return attempts.createById(voiceId, idIsUnguessable, scope, () -> attempted(ready.get()));
    }

    private static <R> Attempts.CreateById<R> attempted(CreateById<R> create) {
        return new Attempts.CreateById<>() {
            @Override
            public R send(boolean withPreview) {
                return create.send(withPreview);
            }

            @Override
            public R inferred() {
                return create.inferred();
            }
        };
    }

    /** Makes a voice of an id that the provider chooses: in turn, and once, unless it is certain that nothing was done. */
    public <R> R create(CallScope scope, Supplier<R> create) {
        return attempts.create(scope, create);
    }

    /**
     * Fails if a request for a voice would be refused here at once: by the breaker, or because the provider asked to be left alone until after the deadline. Asked before
     * recordings are brought to the provider in vain.
     */
    public void requireReady(CallScope scope) {
        attempts.requireReady(scope);
    }

    /** Uploads a recording, again where that failed: what may be there twice is for the caller to look for. */
    public <R> R upload(Step step, CallScope scope, Supplier<R> upload) {
        return attempts.repeat(Operation.UPLOAD, step, scope, upload);
    }

    /**
     * Has a text spoken: in turn, again where nothing was done, and as often as the request says where its answer was lost; never once audio was
     * handed out that cannot be taken back. Of an answer that broke off then it is told how much was.
     */
    public <R> R speak(PreparedSpeech request, CallScope scope, Supplier<R> speak) {
        try {
            return attempts.speak(request.repeatsAfterLoss(), scope, speak);
        } catch (VoiceClonerException e) {
            throw InterruptedSpeech.told(e, scope);
        }
    }

    /** Asks what became of a task: at most ten times a second, and again where that failed. */
    public <R> R query(Step step, CallScope scope, Supplier<R> query) {
        return attempts.repeat(Operation.QUERY, step, scope, query);
    }

    /** Reads, again where that failed. */
    public <R> R read(Step step, CallScope scope, Supplier<R> read) {
        return attempts.repeat(Operation.READ, step, scope, read);
    }

    /** Deletes, again where that failed. What is missing after an attempt whose answer was lost went with that one. */
    public void delete(Step step, CallScope scope, Runnable delete) {
        AtomicBoolean mayBeGone = new AtomicBoolean();
        try {
            attempts.repeat(Operation.DELETE, step, scope, () -> {
                try {
                    delete.run();
                    return true;
                } catch (VoiceClonerException e) {
                    if (mayBeGone.get() && GONE.contains(e.reason())) {
                        return false;
                    }
                    if (e.delivery().mayHaveActed()) {
                        mayBeGone.set(true);
                    }
                    throw e;
                }
            });
        } catch (VoiceClonerException e) {
            // What a later answer says is nothing against an earlier one that was lost.
            throw mayBeGone.get() && !e.delivery().mayHaveActed()
                    ? Failures.retold(e, e.report().toBuilder().delivery(Delivery.UNKNOWN))
                    : e;
        }
    }

    /**
     * Does what is owed whatever became of a call: with a little time of its own, and not ended by what ended the call.
     *
     * @param limit how much longer the caller waits at most
     */
    public void afterwards(CallScope scope, Duration limit, Consumer<CallScope> work) {
        boolean interrupted = Thread.interrupted();
        try {
            work.accept(CallScope.of(scope.provider(), limit, null, null, scope.time()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Sends one request and waits for its whole answer, at most until the scope's deadline. Does nothing about a failure: that is for what
     * surrounds it.
     *
     * @param request makes the call; asked exactly once
     * @return the answer, whatever its status; a 2xx is parsed
     * @throws VoiceClonerException if no whole readable answer came: its leaf follows from how far the request came
     */
    public <T> Answer<T> call(Step step, CallScope scope, Function<Exchange, Call<T>> request) {
        return call(step, scope, any -> Optional.empty(), request);
    }

    /**
     * As {@link #call(Step, CallScope, Function)}, for an answer from which something can be saved although it cannot be read whole.
     *
     * @param voiceIdIn finds the id of the voice in the beginning of an answer, for the failure to carry
     */
    public <T> Answer<T> call(
            Step step,
            CallScope scope,
            Function<String, Optional<String>> voiceIdIn,
            Function<Exchange, Call<T>> request) {
        return answer(new Exchange(step, scope, new Redaction(scope), voiceIdIn, null), request);
    }

    /**
     * As {@link #call(Step, CallScope, Function)}, for an answer that holds speech: JSON with the audio in hexadecimal digits or a link to it, or
     * a stream of events that hold it in pieces. The audio is led off while it comes; {@link Answer#body()} is what is left, of a
     * stream its last event, and {@link Answer#audioBytes()} says how much there was.
     *
     * @param output takes the audio
     */
    public <T> Answer<T> callForAudio(CallScope scope, AudioOutput output, Function<Exchange, Call<T>> request) {
        return answer(
                new Exchange(
                        Step.SPEAK, scope, new Redaction(scope), any -> Optional.empty(), new AudioTap(output, scope)),
                request);
    }

    private <T> Answer<T> answer(Exchange exchange, Function<Exchange, Call<T>> request) {
        Step step = exchange.step();
        CallScope scope = exchange.scope();
        FailurePolicy.requireTime(step, scope);
        if (step.createsVoice()) {
            scope.createAttempted();
        } else if (step.costs()) {
            scope.speechAttempted();
        }
        try {
            Response<T> response = runner.run(cancelable(request.apply(exchange), exchange), scope);
            exchange.observations().answerComplete();
            return new Answer<>(exchange, response.body(), moshi);
        } catch (IOException | RuntimeException e) {
            throw TransportFailures.of(exchange, e);
        }
    }

    /** Runs two parts of a clone at the same time; the first failure cancels the other part and is thrown. */
    public <A, B, R> R both(
            CallScope scope, Function<CallScope, A> first, Function<CallScope, B> second, BiFunction<A, B, R> join) {
        Parallel.Both<A, B> both = Parallel.run(runner, scope, first, second);
        return join.apply(both.first(), both.second());
    }

    /** Speech may be longer than any other answer, as long as it is led off. */
    private okhttp3.Call newCall(Request request) {
        Exchange exchange = request.tag(Exchange.class);
        AudioTap tap = exchange == null ? null : exchange.tap();
        return tap == null
                ? client.newCall(request)
                : client.newBuilder()
                        .socketFactory(CountedSockets.allowing(tap.allowance(), client.socketFactory()))
                        .build()
                        .newCall(request);
    }

    private <T> CancelableCall<Response<T>> cancelable(Call<T> call, Exchange exchange) {
        return new CancelableCall<>() {
            @Override
            public Response<T> execute() throws IOException {
                // Counted from here on: it may have waited for a thread.
                long left = exchange.scope().remaining().toNanos();
                // Speech takes as long as it takes; as long as it comes, the read timeout is kept to.
                long limit = exchange.tap() == null
                        ? Math.min(left, settings.callTimeout().toNanos())
                        : left;
                // Zero would mean no limit at all.
                call.timeout().timeout(Math.max(1, limit), TimeUnit.NANOSECONDS);
                return call.execute();
            }

            @Override
            public void cancel() {
                call.cancel();
            }

            @Override
            public boolean abandon() {
                return exchange.keepOffTheWire();
            }
        };
    }

    /** Ends every call in flight and frees threads and connections; an executor of the settings is left alone. */
    @Override
    public void close() {
        runner.close();
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
