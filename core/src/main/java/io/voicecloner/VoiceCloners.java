package io.voicecloner;

import io.voicecloner.attempt.LocalRateGate;
import io.voicecloner.config.Configuration;
import io.voicecloner.config.Configured;
import io.voicecloner.config.InstalledExtensions;
import io.voicecloner.failover.FailoverCloner;
import io.voicecloner.failover.Opening;
import io.voicecloner.listen.Listening;
import io.voicecloner.pipeline.ClonePipeline;
import io.voicecloner.pipeline.Instruments;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.RateGate;
import io.voicecloner.spi.Time;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Opens {@link VoiceCloner}s. The provider is always named, by configuration or by code; that a provider is the only one on the
 * class path never chooses it.
 */
public final class VoiceCloners {
    private VoiceCloners() {}

    /**
     * From system properties {@code voicecloner.…}, the environment and the configuration file, in this order: the file is what
     * {@code VOICECLONER_CONFIG} names, else {@code voicecloner.conf}, {@code .properties} or {@code .json} in the working
     * directory, else one of these on the class path.
     *
     * @throws ConfigurationException if anything in it cannot be used; it lists everything wrong at once
     */
    public static VoiceCloner fromConfig() {
        return builder().build();
    }

    /** As {@link #fromConfig()}, with this file. */
    public static VoiceCloner fromConfig(Path file) {
        return builder().config(file).build();
    }

    /** From these properties ({@code voicecloner.provider}, …) and nothing else: no file, no environment. */
    public static VoiceCloner fromProperties(Map<String, String> properties) {
        return builder().properties(properties).build();
    }

    /** From code alone: no file, no environment. A provider that takes only URLs is given no audio host. */
    public static VoiceCloner open(String provider, ProviderSettings settings) {
        Objects.requireNonNull(settings, "settings");
        return ClonePipeline.open(Configured.byCode(provider, settings), null, Instruments.ordinary());
    }

    /**
     * Several cloners as one, which owns and closes them. The first is asked first; the next, with the recording read anew from
     * its source, only if it is certain that no voice was made, and only
     *
     * <ul>
     *   <li>if the one before cannot be reached, is left alone by its circuit breaker, fails before the voice could be made, or is
     *       too busy after attempts of its own,
     *   <li>or lacks what the request asks for.
     * </ul>
     *
     * <p>It is not asked if the outcome is not known, the recording or the text was refused, a {@link ConsentCheck} said no, the id
     * is taken or a certificate is not to be trusted, nor with less than 5 seconds left. {@link ClonedVoice#ref()} says who made
     * the voice, {@link ClonedVoice#passedOver()} and {@link VoiceClonerException#passedOver()} why others did not. The deadline is
     * that of the request, else that of the first cloner, over all. {@link VoiceCloner#provider()} and
     * {@link VoiceCloner#capabilities()} are those of the first, and its listener is told when the next is asked.
     */
    public static VoiceCloner failover(VoiceCloner first, VoiceCloner... rest) {
        return failover(Set.of(), first, rest);
    }

