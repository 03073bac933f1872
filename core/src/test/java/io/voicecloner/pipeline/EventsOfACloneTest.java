package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.Category;
import io.voicecloner.CloneEvent;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderSettings;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Rate;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import io.voicecloner.attempt.Attempts;
import io.voicecloner.attempt.Operation;
import io.voicecloner.fake.FakeAudioHost;
import io.voicecloner.fake.FakeFileProvider;
import io.voicecloner.fake.FakeSession;
import io.voicecloner.fake.FakeUrlProvider;
import io.voicecloner.fake.Recordings;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.fake.WireProvider;
import io.voicecloner.http.ScriptedServer;
import io.voicecloner.listen.Listening;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.Time;
import io.voicecloner.spi.VoiceClonerProvider;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a listener is told of one clone, and in which order. */
@Timeout(value = 5, unit = TimeUnit.SECONDS)
class EventsOfACloneTest {
    private static final ProviderSettings SETTINGS = Cloners.SETTINGS.withRate(Rate.unlimited());

    private final VirtualTime time = new VirtualTime();
    private final List<CloneEvent> events = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /** What happens to the requests for the voice, one after the other; those that come later succeed. */
    private final Deque<Delivery> failures = new ArrayDeque<>();

    @Test
    void aCloneIsToldFromItsChecksToItsVoice() {
        clonedByFile();

        assertThat(told())
                .containsExactly(
                        "checking the request",
                        "checking the request done after 0 ms",
                        "uploading the recording",
                        "attempt 1 at uploading the recording succeeded (done) after 0 ms",
                        "uploading the recording done after 0 ms, 500 bytes",
                        "cloning the voice",
                        "attempt 1 at cloning the voice succeeded (done) after 0 ms, trace id t-1",
                        "cloning the voice done after 0 ms",
                        "made fake-file:my-voice-1 (confirmed, attempts: 1) in 0 ms");
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    void allEventsOfOneCloneHaveItsNumberAndTheNextHasAnother() {
        clonedByFile();
        List<Long> first = calls();
        events.clear();
        clonedByFile();

        assertThat(first).hasSize(1);
        assertThat(calls()).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void whatIsDecidedAfterAFailureComesBeforeThePauseAndTheNextAttempt() {
        failures.add(Delivery.REFUSED);
        failures.add(Delivery.UNKNOWN);

        clonedByFile();

        assertThat(told().map(text -> text.replaceAll("\\d+ ms", "N ms")).skip(5))
                .containsExactly(
                        "cloning the voice",
                        "attempt 1 at cloning the voice failed, provider-fault (refused) after N ms",
                        "provider-fault while cloning the voice: wait",
                        "waiting before asking again, N ms",
                        "attempt 2 at cloning the voice failed, provider-fault (unknown) after N ms",
                        "provider-fault while cloning the voice: reconcile",
                        "waiting before asking again, N ms",
                        "attempt 3 at cloning the voice succeeded (done) after N ms, trace id t-1",
                        "cloning the voice done after N ms",
                        "made fake-file:my-voice-1 (confirmed, attempts: 3) in N ms");
    }

    @Test
    void aTurnThatIsWaitedForIsTold() {
        Attempts slow = attempts(Cloners.SETTINGS.withRate(Rate.parse("1/m").orElseThrow()));
        try (VoiceCloner cloner = cloner(new FakeFileProvider(session(slow)), null)) {
            cloner.cloneVoice(request());
            events.clear();
            cloner.cloneVoice(request());
        }
        assertThat(told())
                .containsSubsequence(
                        "cloning the voice",
                        "waiting for a turn, 60000 ms",
                        "attempt 1 at cloning the voice succeeded (done) after 0 ms, trace id t-1");
    }

    @Test
    void aRecordingLeftBehindIsToldWhenItsCloneFails() {
        failures.add(Delivery.REJECTED);

        VoiceClonerException failure = catchThrowableOfType(ProviderUnavailableException.class, this::clonedByFile);

        assertThat(failure.orphans()).containsExactly("file-1");
        assertThat(told())
                .endsWith(
                        "attempt 1 at cloning the voice failed, provider-fault (rejected) after 0 ms",
                        "provider-fault while cloning the voice: stop",
                        "cloning the voice failed, provider-fault after 0 ms",
                        "left behind: file-1",
                        "failed at cloning the voice (provider-unavailable, provider-fault) after 0 ms");
    }

    @Test
    void aRequestThatWasRefusedHereHasNothingToTellButThat() {
        try (VoiceCloner cloner = cloner(new FakeFileProvider(), null)) {
            assertThat(catchThrowableOfType(
                            VoiceClonerException.class,
                            () -> cloner.cloneVoice(request().withVoiceId("x"))))
                    .isNotNull();
        }
        assertThat(told())
                .containsExactly(
                        "checking the request",
                        "checking the request failed, violations after 0 ms",
                        "failed at checking the request (invalid-request, violations) after 0 ms");
    }

    @Test
    void anOutcomeThatNobodyKnowsIsTheLastEvent() {
        for (int attempt = 0; attempt < 3; attempt++) {
            failures.add(Delivery.UNKNOWN);
        }

        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, this::clonedByFile);

        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(told().reduce((earlier, later) -> later))
                .contains("a voice may exist: my-voice-1 (" + failure.reason().id() + ")");
    }

    @Test
    void aCancelledFutureHasItsUnknownOutcomeToldAllTheSame() throws Exception {
        CountDownLatch cloning = new CountDownLatch(1);
        CountDownLatch unknown = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer();
                VoiceCloner cloner = ClonePipeline.open(
                        Cloners.configured(new WireProvider(), Cloners.SETTINGS.withBaseUrl(server.uri("/v1")), null),
                        null,
                        new Instruments(
                                new Listening(event -> {
                                    events.add(event);
                                    if (event instanceof CloneEvent.OutcomeUnknown) {
                                        unknown.countDown();
                                    }
                                }),
                                null,
                                time.clock(),
                                Time.system()))) {
            server.then(ScriptedServer.json("{\"ok\":1}")).then(conversation -> {
                conversation.readRequest();
                cloning.countDown();
                conversation.waitForClientToGo();
            });
            CompletableFuture<ClonedVoice> future = cloner.cloneVoiceAsync(request());
            cloning.await();

            future.cancel(true);

            unknown.await();
            assertThat(events)
                    .last()
                    .satisfies(event -> assertThat(event.text()).contains("a voice may exist: my-voice-1"));
        }
    }

