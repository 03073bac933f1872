package io.voicecloner.testkit;

import io.voicecloner.AudioLimits;
import io.voicecloner.Capabilities;
import io.voicecloner.Category;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Confirmation;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.Feature;
import io.voicecloner.Preview;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.SafetyVerdict;
import io.voicecloner.Step;
import io.voicecloner.Usage;
import io.voicecloner.VoiceIdRule;
import io.voicecloner.VoiceRef;
import io.voicecloner.http.CreateById;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.CatalogSession;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.SpeechSession;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A provider that keeps every rule and takes every option, unless a subclass breaks one of its parts. It speaks to a
 * {@link FakeHost} without a wire.
 */
class FakeProvider implements VoiceClonerProvider {
    private static final Pattern VOICE_ID = Pattern.compile("[a-z][a-z0-9-]{7,63}");
    private static final Capabilities EVERYTHING = everything().build();

    private final String id;
    private final Set<String> breaks;

    /** @param breaks the rules that this one breaks, and no others */
    FakeProvider(String id, String... breaks) {
        this.id = id;
        this.breaks = Set.of(breaks);
    }

    final Set<String> breaks() {
        return breaks;
    }

    /** Whether its host can be slow, which takes time. */
    boolean slow() {
        return false;
    }

    /** Whether its host provokes this. */
    boolean meets(Trouble trouble) {
        return trouble != Trouble.SLOW || slow();
    }

    /** The same of speech. */
    boolean meets(SpeechTrouble trouble) {
        return false;
    }

    /** What speaks. */
    Optional<SpeechSession> speech(ProviderSettings settings, FakeHost host, ProviderApi api) {
        return Optional.empty();
    }