    /** As {@link #failover(VoiceCloner, VoiceCloner...)}, going on after these failures too. */
    public static VoiceCloner failover(Set<FailoverOn> also, VoiceCloner first, VoiceCloner... rest) {
        List<VoiceCloner> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(rest));
        Instruments around = new Instruments(listeningOf(first), null, Clock.systemUTC(), Time.system());
        return new FailoverCloner(all, also, deadlineOf(first), around, () -> {});
    }

    private static Listening listeningOf(VoiceCloner first) {
        if (first instanceof FailoverCloner several) {
            return several.listening();
        }
        return first instanceof ClonePipeline pipeline ? pipeline.listening() : new Listening(null);
    }

    private static Duration deadlineOf(VoiceCloner first) {
        if (first instanceof FailoverCloner several) {
            return several.deadline();
        }
        return first instanceof ClonePipeline pipeline
                ? pipeline.deadline()
                : ProviderSettings.of("").deadline();
    }

    /** The providers on the class path or module path, by name. One that cannot be loaded is left out here and reported when it is named. */
    public static List<InstalledProvider> installed() {
        return InstalledExtensions.find().describeProviders();
    }

    /** A gate for several cloners of this JVM that use one account between them: this rate for each account, over all of them. */
    public static RateGate rateGate(Rate rate) {
        return new LocalRateGate(rate, Time.system());
    }

    /** For what configuration cannot say. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what a {@link VoiceCloner} is opened with. Not thread-safe. */
    public static final class Builder {
        private @Nullable Path file;
        private @Nullable Map<String, String> properties;
        private final Map<String, String> overrides = new LinkedHashMap<>();
        private final Map<String, UnaryOperator<ProviderSettings>> settings = new HashMap<>();
        private @Nullable AudioHost audioHost;
        private @Nullable Executor executor;
        private @Nullable CloneListener listener;
        private @Nullable RateGate rateGate;
        private @Nullable ConsentCheck consentCheck;
        private Clock clock = Clock.systemUTC();
        private Time time = Time.system();

        private Builder() {}

        /** Reads this file instead of looking for one. */
        public Builder config(Path file) {
            this.file = Objects.requireNonNull(file, "file");
            return this;
        }

        /** Reads these properties only: no file, no environment, no system properties. */
        public Builder properties(Map<String, String> properties) {
            this.properties = Map.copyOf(properties);
            return this;
        }

        /** Sets one key, {@code voicecloner.provider} for example, over everything read elsewhere. */
        public Builder override(String key, String value) {
            overrides.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Changes the settings that configuration comes to for one provider or account, by its name there: for certificates, threads and other
         * things that no file can hold. Given after another change of the same, it is made after it. A name that is not used changes nothing.
         */
        public Builder settings(String name, UnaryOperator<ProviderSettings> change) {
            Objects.requireNonNull(change, "change");
            UnaryOperator<ProviderSettings> before = settings.getOrDefault(name, UnaryOperator.identity());
            settings.put(Objects.requireNonNull(name, "name"), given -> change.apply(before.apply(given)));
            return this;
        }

        /** Publishes recordings through this host, whatever {@code audio-host} says. It stays the caller's to close. */
        public Builder audioHost(AudioHost audioHost) {
            this.audioHost = Objects.requireNonNull(audioHost, "audioHost");
            return this;
        }

        /** Runs {@link VoiceCloner#cloneVoiceAsync} here. It stays the caller's to shut down. Default: daemon threads of the cloner. */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /** Tells this listener what happens. It is told beside the log, not in place of it. */
        public Builder listener(CloneListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Asks this gate when the next voice may be asked for, in place of one of the cloner's own at the rate it is configured for. It stays the
         * caller's.
         */
        public Builder rateGate(RateGate rateGate) {
            this.rateGate = Objects.requireNonNull(rateGate, "rateGate");
            return this;
        }

        /**
         * Asks this check before every clone whether the voice may be cloned. Default: nobody is asked. With it every recording is hashed, and
         * one that was given as a file is copied into a temporary file first, which is then what is sent and is deleted afterwards.
         */
        public Builder consentCheck(ConsentCheck consentCheck) {
            this.consentCheck = Objects.requireNonNull(consentCheck, "consentCheck");
            return this;
        }

        /** Reads the time here; for tests. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /** Measures deadlines and pauses by this; for tests. */
        public Builder time(Time time) {
            this.time = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * Opens the cloner. Sends nothing.
         *
         * @throws ConfigurationException if anything configured cannot be used; it lists everything wrong at once
         */
        public VoiceCloner build() {
            Configured configured = properties != null
                    ? Configuration.ofProperties(properties, overrides)
                    : Configuration.load(file, overrides);
            Instruments around =
                    new Instruments(new Listening(listener), executor, clock, time, rateGate, consentCheck);
            return Opening.all(configured.with(settings), audioHost, around);
        }
    }
}
