package io.voicecloner;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the cloned voice can be heard reading the preview text, and what the provider said of the file. The address is often
 * signed and short-lived: download at once, and treat it as a secret. The container is not documented; judge it by its bytes.
 *
 * @param uri the address, signature included
 * @param length how long the audio is, if the provider said so
 * @param bytes the file's size in bytes, if the provider said so
 * @param sampleRate in hertz, if the provider said so
 * @param bitrate in bits a second, if the provider said so
 */
public record Preview(
        URI uri, Optional<Duration> length, OptionalLong bytes, OptionalLong sampleRate, OptionalLong bitrate) {
    /** A preview of which only the address is known. */
    public static Preview of(URI uri) {
        return new Preview(uri, Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    /** The address without its query, which may be a signature, and without a user. */
    @Override
    public String toString() {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1) + path
                + (uri.getRawQuery() == null ? "" : "?[redacted]");
    }
}
