package io.voicecloner.emulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The one key of all accounts, as {@code Authorization: Bearer KEY} carries it. */
final class BearerKey {
    private static final String SCHEME = "Bearer ";

    enum Verdict {
        MISSING,
        WRONG,
        RIGHT
    }

    private final byte[] key;

    BearerKey(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    Verdict judge(Exchange exchange) {
        @Nullable String header = exchange.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Verdict.MISSING;
        }
        String sent = header.substring(SCHEME.length()).strip();
        if (sent.isEmpty()) {
            return Verdict.MISSING;
        }
        return MessageDigest.isEqual(key, sent.getBytes(StandardCharsets.UTF_8)) ? Verdict.RIGHT : Verdict.WRONG;
    }
}
