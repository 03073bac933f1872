package io.voicecloner;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A voice that was made. Immutable. */
public final class ClonedVoice {
    /** How long a clone lives that nobody uses in a synthesis: 168 hours, previews not counted ({@code spec/001}, {@code spec/002}). */
    public static final Duration LIFE_IF_UNUSED = Duration.ofDays(7);

    private final VoiceRef ref;
    private final @Nullable Preview preview;
    private final PreviewState previewState;
    private final Confirmation confirmation;
    private final @Nullable Usage usage;
    private final @Nullable SafetyVerdict safety;
    private final Instant createdAt;
    private final List<String> warnings;
    private final List<String> orphans;
    private final int attempts;
    private final List<String> traceIds;
    private final List<VoiceClonerException> passedOver;

    private ClonedVoice(Builder builder) {
        this.ref = builder.ref;
        this.preview = builder.preview;
        this.previewState = builder.previewState;
        this.confirmation = builder.confirmation;
        this.usage = builder.usage;
        this.safety = builder.safety;
        this.createdAt = builder.createdAt;
        this.warnings = List.copyOf(builder.warnings);
        this.orphans = List.copyOf(builder.orphans);
        this.attempts = builder.attempts;
        this.traceIds = List.copyOf(builder.traceIds);
        this.passedOver = List.copyOf(builder.passedOver);
    }

    /** A voice of which only the reference matters, made now: for tests of an application. */
    public static ClonedVoice of(VoiceRef ref) {
        return builder(ref, Instant.now()).build();
    }

    /** Begins a voice that was made at the given moment. */
    public static Builder builder(VoiceRef ref, Instant createdAt) {
        return new Builder(ref, createdAt);
    }

    /** A builder that starts with everything this voice holds, for a layer that knows more. */
    public Builder toBuilder() {
        Builder copy = new Builder(ref, createdAt);
        copy.preview = preview;
        copy.previewState = previewState;
        copy.confirmation = confirmation;
        copy.usage = usage;
        copy.safety = safety;
        copy.warnings = warnings;
        copy.orphans = orphans;
        copy.attempts = attempts;
        copy.traceIds = traceIds;
        copy.passedOver = passedOver;
        return copy;
    }

    /** The voice and where it lives; store its text. */
    public VoiceRef ref() {
        return ref;
    }

    /** Where the voice can be heard; there exactly if {@link #previewState()} is AVAILABLE. */
    public Optional<Preview> preview() {
        return Optional.ofNullable(preview);
    }

    /** What became of the preview. */
    public PreviewState previewState() {
        return previewState;
    }

    /** How it is known that the voice exists. */
    public Confirmation confirmation() {
        return confirmation;
    }

    /** What the preview will be billed as; empty where the provider does not say or made none. */
    public Optional<Usage> usage() {
        return Optional.ofNullable(usage);
    }

    /** The provider's check of the content; empty where it does not say. A flagged voice exists all the same. */
    public Optional<SafetyVerdict> safety() {
        return Optional.ofNullable(safety);
    }

    /** When the answer came, by this machine's clock. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When the provider deletes the voice, unless it is used in a synthesis before. Asking for the preview is not such a use. */
    public Instant expiresIfUnusedAt() {
        return createdAt.plus(LIFE_IF_UNUSED);
    }

    /** What a person should know, each a sentence. Immutable. */
    public List<String> warnings() {
        return warnings;
    }

    /** Recordings that this call uploaded and nobody uses, by the provider's ids. Immutable. */
    public List<String> orphans() {
        return orphans;
    }

    /** How many requests to make the voice were sent. */
    public int attempts() {
        return attempts;
    }

    /** What the provider's support asks for: the trace ids of this call's answers, in order. Immutable. */
    public List<String> traceIds() {
        return traceIds;
    }

    /**
     * Why the providers that were asked before did not make the voice, in order: each names its provider. Empty without failover, and where
     * the first one made it. Immutable.
     */
    public List<VoiceClonerException> passedOver() {
        return passedOver;
    }

    @Override
    public String toString() {
        return "ClonedVoice[" + ref + ", " + confirmation + ", preview " + previewState + ']';
    }

    /** Collects a {@link ClonedVoice}. Not thread-safe. */
    public static final class Builder {
        private final VoiceRef ref;
        private final Instant createdAt;
        private @Nullable Preview preview;
        private PreviewState previewState = PreviewState.NOT_REQUESTED;
        private Confirmation confirmation = Confirmation.CONFIRMED;
        private @Nullable Usage usage;
        private @Nullable SafetyVerdict safety;
        private List<String> warnings = List.of();
        private List<String> orphans = List.of();
        private int attempts = 1;
        private List<String> traceIds = List.of();
        private List<VoiceClonerException> passedOver = List.of();

        private Builder(VoiceRef ref, Instant createdAt) {
            this.ref = Objects.requireNonNull(ref, "ref");
            this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
        }

        /** A preview that is available. */
        public Builder preview(Preview preview) {
            this.preview = Objects.requireNonNull(preview, "preview");
            this.previewState = PreviewState.AVAILABLE;
            return this;
        }

        /** A preview that was asked for and never came. */
        public Builder previewLost() {
            this.preview = null;
            this.previewState = PreviewState.LOST;
            return this;
        }

        public Builder confirmation(Confirmation confirmation) {
            this.confirmation = Objects.requireNonNull(confirmation, "confirmation");
            return this;
        }

        public Builder usage(@Nullable Usage usage) {
            this.usage = usage;
            return this;
        }

        public Builder safety(@Nullable SafetyVerdict safety) {
            this.safety = safety;
            return this;
        }

        public Builder warnings(List<String> warnings) {
            this.warnings = warnings;
            return this;
        }

        public Builder orphans(List<String> orphans) {
            this.orphans = orphans;
            return this;
        }

        public Builder attempts(int attempts) {
            this.attempts = attempts;
            return this;
        }

        public Builder traceIds(List<String> traceIds) {
            this.traceIds = traceIds;
            return this;
        }

        public Builder passedOver(List<VoiceClonerException> passedOver) {
            this.passedOver = passedOver;
            return this;
        }

        public ClonedVoice build() {
            return new ClonedVoice(this);
        }
    }
}
