package io.voicecloner.pipeline;

import io.voicecloner.Activation;
import io.voicecloner.AudioChunks;
import io.voicecloner.Category;
import io.voicecloner.CheckReport;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Retention;
import io.voicecloner.Speech;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Step;
import io.voicecloner.Synthesis;
import io.voicecloner.UploadProgress;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import io.voicecloner.attempt.FailurePolicy;
import io.voicecloner.http.GuardedDownloader;
import io.voicecloner.preflight.SpeechPreflight;
import io.voicecloner.preflight.SpeechTarget;
import io.voicecloner.spi.AudioOutput;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.PreparedSpeech;
import io.voicecloner.spi.SpeechDelivery;
import io.voicecloner.spi.SpeechSession;
import io.voicecloner.spi.SpokenAudio;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/** Speaks with the voices of one configured provider: checks, the provider's session, and what it takes to bring the audio. */
final class SpeechPipeline implements Speech {
    /** A task for tens of thousands of characters takes its time. */
    private static final Duration LEAST_TIME_FOR_A_TASK = Duration.ofMinutes(30);

    /** As short as a text can be that says something. */
    private static final String SHORTEST = "Hi.";

    private static final int REPEATS_OF_AN_ACTIVATION = 3;

    private static final AudioOutput UNHEARD = new UnheardOutput();

    private final SpeechSession session;
    private final SpeechPreflight preflight;
    private final VoiceHome home;
    private final ProviderSettings settings;
    private final GuardedDownloader downloader;
    private final Calls calls;
    private final AsyncDoor async;
    private final Instruments around;
    private final List<String> warnings;

    SpeechPipeline(
            SpeechSession session,
            SpeechPreflight preflight,
            VoiceHome home,
            ProviderSettings settings,
            GuardedDownloader downloader,
            Calls calls,
            AsyncDoor async,
            Instruments around,
            List<String> warnings) {
        this.session = session;
        this.preflight = preflight;
        this.home = home;
        this.settings = settings;
        this.downloader = downloader;
        this.calls = calls;
        this.async = async;
        this.around = around;
        this.warnings = warnings;
    }

    @Override
    public Synthesis synthesize(SpeechRequest request, Path target) {
        Objects.requireNonNull(target, "target");
        return intoFile(request, target, admitted(request));
    }

    @Override
    public CompletableFuture<Synthesis> synthesizeAsync(SpeechRequest request, Path target) {
        Objects.requireNonNull(target, "target");
        CallScope scope = admitted(request);
        try {
            return async.run(() -> intoFile(request, target, scope), scope);
        } catch (RejectedExecutionException e) {
            calls.ended(scope);
            calls.requireOpen();
            throw e;
        }
    }

    private Synthesis intoFile(SpeechRequest request, Path target, CallScope scope) {
        Path whole = target.toAbsolutePath();
        PartialFile part = PartialFile.beside(whole);
        try {
            return told(scope, () -> {
                SpeechPreflight.Passed passed = checked(request, SpeechTarget.FILE, scope);
                SpeechFile.require(part, whole, scope);
                Synthesis speech = spoken(request, passed, part, repeatsAfterLoss(), scope);
                SpeechFile.putInPlace(part, whole, scope);
                return speech;
            });
        } finally {
            part.discard();
        }
    }

    @Override
    public Synthesis synthesize(SpeechRequest request, OutputStream target) {
        CallScope scope = admitted(request);
        return told(scope, () -> {
            SpeechPreflight.Passed passed = checked(request, SpeechTarget.STREAM, scope);
            Synthesis speech = spoken(request, passed, HeardOutput.of(target), repeatsAfterLoss(), scope);
            try {
                target.flush();
            } catch (IOException | RuntimeException e) {
                throw SpeechFile.unwritten(scope, "the audio could not be written", Delivery.DONE, e);
            }
            return speech;
        });
    }

    @Override
    public Synthesis synthesize(SpeechRequest request, AudioChunks target) {
        CallScope scope = admitted(request);
        return told(
                scope,
                () -> spoken(
                        request,
                        checked(request, SpeechTarget.CHUNKS, scope),
                        HeardOutput.of(target),
                        repeatsAfterLoss(),
                        scope));
    }

    @Override
    public Activation activate(VoiceRef voice) {
        return activated(preflight.anyhow(SpeechRequest.of(voice, SHORTEST)));
    }

    @Override
    public Activation activate(ClonedVoice voice) {
        return activated(preflight.anyhow(SpeechRequest.of(voice, SHORTEST)));
    }

