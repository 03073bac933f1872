package io.voicecloner;

import java.util.Locale;
import java.util.Optional;

/**
 * What else may send a clone on to the next provider, beside a provider that could not be reached or is busy. None of it does so unless
 * it is named: each would hide from its owner that an account needs attention, and move the bill elsewhere.
 */
public enum FailoverOn {
    /** The account has no balance left, or its plan does not cover the request: {@link QuotaException}. */
    QUOTA,
    /** The account may not do this, for want of verification for example: {@link AccessException} with {@link Reason#PERMISSION}. */
    PERMISSION,
    /** The key was refused: {@link AccessException} with {@link Reason#KEY} or {@link Reason#REGION}. */
    ACCESS;

    /** The name as configuration writes it: {@code quota}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of this name as configuration writes it. */
    public static Optional<FailoverOn> parse(String id) {
        for (FailoverOn each : values()) {
            if (each.id().equals(id)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
