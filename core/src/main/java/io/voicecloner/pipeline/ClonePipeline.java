package io.voicecloner.pipeline;

import io.voicecloner.Capabilities;
import io.voicecloner.Catalog;
import io.voicecloner.CheckReport;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Feature;
import io.voicecloner.Preview;
import io.voicecloner.PreviewState;
import io.voicecloner.PreviewText;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Speech;
import io.voicecloner.SpeechLimits;
import io.voicecloner.Step;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.attempt.FailurePolicy;
import io.voicecloner.bridge.Bridge;
import io.voicecloner.bridge.Cleanup;
import io.voicecloner.config.Configured;
import io.voicecloner.http.GuardedDownloader;
import io.voicecloner.listen.Listening;
import io.voicecloner.preflight.Preflight;
import io.voicecloner.preflight.SpeechPreflight;
import io.voicecloner.preflight.VoiceIds;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedAudio;
import io.voicecloner.spi.PreparedClone;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.SpeechSession;
import io.voicecloner.spi.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A cloner for one configured provider: checks, bridge and the provider's session, one after the other. */
public final class ClonePipeline implements VoiceCloner {
    private final Configured configured;
    private final ProviderSettings settings;
    private final Capabilities capabilities;
    private final ProviderSession session;
    private final OpenAudioHost host;
    private final GuardedDownloader downloader;
    private final Preflight preflight;
    private final Bridge bridge;
    private final StreamSpooler spooler;
    private final VoiceIds voiceIds;
    private final AsyncDoor async;
    private final Time time;
    private final Listening listening;
    private final @Nullable Consent consent;
    private final Calls calls = new Calls();
    private final @Nullable SpeechPipeline speech;
    private final @Nullable CatalogPipeline catalog;

    private ClonePipeline(
            Configured configured, ProviderSession session, OpenAudioHost host, AsyncDoor async, Instruments around) {
        this.time = around.time();
        this.listening = around.listening();
        this.configured = configured;
        this.settings = configured.settings();
        this.capabilities = configured.provider().capabilities(settings);
        this.session = session;
        this.host = host;
        this.async = async;
        this.downloader = new GuardedDownloader(session.baseUrl(), settings, around.context());
        this.preflight = new Preflight(
                provider(),
                capabilities,
                settings,
                host.isPresent(),
                host.baseUrl(),
                configured.others(),
                around.clock());
        this.bridge = new Bridge(provider(), capabilities, settings, host.orNull(), downloader);
        this.spooler = new StreamSpooler(settings.maxAudioBytes());
        this.voiceIds = new VoiceIds(settings.voiceIdPrefix());
        this.consent = around.consentCheck() == null
                ? null
                : new Consent(around.consentCheck(), settings.account(), around.clock());
        VoiceHome home = new VoiceHome(provider(), settings.account());
        this.speech =
                session.speech().map(speaking -> speech(speaking, home, around)).orElse(null);
        this.catalog = session.catalog()
                .map(listing ->
                        new CatalogPipeline(listing, capabilities, home, settings, configured.others(), calls, around))
                .orElse(null);
    }

    private SpeechPipeline speech(SpeechSession speaking, VoiceHome home, Instruments around) {
        SpeechLimits limits = capabilities
                .speech()
                .orElseThrow(() -> new IllegalStateException(
                        provider() + " speaks, and its capabilities do not say what it takes"));
        return new SpeechPipeline(
                speaking,
                new SpeechPreflight(provider(), limits),
                home,
                settings,
                downloader,
                calls,
                async,
                around,
                configured.warnings());
    }

    /**
     * Opens a cloner. Sends nothing.
     *
     * @param givenHost publishes local recordings instead of the configured host; stays the caller's to close
     */
    public static ClonePipeline open(Configured configured, @Nullable AudioHost givenHost, Instruments around) {
        ProviderSession session = configured.provider().open(configured.settings(), around.context());
        OpenAudioHost host = null;
        try {
            host = OpenAudioHost.of(givenHost, configured.audioHost());
            return new ClonePipeline(configured, session, host, new AsyncDoor(around.executor()), around);
        } catch (RuntimeException e) {
            session.close();
            if (host != null) {
                host.close();
            }
            throw e;
        }
    }

    @Override
    public ClonedVoice cloneVoice(CloneRequest request) {
        return cloneVoice(request, calls.admitted(scopeFor(request)));
    }

    private ClonedVoice cloneVoice(CloneRequest request, CallScope scope) {
        long start = time.nanos();
        try {
            FailurePolicy.requireTime(Step.CHECK, scope);
            Preflight.Passed passed = scope.step(Step.CHECK, () -> checked(request, scope));
            ClonedVoice voice = finished(clonedAndClearedUp(request, passed, scope), passed.warnings(), scope);
            Ending.told(voice, Duration.ofNanos(time.nanos() - start), scope);
            return voice;
        } catch (VoiceClonerException e) {
            Ending.told(e, Duration.ofNanos(time.nanos() - start), scope);
            throw e;
        } finally {
            calls.ended(scope);
        }
    }

    private Preflight.Passed checked(CloneRequest request, CallScope scope) {
        spooler.spool(request, scope);
        Preflight.Passed passed;
        try {
            passed = preflight.check(request);
        } catch (VoiceClonerException e) {
            // A recording whose reading was given up is not one that cannot be read.
            FailurePolicy.requireTime(Step.CHECK, scope);
            throw e;
        }
        session.requireReady(scope);
        return passed;
    }

