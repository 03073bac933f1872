package io.voicecloner.http;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.StandardOptions;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * A key that is asked for anew at every request and checked here, because the transport's own message about a bad header value
 * repeats the value.
 */
final class ApiKey {
    private final String provider;
    private final Supplier<String> supplier;

    ApiKey(String provider, Supplier<String> supplier) {
        this.provider = provider;
        this.supplier = supplier;
    }

    /** Whose key it is. */
    String provider() {
        return provider;
    }

    /** The key for the next request, which may be another one than for the last. */
    String next() {
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

    /** Tells keys at this address apart without being one, the same in every JVM: it may be stored where a gate is shared. */
    String fingerprint(String address) {
        byte[] both = (address + '\n' + next()).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Sha256.begin().digest(both), 0, 16);
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
