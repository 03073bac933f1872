package io.voicecloner.minimax;

import io.voicecloner.ProviderSettings;
import java.util.regex.Pattern;

/** Where uploads go, below the base URL. Gateways differ in it (wire-facts 4.2). */
record UploadPath(String value) {
    /** Plain names only: no scheme, host, query, dot segment or empty one could lead elsewhere. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,64}(/[A-Za-z0-9_-]{1,64}){0,7}");

    static UploadPath of(UploadCloneProfile profile, ProviderSettings settings) {
        String path = settings.option(UploadCloneProfile.UPLOAD_PATH).orElse(UploadCloneProfile.DOCUMENTED_UPLOAD_PATH);
        if (!PLAIN.matcher(path).matches()) {
            throw UploadCloneProfile.unusable(
                    profile.id(),
                    UploadCloneProfile.UPLOAD_PATH,
                    "is a path below the base URL without a slash at its ends, such as files/upload");
        }
        return new UploadPath(path);
    }
}
