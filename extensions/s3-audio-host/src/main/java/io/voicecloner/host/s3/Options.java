package io.voicecloner.host.s3;

import io.voicecloner.spi.Option;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the {@code audio-host} block of an S3 host takes. */
final class Options {
    static final Option ENDPOINT = Option.of(
                    "endpoint",
                    Option.Type.URL,
                    "Where the S3 API is, without the bucket: https, or http to loopback. For a service other than AWS.")
            .fromEnvironment("VOICECLONER_S3_ENDPOINT")
            .byDefault("AWS, in the region");
    static final Option REGION = Option.of(
                    "region", Option.Type.TEXT, "The region that requests are signed for; some services want auto.")
            .fromEnvironment("VOICECLONER_S3_REGION")
            .byDefault("us-east-1");
    static final Option BUCKET = Option.of("bucket", Option.Type.TEXT, "The bucket that recordings are put into.")
            .fromEnvironment("VOICECLONER_S3_BUCKET");
    static final Option PATH_STYLE = Option.of(
                    "path-style",
                    Option.Type.BOOLEAN,
                    "Whether the bucket stands in the path of URLs, and not before the endpoint's host name.")
            .fromEnvironment("VOICECLONER_S3_PATH_STYLE")
            .byDefault("true where an endpoint is given");
    static final Option KEY_PREFIX = Option.of(
                    "key-prefix", Option.Type.TEXT, "How the names of recordings in the bucket begin; may be empty.")
            .fromEnvironment("VOICECLONER_S3_KEY_PREFIX")
            .byDefault("voicecloner/");
    static final Option ACCESS_KEY = Option.of("access-key", Option.Type.SECRET, "The id of the key to the bucket.")
            .fromEnvironment("VOICECLONER_S3_ACCESS_KEY");
    static final Option ACCESS_KEY_FILE = Option.of(
                    "access-key-file", Option.Type.FILE, "A file that holds the access key.")
            .fromEnvironment("VOICECLONER_S3_ACCESS_KEY_FILE");
    static final Option SECRET_KEY = Option.of("secret-key", Option.Type.SECRET, "The secret of the key to the bucket.")
            .fromEnvironment("VOICECLONER_S3_SECRET_KEY");
    static final Option SECRET_KEY_FILE = Option.of(
                    "secret-key-file", Option.Type.FILE, "A file that holds the secret key.")
            .fromEnvironment("VOICECLONER_S3_SECRET_KEY_FILE");
    static final Option SESSION_TOKEN = Option.of(
                    "session-token", Option.Type.SECRET, "The token that belongs to a temporary key; others have none.")
            .fromEnvironment("VOICECLONER_S3_SESSION_TOKEN");
    static final Option SESSION_TOKEN_FILE = Option.of(
                    "session-token-file", Option.Type.FILE, "A file that holds the session token.")
            .fromEnvironment("VOICECLONER_S3_SESSION_TOKEN_FILE");
    static final Option URL_LIFETIME = Option.of(
                    "url-lifetime",
                    Option.Type.DURATION,
                    "How long a published URL can be read from, unless it is taken down before; a minute to a day.")
            .fromEnvironment("VOICECLONER_S3_URL_LIFETIME")
            .byDefault("15m");

    static final Set<Option> ALL = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(
            ENDPOINT,
            REGION,
            BUCKET,
            PATH_STYLE,
            KEY_PREFIX,
            ACCESS_KEY,
            ACCESS_KEY_FILE,
            SECRET_KEY,
            SECRET_KEY_FILE,
            SESSION_TOKEN,
            SESSION_TOKEN_FILE,
            URL_LIFETIME)));

    private Options() {}
}
