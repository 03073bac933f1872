package io.voicecloner.spi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The options every provider that is reached over HTTP with a key declares, and core reads for it. */
public final class StandardOptions {
    public static final String API_KEY = "api-key";
    public static final String API_KEY_FILE = "api-key-file";
    public static final String BASE_URL = "base-url";

    private StandardOptions() {}

    /**
     * Key, key file and base URL, followed by the provider's own.
     *
     * @param environmentPrefix how the environment variables begin: {@code ACME} gives {@code ACME_API_KEY}
     * @param baseUrl where the provider is reached by default, in words
     */
    public static Set<Option> with(String environmentPrefix, String baseUrl, Option... own) {
        return with(environmentPrefix, baseUrl(environmentPrefix).byDefault(baseUrl), own);
    }

    /** As {@link #with}, for a provider that has no address of its own: the base URL must be given. */
    public static Set<Option> withoutAddress(String environmentPrefix, Option... own) {
        return with(environmentPrefix, baseUrl(environmentPrefix).mandatory(), own);
    }

    private static Option baseUrl(String environmentPrefix) {
        return Option.of(BASE_URL, Option.Type.URL, "Where the API is: the origin plus the documented prefix.")
                .fromEnvironment(environmentPrefix + "_BASE_URL");
    }

    private static Set<Option> with(String environmentPrefix, Option baseUrl, Option... own) {
        Set<Option> options = new LinkedHashSet<>();
        options.add(
                Option.of(API_KEY, Option.Type.SECRET, "The API key.").fromEnvironment(environmentPrefix + "_API_KEY"));
        options.add(Option.of(
                        API_KEY_FILE,
                        Option.Type.FILE,
                        "A file that holds the API key; read again for every request. One newline at its end is dropped.")
                .fromEnvironment(environmentPrefix + "_API_KEY_FILE"));
        options.add(baseUrl);
        options.addAll(List.of(own));
        return java.util.Collections.unmodifiableSet(options);
    }
}