    @Test
    void noEventHoldsAKeyASignedUrlOrAText() {
        failures.add(Delivery.REFUSED);
        String signed = "https://audio.example/a.wav?signature=s3cr3t";
        CloneRequest request = CloneRequest.of(AudioSource.url(URI.create(signed)))
                .withPrompt(AudioSource.bytes(Recordings.wav(99)), "Words of the prompt.")
                .withPreview("Words of the preview.", "model-1");
        try (VoiceCloner cloner = cloner(new FakeUrlProvider(session(attempts(SETTINGS))), new FakeAudioHost())) {
            cloner.cloneVoice(request);
        }

        assertThat(told()).contains("publishing the recording");
        assertThat(Stream.concat(
                        events.stream().map(CloneEvent::toString),
                        events.stream().map(CloneEvent::text)))
                .isNotEmpty()
                .noneMatch(text -> text.contains("s3cr3t"))
                .noneMatch(text -> text.contains("http"))
                .noneMatch(text -> text.contains("long-enough"))
                .noneMatch(text -> text.contains("Words"));
    }

    private void clonedByFile() {
        try (VoiceCloner cloner = cloner(new FakeFileProvider(session(attempts(SETTINGS))), null)) {
            cloner.cloneVoice(request());
        }
    }

    private static CloneRequest request() {
        return Cloners.GOOD.withVoiceId("my-voice-1");
    }

    private VoiceCloner cloner(VoiceClonerProvider provider, @Nullable AudioHost host) {
        Listening listening = new Listening(event -> {
            events.add(event);
            threads.add(Thread.currentThread());
        });
        return ClonePipeline.open(
                Cloners.configured(provider, SETTINGS, null),
                host,
                new Instruments(listening, null, time.clock(), time));
    }

    private Attempts attempts(ProviderSettings settings) {
        return new Attempts(() -> "account", settings, time, new SplittableRandom(1));
    }

    /** Uploads what is no URL and asks for the voice, as a provider does. */
    private FakeSession session(Attempts attempts) {
        return new FakeSession((request, scope) -> {
            if (request.voiceId() == null) {
                return attempts.create(scope, () -> asked("fake-url", "made-there", scope));
            }
            attempts.repeat(Operation.UPLOAD, Step.UPLOAD, scope, () -> {
                scope.progress(Step.UPLOAD, 500, 500);
                scope.uploaded("file-1");
                return "file-1";
            });
            String id = request.chosenVoiceId();
            return attempts.createById(id, true, scope, () -> new Attempts.CreateById<ClonedVoice>() {
                @Override
                public ClonedVoice send(boolean withPreview) {
                    return asked("fake-file", id, scope);
                }

                @Override
                public ClonedVoice inferred() {
                    return ClonedVoice.of(VoiceRef.of("fake-file", id));
                }
            });
        });
    }

    private ClonedVoice asked(String provider, String id, CallScope scope) {
        scope.createAttempted();
        Delivery failed = failures.poll();
        if (failed != null) {
            throw Failures.exception(scope.failure(
                            failed.mayHaveActed() ? Category.AMBIGUOUS_OUTCOME : Category.PROVIDER_UNAVAILABLE,
                            Reason.PROVIDER_FAULT,
                            Step.CLONE,
                            "not this time, with the key long-enough")
                    .delivery(failed));
        }
        scope.traced("t-1");
        return ClonedVoice.of(VoiceRef.of(provider, id));
    }

    /** The texts of the events, without who and which call. */
    private Stream<String> told() {
        return events.stream().map(event -> event.text().replaceFirst("^\\S+ #\\d+: ", ""));
    }

    private List<Long> calls() {
        return events.stream()
                .map(event -> event.text().replaceFirst("^\\S+ #(\\d+): .*", "$1"))
                .map(Long::valueOf)
                .distinct()
                .toList();
    }
}
