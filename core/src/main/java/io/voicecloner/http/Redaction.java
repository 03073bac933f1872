package io.voicecloner.http;

import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a provider's words what must not be printed, should they repeat the request: keys, what lets somebody read the recordings,
 * and the queries of URLs, whosever they are.
 */
final class Redaction {
    private static final String END = "[^\\s\"'<>]*";
    private static final Pattern USER = Pattern.compile("(https?://)[^/?#@\\s\"'<>]*@", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUERY = Pattern.compile(
            "(https?(?::|%3A)[^\\s\"'<>?]*?)(?:\\?|%3F|\\\\u003F|&#63;|&#x3F;)" + END, Pattern.CASE_INSENSITIVE);

    /** An address without its host, as the log of a server has it. */
    private static final Pattern BARE_QUERY = Pattern.compile("\\?[\\w.~%-]+=" + END);

    /** A part of a query by itself, by the names that signatures and keys go by. */
    private static final Pattern SIGNATURE = Pattern.compile(
            "\\b((?:x-(?:amz|oss|goog)-[a-z-]+|signature|sign|sig|token|access_token|api[_-]?key)(?:=|%3D))[^&\\s\"'<>]+",
            Pattern.CASE_INSENSITIVE);

    private final Supplier<List<String>> secrets;

    /** @param secrets what was sent so far that nobody may read */
    private Redaction(Supplier<List<String>> secrets) {
        this.secrets = secrets;
    }

    Redaction(ApiKey key) {
        this(key::used);
    }

    /** For the answers of one clone: they may repeat the addresses of its recordings too. */
    static Redaction of(ApiKey key, CallScope scope) {
        return new Redaction(() -> {
            List<String> all = new ArrayList<>(key.used());
            all.addAll(scope.confidential());
            return all;
        });
    }

    String of(String text) {
        String shown = text;
        for (String secret : secrets.get()) {
            shown = SpelledOut.without(secret, shown);
        }
        shown = USER.matcher(shown).replaceAll("$1");
        shown = QUERY.matcher(shown).replaceAll("$1?[redacted]");
        shown = BARE_QUERY.matcher(shown).replaceAll("?[redacted]");
        return SIGNATURE.matcher(shown).replaceAll("$1[redacted]");
    }

    /** The same failure; or, if it quotes what must not be printed, one that says the rest of it. */
    Throwable of(Throwable failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        Throwable cause = failure.getCause();
        Throwable shownCause = cause == null ? null : of(cause);
        Throwable[] beside = failure.getSuppressed();
        Throwable[] shownBeside = new Throwable[beside.length];
        boolean same = of(message).equals(message) && shownCause == cause;
        for (int i = 0; i < beside.length; i++) {
            shownBeside[i] = of(beside[i]);
            same &= shownBeside[i] == beside[i];
        }
        if (same) {
            return failure;
        }
        Quoting shown = new Quoting(failure.getClass().getName() + ": " + of(message), shownCause);
        shown.setStackTrace(failure.getStackTrace());
        for (Throwable each : shownBeside) {
            shown.addSuppressed(each);
        }
        return shown;
    }

    /** Stands for a failure whose message held a secret, and names its class. */
    private static final class Quoting extends IOException {
        private static final long serialVersionUID = 1L;

        Quoting(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