    private Activation activated(SpeechRequest request) {
        CallScope scope = admitted(request);
        Synthesis speech = told(scope, () -> {
            SpeechPreflight.Passed passed = checked(request, SpeechTarget.FILE, scope);
            return spoken(request, passed, UNHEARD, REPEATS_OF_AN_ACTIVATION, scope);
        });
        return new Activation(request.voice(), around.clock().instant(), Retention.KEPT, speech);
    }

    private int repeatsAfterLoss() {
        return settings.retryAmbiguousSpeech() ? 1 : 0;
    }

    /** One synthesis. */
    @FunctionalInterface
    private interface Speaking {
        Synthesis speak();
    }

    private Synthesis told(CallScope scope, Speaking speaking) {
        long start = scope.time().nanos();
        try {
            Synthesis speech = speaking.speak();
            SpeechEnding.told(speech, Duration.ofNanos(scope.time().nanos() - start), scope);
            return speech;
        } catch (VoiceClonerException e) {
            SpeechEnding.told(e, Duration.ofNanos(scope.time().nanos() - start), scope);
            throw e;
        } finally {
            calls.ended(scope);
        }
    }

    private SpeechPreflight.Passed checked(SpeechRequest request, SpeechTarget target, CallScope scope) {
        FailurePolicy.requireTime(Step.CHECK, scope);
        return scope.step(Step.CHECK, () -> preflight.check(request, target, home.strangerIn(request.voice())));
    }

    private Synthesis spoken(
            SpeechRequest request,
            SpeechPreflight.Passed passed,
            AudioOutput output,
            int repeatsAfterLoss,
            CallScope scope) {
        PreparedSpeech prepared = new PreparedSpeech(request, passed.model(), passed.delivery(), repeatsAfterLoss);
        CountedOutput counted = new CountedOutput(output);
        SpokenAudio audio;
        try {
            audio = session.speak(prepared, counted, scope);
        } catch (VoiceClonerException e) {
            throw MissingVoice.explained(e, request, around.clock());
        }
        boolean unwanted = output == UNHEARD && audio.link().isPresent();
        long bytes = audio.link()
                .filter(link -> !unwanted)
                .map(link -> LinkedSpeech.bring(downloader, link, output, scope))
                .orElseGet(counted::bytes);
        if (bytes == 0 && !unwanted) {
            throw nothingCame(audio.link().isPresent() ? Step.FETCH_SPEECH : Step.SPEAK, scope);
        }
        return result(request, passed, audio, bytes, scope);
    }

    /** A provider's session may overlook it, and an empty file is no speech. */
    private static VoiceClonerException nothingCame(Step step, CallScope scope) {
        return Failures.exception(
                scope.failure(Category.UNEXPECTED_REPLY, Reason.INCOMPLETE_REPLY, step, "the answer holds no audio")
                        .delivery(Delivery.ANSWER_LOST));
    }

    private Synthesis result(
            SpeechRequest request, SpeechPreflight.Passed passed, SpokenAudio audio, long bytes, CallScope scope) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(passed.warnings());
        all.addAll(scope.warnings());
        return Synthesis.builder(request.voice(), bytes)
                .duration(audio.duration().orElse(null))
                .sampleRate(audio.sampleRate())
                .bitrate(audio.bitrate())
                .usage(audio.usage().orElse(null))
                .attempts(Math.max(1, scope.speechAttempts()))
                .possiblyBilledTwice(scope.isSpeechLost())
                .warnings(all.stream().distinct().toList())
                .traceIds(scope.traceIds())
                .build();
    }

    @Override
    public CheckReport check(SpeechRequest request) {
        calls.requireOpen();
        CheckReport found = preflight.report(request, SpeechTarget.FILE, home.strangerIn(request.voice()));
        List<String> all = new ArrayList<>(warnings);
        all.addAll(found.warnings());
        return new CheckReport(found.violations(), all);
    }

    @Override
    public boolean serves(VoiceRef voice) {
        return home.holds(voice);
    }

    private CallScope admitted(SpeechRequest request) {
        boolean task = preflight.delivery(request, SpeechTarget.FILE) == SpeechDelivery.TASK;
        Duration usual = task && settings.deadline().compareTo(LEAST_TIME_FOR_A_TASK) < 0
                ? LEAST_TIME_FOR_A_TASK
                : settings.deadline();
        Optional<UploadProgress> progress =
                request.progress().map(given -> (step, bytes, total) -> given.onProgress(step, bytes));
        return calls.admitted(CallScope.of(
                home.provider(),
                request.deadline().orElse(usual),
                request.voice().id(),
                progress.map(around.listening()::watched).orElse(null),
                around.time(),
                around.listening().ifHeard().orElse(null)));
    }
}
