package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Feature;
import io.voicecloner.OnAmbiguity;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.spi.VoiceClonerProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A host, the provider that is to use it, and a cloner opened the way an application opens one. Confined to one thread. */
final class Bench implements AutoCloseable {
    static final String PROVIDER_ID = "[a-z][a-z0-9-]{0,63}";

    /** Long enough for a recording to arrive on a machine that does much else. */
    private static final Duration SHORT_DEADLINE = Duration.ofSeconds(1);

    /** What a {@link #persistent} cloner may send of one request, the first one included. */
    static final int ATTEMPTS = 3;

    private final Supplier<? extends ProviderHost> hosts;
    private final ProviderHost host;
    private final List<VoiceCloner> opened = new ArrayList<>();
    private @Nullable VoiceCloner cloner;

    Bench(Supplier<? extends ProviderHost> hosts) {
        this.hosts = hosts;
        this.host = hosts.get();
    }

    ProviderHost host() {
        return host;
    }

    /** Another bench with a host of its own. */
    Bench another() {
        return new Bench(hosts);
    }

    /** Everything of the provider's id that can be found. */
    List<ServiceLoader.Provider<VoiceClonerProvider>> found() {
        return ServiceLoader.load(VoiceClonerProvider.class).stream()
                .filter(candidate -> candidate.get().id().equals(host.provider()))
                .toList();
    }

    /** A new instance of the one provider; without one, no other rule has anything to look at. */
    VoiceClonerProvider provider() {
        List<ServiceLoader.Provider<VoiceClonerProvider>> found = found();
        if (found.size() != 1 || !host.provider().matches(PROVIDER_ID)) {
            throw new TestAbortedException("needs one provider of the id \"" + host.provider() + "\": see R01, R02");
        }
        return found.get(0).get();
    }

    /** The cloner of this bench, opened when first asked for. */
    VoiceCloner cloner() {
        VoiceCloner open = cloner;
        if (open == null) {
            // One attempt, so that what meets it is seen and not repeated away.
            open = opened(settings(1));
            cloner = open;
        }
        return open;
    }

    /** Another cloner, which asks again where that is allowed and does not wait for it. Closed with this bench. */
    VoiceCloner persistent() {
        return opened(impatient());
    }

    /** The same, told what to do in doubt. */
    VoiceCloner persistent(OnAmbiguity inDoubt) {
        return opened(impatient().override(key("on-ambiguity"), inDoubt.id()));
    }

    /** The same, with settings of its own. */
    VoiceCloner persistent(UnaryOperator<VoiceCloners.Builder> own) {
        return opened(own.apply(impatient()));
    }

    /** The same, told not to have anything spoken again whose answer was lost. */
    VoiceCloner notSpeakingAgain() {
        return opened(impatient().override(key("retry-ambiguous-speech"), "false"));
    }

    private VoiceCloners.Builder impatient() {
        return settings(ATTEMPTS).time(new Impatience(Duration.ZERO));
    }

    private VoiceCloners.Builder settings(int attempts) {
        provider();
        return VoiceCloners.builder()
                .properties(host.properties())
                .override(key("attempts"), Integer.toString(attempts))
                .override(key("rate"), "unlimited");
    }

    private String key(String option) {
        return "voicecloner." + host.provider() + '.' + option;
    }

    private VoiceCloner opened(VoiceCloners.Builder settings) {
        VoiceCloner open = settings.build();
        opened.add(open);
        return open;
    }

    /** An id of the shape that the library makes, which R11 proves legal: another for each letter. */
    static String voiceId(char last) {
        return ProviderSettings.of("").voiceIdPrefix() + "aaaaaaaaaaaaaaa" + last;
    }

    /** A request for a clone and nothing else. */
    CloneRequest plain() {
        return CloneRequest.of(host.recording());
    }

    CloneRequest plainWith(AskedOption option) {
        return option.ask(plain(), this);
    }

    /** The same, which must end soon. */
    CloneRequest hurried() {
        return plain().withDeadline(SHORT_DEADLINE);
    }

    ClonedVoice cloned(CloneRequest request) {
        return cloner().cloneVoice(request);
    }

    /** Clones, which must fail with one of the library's own exceptions. */
    VoiceClonerException failure(CloneRequest request) {
        return failure(cloner(), request);
    }

    /** Clones with this cloner, which must fail with one of the library's own exceptions. */
    static VoiceClonerException failure(VoiceCloner cloner, CloneRequest request) {
        ClonedVoice voice;
        try {
            voice = cloner.cloneVoice(request);
        } catch (RuntimeException e) {
            return assertInstanceOf(VoiceClonerException.class, e, "what a failed clone throws");
        }
        throw new AssertionFailedError("the clone must fail, and made " + voice);
    }

    /** As {@link #failure(CloneRequest)}, with the request that provokes this. */
    VoiceClonerException failureBy(Trouble trouble) {
        if (trouble == Trouble.SLOW) {
            // What is done for the first time takes long, and shall not eat up the deadline.
            cloned(plain());
        }
        host.next(trouble);
        return failure(requestToMeet(trouble));
    }

    /** A request that this can happen to. */
    CloneRequest requestToMeet(Trouble trouble) {
        return switch (trouble) {
            case SLOW -> hurried();
            // One that the library makes is never anybody else's.
            case VOICE_ID_TAKEN ->
                cloner().capabilities().has(Feature.CHOSEN_VOICE_ID) ? plain().withVoiceId(voiceId('t')) : plain();
            default -> trouble.needsPreview() ? plainWith(AskedOption.PREVIEW) : plain();
        };
    }

    /** What this host can provoke and this provider can meet. */
    Stream<Trouble> troubles() {
        boolean previews = takes(AskedOption.PREVIEW);
        return Stream.of(Trouble.values()).filter(host::can).filter(trouble -> previews || !trouble.needsPreview());
    }

    /** The failures that this host can provoke at once: all but the one that must be waited for. */
    Stream<Trouble> quickFailures() {
        return troubles().filter(trouble -> Outcome.of(trouble).isPresent() && trouble != Trouble.SLOW);
    }

    /** The failures of a synthesis that this host can provoke at once. */
    Stream<SpeechTrouble> speechFailures() {
        return Stream.of(SpeechTrouble.values())
                .filter(trouble -> SpeechOutcome.of(trouble).isPresent() && host.can(trouble));
    }

    boolean takes(AskedOption option) {
        return cloner().capabilities().has(option.feature());
    }

    @Override
    public void close() {
        try (host) {
            opened.forEach(Bench::closeQuietly);
        }
    }

    private static void closeQuietly(VoiceCloner cloner) {
        try {
            cloner.close();
        } catch (RuntimeException ignored) {
            // A cloner that cannot be closed breaks the rule about that, and no other.
        }
    }
}
