package io.voicecloner;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a failure. An exception carries one; applications make them only to test their own handling of errors.
 * Holds no key, no query string and no audio.
 */
public final class FailureReport implements Serializable {
    private static final long serialVersionUID = 1L;

    final Category category;
    final Reason reason;
    final Step step;
    final String summary;
    final @Nullable String provider;
    final Delivery delivery;
    final boolean voiceMayExist;
    final boolean moneyMayBeSpent;
    final long bytesDelivered;
    final @Nullable String providerCode;
    final @Nullable String providerMessage;
    final @Nullable String traceId;
    final @Nullable String voiceId;
    final @Nullable Duration retryAfter;
    final @Nullable String hint;
    final int attempts;
    // Arrays, because a list need not be serializable, and an exception must be.
    private final Violation[] violations;
    private final String[] checks;
    private final String[] orphans;
    private final String[] traceIds;

    private FailureReport(Builder builder) {
        this.category = builder.category;
        this.reason = builder.reason;
        this.step = builder.step;
        this.summary = Unsigned.of(builder.summary);
        this.provider = builder.provider;
        this.delivery = builder.delivery;
        this.voiceMayExist =
                builder.voiceMayExist != null ? builder.voiceMayExist : step.createsVoice() && delivery.mayHaveActed();
        this.moneyMayBeSpent = voiceMayExist
                || builder.moneyMayBeSpent
                || builder.bytesDelivered > 0
                || step.bringsSpeech()
                || (step.costs() && delivery.mayHaveActed());
        this.bytesDelivered = builder.bytesDelivered;
        this.providerCode = builder.providerCode;
        this.providerMessage = builder.providerMessage;
        this.traceId = builder.traceId;
        this.voiceId = builder.voiceId;
        this.retryAfter = builder.retryAfter;
        this.hint = builder.hint == null ? null : Unsigned.of(builder.hint);
        this.attempts = builder.attempts;
        this.violations = builder.violations.toArray(Violation[]::new);
        this.checks = builder.checks.toArray(String[]::new);
        this.orphans = builder.orphans.toArray(String[]::new);
        this.traceIds = builder.traceIds.toArray(String[]::new);
    }

    /**
     * Begins a report.
     *
     * @param summary what happened, as a clause without a full stop: "the API key was refused"
     */
    public static Builder of(Category category, Reason reason, Step step, String summary) {
        return new Builder(category, reason, step, summary);
    }

    /** The kind of failure, and so the class of the exception. */
    public Category category() {
        return category;
    }

    /** A builder that starts with everything this report holds, for a layer that knows more. */
    public Builder toBuilder() {
        Builder copy = new Builder(category, reason, step, summary);
        copy.provider = provider;
        copy.delivery = delivery;
        copy.voiceMayExist = voiceMayExist;
        copy.moneyMayBeSpent = moneyMayBeSpent;
        copy.bytesDelivered = bytesDelivered;
        copy.providerCode = providerCode;
        copy.providerMessage = providerMessage;
        copy.traceId = traceId;
        copy.voiceId = voiceId;
        copy.retryAfter = retryAfter;
        copy.hint = hint;
        copy.attempts = attempts;
        copy.violations = violations();
        copy.checks = checks();
        copy.orphans = orphans();
        copy.traceIds = traceIds();
        return copy;
    }

    List<Violation> violations() {
        return List.of(violations);
    }

    List<String> checks() {
        return List.of(checks);
    }

    List<String> orphans() {
        return List.of(orphans);
    }

    List<String> traceIds() {
        return List.of(traceIds);
    }

    /** What happened, without what follows from it. */
    public String summary() {
        return summary;
    }

    /** What happened, whether a voice may exist, whether money may be spent, and what to do next, in one paragraph. */
    String message() {
        return FailureMessage.of(this);
    }

    /** Collects a {@link FailureReport}. Not thread-safe. */
    public static final class Builder {
        private static final int LONGEST_QUOTE = 200;

