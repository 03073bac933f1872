package io.voicecloner.spi;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One setting that a provider or an extension reads. Configuration, its error messages and its documentation come from these.
 *
 * @param name the key inside the provider's block, in kebab case
 * @param type what a value must look like
 * @param environment the environment variable that sets it; null for none
 * @param defaultValue what holds when nobody sets it, in words; null for nothing
 * @param required whether nothing works without it
 * @param shape a regular expression that a value must match whole; null for anything of its type
 * @param rule the same in words that follow the option's name: "must be global or china"; null with a null shape
 * @param excludes the name of an option that must not be given together with this one; null for none
 * @param description one sentence
 */
public record Option(
        String name,
        Type type,
        @Nullable String environment,
        @Nullable String defaultValue,
        boolean required,
        @Nullable String shape,
        @Nullable String rule,
        @Nullable String excludes,
        String description) {
    /** The shape of a value. */
    public enum Type {
        TEXT,
        /** Never printed. */
        SECRET,
        URL,
        BOOLEAN,
        /** A whole number. */
        INTEGER,
        /** A time with its unit: {@code 30s}, {@code 5m}. */
        DURATION,
        /** A number of bytes, with or without a unit: {@code 20MiB}. */
        SIZE,
        FILE
    }

    public Option {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(description, "description");
        if (shape != null && type == Type.BOOLEAN) {
            throw new IllegalArgumentException("a setting that is true or false has no other shape");
        }
    }

    /** An optional setting without environment variable and default. */
    public static Option of(String name, Type type, String description) {
        return new Option(name, type, null, null, false, null, null, null, description);
    }

    /** With the environment variable that sets it. */
    public Option fromEnvironment(String variable) {
        return new Option(name, type, variable, defaultValue, required, shape, rule, excludes, description);
    }

    /** With what holds when nobody sets it, in words. */
    public Option byDefault(String value) {
        return new Option(name, type, environment, value, required, shape, rule, excludes, description);
    }

    /** As one without which nothing works. */
    public Option mandatory() {
        return new Option(name, type, environment, defaultValue, true, shape, rule, excludes, description);
    }

    /**
     * With what a value must look like beyond its type.
     *
     * @param pattern a regular expression that matches the whole value
     * @param inWords says so, to follow the option's name: "must be global or china"
     */
    public Option shaped(String pattern, String inWords) {
        return new Option(
                name,
                type,
                environment,
                defaultValue,
                required,
                Pattern.compile(pattern).pattern(),
                Objects.requireNonNull(inWords, "inWords"),
                excludes,
                description);
    }

    /** As one that must not be given together with another, which says the same in another way. */
    public Option insteadOf(String other) {
        return new Option(name, type, environment, defaultValue, required, shape, rule, other, description);
    }

    /** The environment variable, if there is one. */
    public Optional<String> variable() {
        return Optional.ofNullable(environment);
    }

    /** Whether values must never be printed. */
    public boolean secret() {
        return type == Type.SECRET;
    }
}
