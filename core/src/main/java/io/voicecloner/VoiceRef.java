package io.voicecloner;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A voice and where it lives: {@code provider[@account]:id}, for example {@code acme:vc-7k3q…} or
 * {@code acme@team-b:vc-7k3q…}. Made to be stored: {@link #parse} reads back what {@link #toString} wrote.
 */
public final class VoiceRef {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final String provider;
    private final Optional<String> account;
    private final String id;

    private VoiceRef(String provider, Optional<String> account, String id) {
        if (!NAME.matcher(provider).matches()) {
            throw new IllegalArgumentException("not a provider name: \"" + provider + '"');
        }
        account.ifPresent(VoiceRef::requireAccountName);
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a voice id is not empty");
        }
        this.provider = provider;
        this.account = account;
        this.id = id;
    }

    /** A voice of a provider's default account. */
    public static VoiceRef of(String provider, String id) {
        return new VoiceRef(provider, Optional.empty(), id);
    }

    /** A voice of a named account. */
    public static VoiceRef of(String provider, String account, String id) {
        return new VoiceRef(provider, Optional.of(account), id);
    }

    /**
     * Reads what {@link #toString} wrote. The first colon separates, so that an id may hold colons.
     *
     * @throws IllegalArgumentException if the text is not a voice reference
     */
    public static VoiceRef parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a voice reference (provider:id): \"" + text + '"');
        }
        String home = text.substring(0, colon);
        String id = text.substring(colon + 1);
        int at = home.indexOf('@');
        return at < 0 ? of(home, id) : of(home.substring(0, at), home.substring(at + 1), id);
    }

    /** Refuses what could not be part of a reference before a voice is made under it. */
    static void requireAccountName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not an account name: \"" + name + '"');
        }
    }

    /** The provider's id. */
    public String provider() {
        return provider;
    }

    /** The account's configured name; empty for the default account. */
    public Optional<String> account() {
        return account;
    }

    /** The voice's id at the provider. */
    public String id() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VoiceRef that
                && provider.equals(that.provider)
                && account.equals(that.account)
                && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(provider, account, id);
    }

    @Override
    public String toString() {
        return provider + account.map(name -> "@" + name).orElse("") + ':' + id;
    }
}
