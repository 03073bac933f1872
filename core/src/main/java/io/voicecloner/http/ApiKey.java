package io.voicecloner.http;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.StandardOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * A key that is asked for anew at every request and checked here, because the transport's own message about a bad header value
 * repeats the value.
 */
final class ApiKey {
    /** More than there are requests in flight at once. */
    private static final int REMEMBERED = 32;

    private final String provider;
    private final Supplier<String> supplier;
    private final List<String> used = new CopyOnWriteArrayList<>();

    ApiKey(String provider, Supplier<String> supplier) {
        this.provider = provider;
        this.supplier = supplier;
    }

    /** Whose key it is. */
    String provider() {
        return provider;
    }

    /** The value of an {@code Authorization} header. */
    String bearer() {
        String key = checked();
        remember(key);
        return "Bearer " + key;
    }

    /** Tells keys at this address apart without being one, the same in every JVM: it may be stored where a gate is shared. */
    String fingerprint(String address) {
        byte[] both = (address + '\n' + checked()).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(both);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** What was sent of late, for those who must not let it be printed: answers to older requests come after the key was changed. */
    List<String> used() {
        return used;
    }

    private synchronized void remember(String key) {
        if (!used.contains(key)) {
            used.add(0, key);
            if (used.size() > REMEMBERED) {
                used.remove(REMEMBERED);
            }
        }
    }

    private String checked() {
        String key;
        try {
            key = supplier.get();
        } catch (RuntimeException e) {
            // The cause may quote the key, so only its class is kept.
            throw unusable("could not be had (" + e.getClass().getSimpleName() + ")");
        }
        String wrong = ApiKeyRule.problemOf(key).orElse(null);
        if (wrong != null) {
            throw unusable(wrong);
        }
        return key;
    }

    private RuntimeException unusable(String wrong) {
        String field = "config." + provider + '.' + StandardOptions.API_KEY;
        return Failures.exception(FailureReport.of(
                        Category.CONFIGURATION, Reason.INVALID_SETTING, Step.CONFIGURE, "the API key cannot be used")
                .provider(provider)
                .violations(List.of(new Violation(field, "api-key", "The API key " + wrong + '.'))));
    }

    @Override
    public String toString() {
        return "ApiKey[redacted]";
    }
}
