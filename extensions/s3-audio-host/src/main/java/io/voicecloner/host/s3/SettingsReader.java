package io.voicecloner.host.s3;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.http.BaseUrl;
import io.voicecloner.http.Loopback;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.Option;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what was configured into {@link Settings}, and lists everything wrong with it at once without quoting it. */
final class SettingsReader {
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern BUCKET_IN_PATH = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]");
    // Without dots, since no certificate covers a host name that has one part more.
    private static final Pattern BUCKET_IN_HOST = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("\\[.*|[0-9.]+|localhost", Pattern.CASE_INSENSITIVE);
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._-]*/)*");
    private static final int LONGEST_PREFIX = 256;
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    private final Map<String, String> settings;
    private final List<Violation> violations = new ArrayList<>();

    SettingsReader(Map<String, String> settings) {
        this.settings = settings;
    }

    /** @throws io.voicecloner.ConfigurationException with all violations */
    Settings read() {
        String region = region();
        URI endpoint = endpoint(region);
        boolean pathStyle = pathStyle(endpoint);
        String bucket = bucket(pathStyle);
        Credentials credentials = new Credentials(
                key(Options.ACCESS_KEY, Options.ACCESS_KEY_FILE),
                key(Options.SECRET_KEY, Options.SECRET_KEY_FILE),
                keyIfGiven(Options.SESSION_TOKEN, Options.SESSION_TOKEN_FILE));
        String keyPrefix = keyPrefix();
        Duration urlLifetime = urlLifetime();
        if (!violations.isEmpty()) {
            throw Failures.exception(FailureReport.of(
                            Category.CONFIGURATION,
                            Reason.INVALID_SETTING,
                            Step.CONFIGURE,
                            "the S3 audio host cannot be set up like this")
                    .violations(violations));
        }
        BucketAddress address = new BucketAddress(Objects.requireNonNull(endpoint), bucket, pathStyle);
        return new Settings(address, region, credentials, keyPrefix, urlLifetime);
    }

    private String region() {
        String region = text(Options.REGION).orElse("us-east-1");
        if (!REGION.matcher(region).matches()) {
            wrong(Options.REGION, "is not letters, digits and hyphens, as in eu-central-1");
            return "us-east-1";
        }
        return region;
    }

    private @Nullable URI endpoint(String region) {
        Optional<String> text = text(Options.ENDPOINT);
        if (text.isEmpty()) {
            return URI.create("https://s3." + region + ".amazonaws.com");
        }
        try {
            URI endpoint = new URI(text.get());
            if ("http".equalsIgnoreCase(endpoint.getScheme()) && !Loopback.isLoopback(endpoint)) {
                wrong(
                        Options.ENDPOINT,
                        "must be https: recordings are never sent in the clear, except to this machine");
                return null;
            }
            Optional<String> wrong = BaseUrl.problemOf(endpoint);
            if (wrong.isEmpty() && endpoint.getHost() != null) {
                return endpoint;
            }
            wrong(Options.ENDPOINT, wrong.orElse("has no host that can be reached"));
        } catch (URISyntaxException e) {
            wrong(Options.ENDPOINT, "is not a URL");
        }
        return null;
    }

    private boolean pathStyle(@Nullable URI endpoint) {
        boolean given = text(Options.ENDPOINT).isPresent();
        String text = text(Options.PATH_STYLE).orElse(String.valueOf(given)).toLowerCase(Locale.ROOT);
        switch (text) {
            case "true", "yes", "on" -> {
                return true;
            }
            case "false", "no", "off" -> {
                if (endpoint != null && ADDRESS.matcher(endpoint.getHost()).matches()) {
                    wrong(Options.PATH_STYLE, "must be true: the bucket cannot stand before the endpoint's host");
                }
                return false;
            }
            default -> {
                wrong(Options.PATH_STYLE, "is true or false");
                return given;
            }
        }
    }

    private String bucket(boolean pathStyle) {
        Optional<String> bucket = text(Options.BUCKET);
        if (bucket.isEmpty()) {
            violation(
                    Options.BUCKET,
                    "missing",
                    "There is no bucket: set voicecloner.audio-host.bucket, or " + Options.BUCKET.environment()
                            + " in the environment.");
        } else if (pathStyle) {
            if (!BUCKET_IN_PATH.matcher(bucket.get()).matches()) {
                wrong(Options.BUCKET, "is not 3 to 63 letters, digits, dots, hyphens and underscores");
            }
        } else if (!BUCKET_IN_HOST.matcher(bucket.get()).matches()) {
            wrong(
                    Options.BUCKET,
                    "is not 3 to 63 small letters, digits and hyphens; other names need path-style = true");
        }
        return bucket.orElse("");
    }

    private Key key(Option inPlace, Option inFile) {
        Key key = keyIfGiven(inPlace, inFile);
        if (key != null) {
            return key;
        }
        violation(
                inPlace,
                "missing",
                "There is no " + inPlace.name() + ": set voicecloner.audio-host." + inPlace.name() + " or "
                        + inFile.name() + ", or " + inPlace.environment() + " in the environment.");
        return Key.of("");
    }

    private @Nullable Key keyIfGiven(Option inPlace, Option inFile) {
        Optional<String> text = text(inPlace);
        Optional<String> file = text(inFile);
        if (text.isPresent() && file.isPresent()) {
            wrong(inFile, "is given together with " + inPlace.name() + ": give one of them");
        } else if (text.isPresent()) {
            return checked(inPlace, Key.of(text.get()));
        } else if (file.isPresent()) {
            try {
                return checked(inFile, Key.inFile(Path.of(file.get())));
            } catch (InvalidPathException e) {
                wrong(inFile, "names no file");
            }
        } else {
            return null;
        }
        return Key.of("");
    }

    private Key checked(Option option, Key key) {
        try {
            key.read();
        } catch (IOException e) {
            wrong(option, String.valueOf(e.getMessage()));
        }
        return key;
    }

    private String keyPrefix() {
        String prefix = settings.getOrDefault(Options.KEY_PREFIX.name(), "voicecloner/");
        String withSlash = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + '/';
        if (!PREFIX.matcher(withSlash).matches() || prefix.length() > LONGEST_PREFIX) {
            wrong(
                    Options.KEY_PREFIX,
                    "is not up to " + LONGEST_PREFIX + " letters, digits, dots, hyphens and underscores, in parts "
                            + "between slashes that do not begin with a dot");
        }
        return withSlash;
    }

    private Duration urlLifetime() {
        Duration life = Times.parse(text(Options.URL_LIFETIME).orElse("15m")).orElse(Duration.ZERO);
        if (life.compareTo(SHORTEST_LIFE) < 0 || life.compareTo(LONGEST_LIFE) > 0) {
            wrong(Options.URL_LIFETIME, "is not a time from 1m to 24h: write 900s, 15m or 2h");
        }
        return life;
    }

    private Optional<String> text(Option option) {
        return Optional.ofNullable(settings.get(option.name())).filter(text -> !text.isEmpty());
    }

    private void wrong(Option option, String rule) {
        violation(option, "unusable", "audio-host." + option.name() + ' ' + rule + '.');
    }

    private void violation(Option option, String rule, String message) {
        violations.add(new Violation("config.audio-host." + option.name(), rule, message));
    }
}