        private final Category category;
        private final Reason reason;
        private final Step step;
        private final String summary;
        private @Nullable String provider;
        private Delivery delivery = Delivery.NOT_SENT;
        private @Nullable Boolean voiceMayExist;
        private boolean moneyMayBeSpent;
        private long bytesDelivered;
        private @Nullable String providerCode;
        private @Nullable String providerMessage;
        private @Nullable String traceId;
        private @Nullable String voiceId;
        private @Nullable Duration retryAfter;
        private @Nullable String hint;
        private int attempts;
        private List<Violation> violations = List.of();
        private List<String> checks = List.of();
        private List<String> orphans = List.of();
        private List<String> traceIds = List.of();

        private Builder(Category category, Reason reason, Step step, String summary) {
            this.category = Objects.requireNonNull(category, "category");
            this.reason = Objects.requireNonNull(reason, "reason");
            this.step = Objects.requireNonNull(step, "step");
            this.summary = Objects.requireNonNull(summary, "summary");
        }

        /** The provider's id; default: none, as before one is chosen. */
        public Builder provider(@Nullable String provider) {
            this.provider = provider;
            return this;
        }

        /** How far the request came; default {@link Delivery#NOT_SENT}. */
        public Builder delivery(Delivery delivery) {
            this.delivery = Objects.requireNonNull(delivery, "delivery");
            return this;
        }

        /** Whether a voice may exist; default: derived from the step and the delivery. */
        public Builder voiceMayExist(boolean voiceMayExist) {
            this.voiceMayExist = voiceMayExist;
            return this;
        }

        /** That money may be spent in any case: by an earlier request of the same call. Default: derived from the step and the delivery. */
        public Builder moneyMayBeSpent(boolean moneyMayBeSpent) {
            this.moneyMayBeSpent = moneyMayBeSpent;
            return this;
        }

        /** How much audio was handed out before. */
        public Builder bytesDelivered(long bytesDelivered) {
            this.bytesDelivered = bytesDelivered;
            return this;
        }

        /** The provider's own code, verbatim. */
        public Builder providerCode(@Nullable String providerCode) {
            this.providerCode = quoted(providerCode);
            return this;
        }

        /** The provider's own words, verbatim but for control characters, and cut after 200 characters. */
        public Builder providerMessage(@Nullable String providerMessage) {
            this.providerMessage = quoted(providerMessage);
            return this;
        }

        /** What the provider's support asks for. */
        public Builder traceId(@Nullable String traceId) {
            this.traceId = quoted(traceId);
            return this;
        }

        /** The id of the voice that may exist. */
        public Builder voiceId(@Nullable String voiceId) {
            this.voiceId = voiceId;
            return this;
        }

        /** The id of the voice that may exist, as far as it is known by now. */
        public Optional<String> voiceId() {
            return Optional.ofNullable(voiceId);
        }

        /** How long the provider asked to wait. */
        public Builder retryAfter(@Nullable Duration retryAfter) {
            this.retryAfter = retryAfter;
            return this;
        }

        /** What to do next, as one or more sentences. */
        public Builder hint(@Nullable String hint) {
            this.hint = hint;
            return this;
        }

        /** How many requests of this step were made. */
        public Builder attempts(int attempts) {
            this.attempts = attempts;
            return this;
        }

        /** Everything wrong with the request or the configuration. */
        public Builder violations(List<Violation> violations) {
            this.violations = violations;
            return this;
        }

        /** Ways to find out whether the voice exists, each a sentence. */
        public Builder checks(List<String> checks) {
            this.checks = checks;
            return this;
        }

        /** What was left behind: the provider's ids of uploaded recordings, and the names of published ones at their audio host. */
        public Builder orphans(List<String> orphans) {
            this.orphans = orphans;
            return this;
        }

        /** What the provider's support asks for: the trace ids of all answers of the call, in order. */
        public Builder traceIds(List<String> traceIds) {
            this.traceIds = traceIds;
            return this;
        }

        public FailureReport build() {
            return new FailureReport(this);
        }

        private static @Nullable String quoted(@Nullable String text) {
            if (text == null) {
                return null;
            }
            StringBuilder printable = new StringBuilder();
            text.codePoints()
                    .limit(LONGEST_QUOTE)
                    .forEach(c -> printable.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
            return printable.toString();
        }
    }
}