    /** What is found in clearing up is known when the result is finished, and to the failure. */
    private ClonedVoice clonedAndClearedUp(CloneRequest request, Preflight.Passed passed, CallScope scope) {
        Cleanup cleanup = new Cleanup();
        try (cleanup) {
            PreparedClone prepared = prepare(request, passed, scope, cleanup);
            FailurePolicy.requireTime(Step.CLONE, scope);
            return session.cloneVoice(prepared, scope);
        } catch (VoiceClonerException e) {
            throw cleanup.leftovers().toldBy(scope.complete(e));
        }
    }

    private PreparedClone prepare(CloneRequest request, Preflight.Passed passed, CallScope scope, Cleanup cleanup) {
        CloneAudio agreed = agreed(request, fetched(request, passed, scope, cleanup), scope, cleanup);
        PreparedAudio audio = bridge.publish(agreed.recording(), scope, cleanup);
        PreparedAudio prompt = agreed.prompt() == null ? null : bridge.publish(agreed.prompt(), scope, cleanup);
        String model = request.preview().flatMap(preview -> modelOf(preview)).orElse(null);
        return new PreparedClone(request, scope.voiceId().orElse(null), audio, prompt, model);
    }

    private CloneAudio fetched(CloneRequest request, Preflight.Passed passed, CallScope scope, Cleanup cleanup) {
        PreparedAudio audio = bridge.fetch("audio", request.audio(), passed.audio(), scope, cleanup);
        PreparedAudio prompt = request.prompt()
                .map(given -> bridge.fetch("promptAudio", given.audio(), passed.prompt(), scope, cleanup))
                .orElse(null);
        return new CloneAudio(audio, prompt);
    }

    /** From here on a recording may leave this machine. */
    private CloneAudio agreed(CloneRequest request, CloneAudio audio, CallScope scope, Cleanup cleanup) {
        return consent == null ? audio : consent.require(request, audio, scope, cleanup);
    }

    private Optional<String> modelOf(PreviewText preview) {
        return preview.model().or(capabilities::defaultModel);
    }

    private ClonedVoice finished(ClonedVoice voice, List<String> found, CallScope scope) {
        List<String> warnings = new ArrayList<>(configured.warnings());
        warnings.addAll(found);
        warnings.addAll(scope.warnings());
        warnings.addAll(voice.warnings());
        if (voice.previewState() == PreviewState.LOST) {
            warnings.add("The preview may be billed, but its address never came.");
        }
        return voice.toBuilder()
                .warnings(warnings)
                .attempts(Math.max(1, scope.createAttempts()))
                .traceIds(scope.traceIds())
                .orphans(orphans(voice, scope))
                .build();
    }

    private static List<String> orphans(ClonedVoice voice, CallScope scope) {
        List<String> orphans = new ArrayList<>(voice.orphans());
        orphans.addAll(scope.lostUploads());
        return orphans;
    }

    private CallScope scopeFor(CloneRequest request) {
        Duration limit = request.deadline().orElse(settings.deadline());
        String voiceId =
                capabilities.voiceIdRule().isEmpty() ? null : request.voiceId().orElseGet(voiceIds::next);
        return CallScope.of(
                provider(),
                limit,
                voiceId,
                request.progress().map(listening::watched).orElse(null),
                time,
                listening.ifHeard().orElse(null));
    }

    @Override
    public CompletableFuture<ClonedVoice> cloneVoiceAsync(CloneRequest request) {
        CallScope scope = calls.admitted(scopeFor(request));
        try {
            return async.run(() -> cloneVoice(request, scope), scope);
        } catch (RejectedExecutionException e) {
            calls.ended(scope);
            calls.requireOpen();
            throw e;
        }
    }

    @Override
    public long download(Preview preview, Path target) {
        CallScope scope = calls.admitted(CallScope.of(
                provider(),
                PreviewFile.LONGEST_DOWNLOAD,
                null,
                null,
                time,
                listening.ifHeard().orElse(null)));
        try {
            return PreviewFile.save(downloader, preview, target, scope);
        } finally {
            calls.ended(scope);
        }
    }

    @Override
    public CheckReport check(CloneRequest request) {
        CallScope scope = calls.admitted(scopeFor(request));
        try {
            spooler.spool(request, scope);
        } finally {
            calls.ended(scope);
        }
        CheckReport found = preflight.report(request);
        List<String> warnings = new ArrayList<>(configured.warnings());
        warnings.addAll(found.warnings());
        return new CheckReport(found.violations(), warnings);
    }

    @Override
    public Speech speech() {
        if (speech == null) {
            throw Unsupported.by(provider(), "does not speak", Feature.SPEECH, configured.others());
        }
        return speech;
    }

    @Override
    public Catalog catalog() {
        if (catalog == null) {
            throw Unsupported.by(
                    provider(), "neither lists nor deletes voices", Feature.LIST_VOICES, configured.others());
        }
        return catalog;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public String provider() {
        return configured.provider().id();
    }

    /** How long a clone may take that does not say so itself. */
    public Duration deadline() {
        return settings.deadline();
    }

    /** Who is told of what happens here. */
    public Listening listening() {
        return listening;
    }

    @Override
    public void close() {
        if (!calls.close()) {
            return;
        }
        // Closed from the last to the first, whatever becomes of one of them.
        try (host;
                async;
                spooler;
                downloader;
                session) {
            calls.cancelAll();
        }
    }

    @Override
    public String toString() {
        return "VoiceCloner[" + configured.name() + ']';
    }
}
