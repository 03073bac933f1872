package io.voicecloner.failover;

import io.voicecloner.Capabilities;
import io.voicecloner.Catalog;
import io.voicecloner.Category;
import io.voicecloner.CheckReport;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.Preview;
import io.voicecloner.Reason;
import io.voicecloner.Speech;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import io.voicecloner.fake.Abilities;
import io.voicecloner.spi.Failures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A cloner that does as it is told, and counts what it was asked for. */
final class ScriptedCloner implements VoiceCloner {
    private final String provider;
    private final Function<CloneRequest, ClonedVoice> script;
    private final List<CloneRequest> asked = new ArrayList<>();
    private int closed;

    ScriptedCloner(String provider, Function<CloneRequest, ClonedVoice> script) {
        this.provider = provider;
        this.script = script;
    }

    static ScriptedCloner making(String provider) {
        return new ScriptedCloner(provider, request -> ClonedVoice.of(VoiceRef.of(provider, "v-1")));
    }

    static ScriptedCloner failing(String provider, VoiceClonerException failure) {
        return new ScriptedCloner(provider, request -> {
            throw failure;
        });
    }

    static FailureReport.Builder failure(String provider, Category category, Reason reason, Step step) {
        return FailureReport.of(category, reason, step, reason.id())
                .provider(provider)
                .attempts(1);
    }

    /** The provider lacks what is asked for. */
    static VoiceClonerException incapable(String provider) {
        return Failures.exception(failure(provider, Category.INVALID_REQUEST, Reason.VIOLATIONS, Step.CHECK)
                .violations(List.of(new Violation("accuracy", "unsupported", provider + " takes no accuracy."))));
    }

    static VoiceClonerException unreachable(String provider) {
        return Failures.exception(failure(provider, Category.PROVIDER_UNAVAILABLE, Reason.CONNECT, Step.CLONE));
    }

    static VoiceClonerException ambiguous(String provider) {
        return Failures.exception(failure(provider, Category.AMBIGUOUS_OUTCOME, Reason.TIMEOUT, Step.CLONE)
                .delivery(Delivery.UNKNOWN));
    }

    List<CloneRequest> asked() {
        return asked;
    }

    int closed() {
        return closed;
    }

    @Override
    public ClonedVoice cloneVoice(CloneRequest request) {
        asked.add(request);
        return script.apply(request);
    }

    @Override
    public CompletableFuture<ClonedVoice> cloneVoiceAsync(CloneRequest request) {
        return CompletableFuture.completedFuture(cloneVoice(request));
    }

    @Override
    public CheckReport check(CloneRequest request) {
        try {
            String checked = script.apply(request).ref().provider();
            return new CheckReport(List.of(), List.of("checked by " + checked));
        } catch (VoiceClonerException e) {
            return new CheckReport(e.violations(), List.of());
        }
    }

    @Override
    public long download(Preview preview, Path target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Speech speech() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Catalog catalog() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Capabilities capabilities() {
        return Abilities.files();
    }

    @Override
    public String provider() {
        return provider;
    }

    @Override
    public void close() {
        closed++;
    }
}