    /** What lists and deletes. */
    Optional<CatalogSession> catalog(ProviderSettings settings, FakeHost host) {
        return Optional.empty();
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public Set<Option> options() {
        return StandardOptions.with("FAKE", "https://fake.example/v1");
    }

    @Override
    public Capabilities capabilities(ProviderSettings settings) {
        return abilities();
    }

    /** What it can do, whatever the settings. */
    Capabilities abilities() {
        return EVERYTHING;
    }

    static Capabilities.Builder everything() {
        return Capabilities.builder(limits("wav"))
                .features(
                        Feature.FILE_AUDIO,
                        Feature.ACCURACY,
                        Feature.WATERMARK,
                        Feature.NOISE_REDUCTION,
                        Feature.VOLUME_NORMALIZATION,
                        Feature.SAFETY_VERDICT,
                        Feature.USAGE)
                .prompt(limits("wav"))
                .preview(500, List.of("model-1", "model-2"), "model-1")
                .languageBoost(List.of("English", "auto"))
                .chosenVoiceId(new VoiceIdRule(VOICE_ID, "8 to 64 letters, digits and -"));
    }

    static AudioLimits limits(String... formats) {
        return new AudioLimits(List.of(formats), Optional.empty(), Optional.empty(), 1_000_000);
    }

    @Override
    public ProviderSession open(ProviderSettings settings, ProviderContext context) {
        requireSafe(settings.baseUrl().orElseThrow());
        return new FakeSession(this, settings, context);
    }

    void requireSafe(URI baseUrl) {
        if (!"https".equals(baseUrl.getScheme())) {
            throw Failures.exception(FailureReport.of(
                            Category.CONFIGURATION, Reason.INVALID_SETTING, Step.CONFIGURE, "base-url is not https")
                    .provider(id));
        }
    }

    /** How the base URL is looked up. */
    FakeHost host(ProviderSettings settings) {
        return FakeHost.at(settings.baseUrl().orElseThrow().toString().replaceFirst("/+$", ""));
    }

    /** What is sent. */
    FakeRequest request(FakeCall call) {
        Set<Feature> asked = Stream.of(AskedOption.values())
                .filter(option -> isAsked(option, call))
                .map(AskedOption::feature)
                .collect(Collectors.toSet());
        return new FakeRequest(call.key(), call.request().voiceId(), asked);
    }

    private static boolean isAsked(AskedOption option, FakeCall call) {
        var request = call.request().request();
        Optional<?> value = switch (option) {
            case PROMPT -> request.prompt();
            case PREVIEW -> request.preview();
            case LANGUAGE -> request.language();
            case ACCURACY -> request.accuracy();
            case WATERMARK -> request.watermark();
            case NOISE_REDUCTION -> request.noiseReduction();
            case VOLUME_NORMALIZATION -> request.volumeNormalization();
        };
        return value.isPresent();
    }

    /** Fails if nothing may be sent now. */
    void requireReady(ProviderApi api, CallScope scope) {
        api.requireReady(scope);
    }

    /** Leaves the recording there. */
    void upload(FakeCall call, ProviderApi api) {
        api.upload(Step.UPLOAD, call.scope(), () -> read(call, call.host().upload()));
    }

    /** Makes a voice, with more than one request where that is safe. */
    ClonedVoice made(FakeCall call, ProviderApi api) {
        CallScope scope = call.scope();
        if (!abilities().has(Feature.CHOSEN_VOICE_ID)) {
            return api.create(scope, () -> asked(call).build());
        }
        return api.createById(call.request().chosenVoiceId(), isUnguessable(call), scope, () -> new CreateById<>() {
            @Override
            public ClonedVoice send(boolean withPreview) {
                return asked(call).build();
            }

            @Override
            public ClonedVoice inferred() {
                return inferredVoice(call).build();
            }
        });
    }

    boolean isUnguessable(FakeCall call) {
        return call.request().request().voiceId().isEmpty();
    }

    /** One request to make the voice, and what its answer says. */
    final ClonedVoice.Builder asked(FakeCall call) {
        call.scope().createAttempted();
        return voice(call, read(call, answer(call)));
    }

    private FakeAnswer read(FakeCall call, FakeAnswer answer) {
        Optional<Outcome> failure = answer.failure();
        if (failure.isPresent()) {
            throw Failures.exception(failure(call, answer, failure.get()));
        }
        return answer;
    }

    /** What is told of a voice that was found again. */
    ClonedVoice.Builder inferredVoice(FakeCall call) {
        FakeAnswer nothing = new FakeAnswer(null, Said.nothing(), call.request().chosenVoiceId(), null);
        return voice(call, nothing).confirmation(Confirmation.INFERRED);
    }

    /** Sends it and waits for the answer. */
    FakeAnswer answer(FakeCall call) {
        FakeAnswer answer = call.host().create(request(call));
        if (answer.trouble() == Trouble.SLOW) {
            FakeSession.awaitEnd(call.scope());
        }
        return answer;
    }

    /** What a failure is told as. */
    FailureReport.Builder failure(FakeCall call, FakeAnswer answer, Outcome outcome) {
        Trouble trouble = answer.trouble();
        Step step = trouble != null && trouble.endsBeforeCreating() ? Step.UPLOAD : Step.CLONE;
        return call.scope()
                .failure(outcome.category(), reason(call, answer, outcome), step, "it failed")
                .delivery(outcome.delivery())
                .voiceMayExist(outcome.voiceMayExist())
                .providerCode(answer.said().code().orElse(null))
                .providerMessage(answer.said().message().orElse(null))
                .traceId(answer.said().traceId().orElse(null))
                .retryAfter(answer.said().retryAfter().orElse(null))
                .checks(outcome.voiceMayExist() ? List.of("Look.") : List.of())
                .hint("Do something.");
    }

    /** One of the reasons, the same in every run: a set has no order, and what comes next may depend on it. */
    static Reason reason(FakeCall call, FakeAnswer answer, Outcome outcome) {
        if (answer.trouble() == Trouble.SLOW) {
            boolean givenUp =
                    call.scope().isCanceled() || Thread.currentThread().isInterrupted();
            return givenUp ? Reason.CANCELED : Reason.DEADLINE;
        }
        return Collections.min(outcome.reasons());
    }

    /** What is told if nobody listens at the base URL. */
    FailureReport.Builder unreachable(CallScope scope) {
        return scope.failure(Category.PROVIDER_UNAVAILABLE, Reason.CONNECT, Step.CLONE, "nobody listens")
                .delivery(Delivery.NOT_SENT);
    }

    /** What a success is told as. */
    ClonedVoice.Builder voice(FakeCall call, FakeAnswer answer) {
        ClonedVoice.Builder voice = ClonedVoice.builder(ref(call, answer), Instant.EPOCH);
        boolean asked = call.request().previewText().isPresent();
        if (asked && answer.preview() != null) {
            voice.preview(Preview.of(answer.preview()));
        } else if (asked) {
            voice.previewLost();
        }
        if (abilities().has(Feature.USAGE) && asked) {
            voice.usage(new Usage(OptionalLong.of(7), OptionalLong.empty()));
        }
        if (abilities().has(Feature.SAFETY_VERDICT)) {
            voice.safety(new SafetyVerdict(answer.flagged(), OptionalInt.empty(), "in words"));
        }
        return voice;
    }

    VoiceRef ref(FakeCall call, FakeAnswer answer) {
        return call.settings()
                .account()
                .map(account -> VoiceRef.of(id, account, answer.voiceId()))
                .orElseGet(() -> VoiceRef.of(id, answer.voiceId()));
    }

    /** Happens when a cloner is opened. */
    void opened(FakeHost host) {}

    /** Happens when a cloner is closed. */
    void closed() {}
}
