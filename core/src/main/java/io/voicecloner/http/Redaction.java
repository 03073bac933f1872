package io.voicecloner.http;

import io.voicecloner.spi.CallScope;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of what is said of one request what must not be printed, should it repeat the request: the key that was sent, what lets somebody
 * read the recordings, and the queries of URLs, whosever they are. Thread-safe.
 */
final class Redaction {
    private static final String END = "[^\\s\"'<>]*";
    private static final Pattern USER = Pattern.compile("(https?://)[^/?#@\\s\"'<>]{0,400}@", Pattern.CASE_INSENSITIVE);

    /** Of what is quoted, 200 characters are shown at most: the query behind a longer path is not among them. */
    private static final Pattern QUERY = Pattern.compile(
            "(https?(?::|%3A)[^\\s\"'<>?]{0,400}?)(?:\\?|%3F|\\\\u003F|&#63;|&#x3F;)" + END, Pattern.CASE_INSENSITIVE);

    /** An address without its host, as the log of a server has it. */
    private static final Pattern BARE_QUERY = Pattern.compile("\\?[\\w.~%-]{1,100}=[^\\s\"'<>]{6,}");

    /** A part of a query by itself, by the names that signatures and keys go by. */
    private static final Pattern SIGNATURE = Pattern.compile(
            "\\b((?:x-(?:amz|oss|goog)-[a-z-]{1,40}|signature|sign|sig|token|access_token|api[_-]?key)(?:=|%3D))[^&\\s\"'<>]+",
            Pattern.CASE_INSENSITIVE);

    private static final int LOOKED_AT = 16 * 1024;

    /** Of a key. */
    private static final int TELLING_OF_A_KEY = 12;

    /** Of anything else: as long as what cannot be guessed. */
    private static final int TELLING = 16;

    private final Supplier<List<String>> confidential;
    private volatile @Nullable String key;

    /** For what is said where no recording is known. */
    Redaction() {
        this.confidential = List::of;
    }

    /** For the answers of one clone: they may repeat the addresses of its recordings too. */
    Redaction(CallScope scope) {
        this.confidential = scope::confidential;
    }

    /** Hides this key from here on: of several that rotate, the one that this request carries. */
    void hide(String secret) {
        key = secret;
    }

    /** An id as it is, without the key, should it repeat that: part of it in other words is the only handle on what was paid for. */
    String ofId(String id) {
        String secret = key;
        return secret == null ? id : SpelledOut.without(secret, secret.length(), id);
    }

    /** Only the beginning comes back: whoever repeats an address a million times has not deserved to be read to the end. */
    String of(String text) {
        String shown = text.substring(0, Math.min(text.length(), LOOKED_AT));
        String secret = key;
        if (secret != null) {
            shown = SpelledOut.without(secret, TELLING_OF_A_KEY, shown);
        }
        for (String part : confidential.get()) {
            // What is shorter stands in many an honest word.
            shown = part.length() < TELLING ? shown : SpelledOut.without(part, TELLING, shown);
        }
        shown = USER.matcher(shown).replaceAll("$1");
        shown = QUERY.matcher(shown).replaceAll("$1?[redacted]");
        shown = BARE_QUERY.matcher(shown).replaceAll("?[redacted]");
        return SIGNATURE.matcher(shown).replaceAll("$1[redacted]");
    }
}
