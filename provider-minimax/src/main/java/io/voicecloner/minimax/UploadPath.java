package io.voicecloner.minimax;

import io.voicecloner.ProviderSettings;
import io.voicecloner.spi.Option;
import java.util.regex.Pattern;

/** Where uploads go, below the base URL. Gateways differ in it (wire-facts 4.2). */
record UploadPath(String value) {
    /** Plain names only: no scheme, host, query, dot segment or empty one could lead elsewhere. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}){0,7}");

    private static final String RULE =
            "must be a path below the base URL, such as files/upload: letters, digits, hyphens, underscores and "
                    + "dots between slashes, none at its ends";

    static Option option(String variable) {
        return Option.of(UploadCloneProfile.UPLOAD_PATH, Option.Type.TEXT, "Where uploads go, below the base URL.")
                .fromEnvironment(variable)
                .byDefault(UploadCloneProfile.DOCUMENTED_UPLOAD_PATH)
                .shaped(PLAIN.pattern(), RULE);
    }

    static UploadPath of(UploadCloneProfile profile, ProviderSettings settings) {
        String path = settings.option(UploadCloneProfile.UPLOAD_PATH).orElse(UploadCloneProfile.DOCUMENTED_UPLOAD_PATH);
        if (!PLAIN.matcher(path).matches()) {
            throw UploadCloneProfile.unusable(profile.id(), UploadCloneProfile.UPLOAD_PATH, RULE);
        }
        return new UploadPath(path);
    }
}
