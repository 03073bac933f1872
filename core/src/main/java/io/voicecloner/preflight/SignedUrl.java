package io.voicecloner.preflight;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads how long a presigned URL is good for, in the two spellings of the object stores. */
final class SignedUrl {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private SignedUrl() {}

    /** Whether the URL says of itself that it is past its time; clocks differ, so this proves nothing. */
    static boolean expired(URI url, Instant now) {
        Map<String, String> query = parameters(url.getRawQuery());
        try {
            for (String vendor : new String[] {"x-amz-", "x-goog-"}) {
                String date = query.get(vendor + "date");
                String seconds = query.get(vendor + "expires");
                if (date != null && seconds != null) {
                    Instant signed = STAMP.parse(date, Instant::from);
                    return signed.plus(Duration.ofSeconds(Long.parseLong(seconds)))
                            .isBefore(now);
                }
            }
            String until = query.get("expires");
            return until != null
                    && until.matches("\\d{9,11}")
                    && Instant.ofEpochSecond(Long.parseLong(until)).isBefore(now);
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            return false;
        }
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (query != null) {
            for (String parameter : query.split("&", -1)) {
                int equals = parameter.indexOf('=');
                if (equals > 0) {
                    parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
                }
            }
        }
        return parameters;
    }
}
