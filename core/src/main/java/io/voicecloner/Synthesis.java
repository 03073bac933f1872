package io.voicecloner;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Speech that was made and handed out. Immutable. */
public final class Synthesis {
    private final VoiceRef voice;
    private final long bytes;
    private final @Nullable Duration duration;
    private final OptionalLong sampleRate;
    private final OptionalLong bitrate;
    private final @Nullable Usage usage;
    private final int attempts;
    private final boolean possiblyBilledTwice;
    private final List<String> warnings;
    private final List<String> traceIds;

    private Synthesis(Builder builder) {
        this.voice = builder.voice;
        this.bytes = builder.bytes;
        this.duration = builder.duration;
        this.sampleRate = builder.sampleRate;
        this.bitrate = builder.bitrate;
        this.usage = builder.usage;
        this.attempts = builder.attempts;
        this.possiblyBilledTwice = builder.possiblyBilledTwice;
        this.warnings = List.copyOf(builder.warnings);
        this.traceIds = List.copyOf(builder.traceIds);
    }

    /** Speech of which only this matters: for tests of an application. */
    public static Synthesis of(VoiceRef voice, long bytes) {
        return builder(voice, bytes).build();
    }

    /** Begins one. */
    public static Builder builder(VoiceRef voice, long bytes) {
        return new Builder(voice, bytes);
    }

    /** Whose voice it was. */
    public VoiceRef voice() {
        return voice;
    }

    /** How much audio was handed out, in bytes. */
    public long bytes() {
        return bytes;
    }

    /** How long the speech is, where the provider says so. */
    public Optional<Duration> duration() {
        return Optional.ofNullable(duration);
    }

    /** Samples a second, where the provider says so. */
    public OptionalLong sampleRate() {
        return sampleRate;
    }

    /** Bits a second, where the provider says so. */
    public OptionalLong bitrate() {
        return bitrate;
    }

    /** What the speech will be billed as; empty where the provider does not say. The fee for a clone, due with its first synthesis, is not part of it. */
    public Optional<Usage> usage() {
        return Optional.ofNullable(usage);
    }

    /** How many requests were sent for it. */
    public int attempts() {
        return attempts;
    }

    /** Whether an answer was lost and the text spoken again: it may then be on the bill twice. The fee for a clone is taken once in any case. */
    public boolean possiblyBilledTwice() {
        return possiblyBilledTwice;
    }

    /** What a person should know, each a sentence. Immutable. */
    public List<String> warnings() {
        return warnings;
    }

    /** What the provider's support asks for: the trace ids of this call's answers, in order. Immutable. */
    public List<String> traceIds() {
        return traceIds;
    }

    @Override
    public String toString() {
        return "Synthesis[" + voice + ", " + bytes + " bytes"
                + (possiblyBilledTwice ? ", possibly billed twice]" : "]");
    }

    /** Collects a {@link Synthesis}. Not thread-safe. */
    public static final class Builder {
        private final VoiceRef voice;
        private final long bytes;
        private @Nullable Duration duration;
        private OptionalLong sampleRate = OptionalLong.empty();
        private OptionalLong bitrate = OptionalLong.empty();
        private @Nullable Usage usage;
        private int attempts = 1;
        private boolean possiblyBilledTwice;
        private List<String> warnings = List.of();
        private List<String> traceIds = List.of();

        private Builder(VoiceRef voice, long bytes) {
            this.voice = Objects.requireNonNull(voice, "voice");
            this.bytes = bytes;
        }

        public Builder duration(@Nullable Duration duration) {
            this.duration = duration;
            return this;
        }

        public Builder sampleRate(OptionalLong sampleRate) {
            this.sampleRate = sampleRate;
            return this;
        }

        public Builder bitrate(OptionalLong bitrate) {
            this.bitrate = bitrate;
            return this;
        }

        public Builder usage(@Nullable Usage usage) {
            this.usage = usage;
            return this;
        }

        public Builder attempts(int attempts) {
            this.attempts = attempts;
            return this;
        }

        public Builder possiblyBilledTwice(boolean possiblyBilledTwice) {
            this.possiblyBilledTwice = possiblyBilledTwice;
            return this;
        }

        public Builder warnings(List<String> warnings) {
            this.warnings = warnings;
            return this;
        }

        public Builder traceIds(List<String> traceIds) {
            this.traceIds = traceIds;
            return this;
        }

        public Synthesis build() {
            return new Synthesis(this);
        }
    }
}
