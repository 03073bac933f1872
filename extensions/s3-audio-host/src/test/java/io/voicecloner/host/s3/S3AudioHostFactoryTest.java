package io.voicecloner.host.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.ConfigurationException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.AudioHostFactory;
import io.voicecloner.spi.Option;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3AudioHostFactoryTest {
    private static final Map<String, String> ENOUGH =
            Map.of("bucket", "recordings", "access-key", "AKIDEXAMPLE", "secret-key", "theSecret");

    private final AudioHostFactory factory = new S3AudioHostFactory();

    @TempDir
    Path directory;

    static Stream<Option> options() {
        return Options.ALL.stream();
    }

    @Test
    void isFoundAmongTheInstalledFactories() {
        assertThat(ServiceLoader.load(AudioHostFactory.class))
                .hasOnlyElementsOfType(S3AudioHostFactory.class)
                .extracting(AudioHostFactory::type)
                .containsExactly("s3");
    }

    @ParameterizedTest
    @MethodSource("options")
    void everySettingCanStandInTheEnvironment(Option option) {
        assertThat(option.variable())
                .contains("VOICECLONER_S3_"
                        + option.name().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Test
    void marksWhatMustNotBePrinted() {
        assertThat(factory.options())
                .filteredOn(Option::secret)
                .extracting(Option::name)
                .containsExactly("access-key", "secret-key", "session-token");
    }

    @ParameterizedTest
    @MethodSource("options")
    void theDocumentationHasARowForEachSetting(Option option) throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../../docs/configuration.md")).stream()
                .filter(line -> line.startsWith("| `audio-host." + option.name() + "` |"))
                .toList();

        assertThat(rows).as(option.name()).hasSize(1);
        assertThat(rows.get(0)).contains("`s3`").contains(option.variable().orElse(""));
        if (option.defaultValue() != null && !option.defaultValue().contains(" ")) {
            assertThat(rows.get(0)).contains("`" + option.defaultValue() + "`");
        }
    }

    @Test
    void sendsNothingWhenItOpens() throws Exception {
        try (Peer peer = Peer.silent();
                AudioHost host = factory.open(with("endpoint", peer.endpoint()))) {
            assertThat(host.publicBaseUrl()).isPresent();
            assertThat(peer.connections()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, , , https://recordings.s3.us-east-1.amazonaws.com",
        "eu-west-3, , true, https://s3.eu-west-3.amazonaws.com/recordings",
        "auto, https://0123456789abcdef.r2.cloudflarestorage.com, , "
                + "https://0123456789abcdef.r2.cloudflarestorage.com/recordings",
        "x, https://minio.example:9000/, false, https://recordings.minio.example:9000",
        "x, https://store.example/storage/v1/s3, , https://store.example/storage/v1/s3/recordings",
        "x, http://localhost:9000, yes, http://localhost:9000/recordings",
        "x, http://[::1]:9000, , http://[::1]:9000/recordings"
    })
    void findsTheBucket(String region, String endpoint, String pathStyle, URI base) throws Exception {
        Map<String, String> settings = with("region", region);
        putIfGiven(settings, "endpoint", endpoint);
        putIfGiven(settings, "path-style", pathStyle);

        try (AudioHost host = factory.open(settings)) {
            assertThat(host.publicBaseUrl()).contains(base);
        }
    }

    private static void putIfGiven(
            Map<String, String> settings, String key, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            settings.put(key, value);
        }
    }

    @Test
    void takesKeysFromFiles() throws Exception {
        Path access = Files.writeString(directory.resolve("access"), S3Server.ACCESS_KEY + "\n");
        Path secret = Files.writeString(directory.resolve("secret"), S3Server.SECRET_KEY);
        try (S3Server server = S3Server.start();
                AudioHost host = factory.open(Map.of(
                        "endpoint",
                        server.endpoint(),
                        "bucket",
                        S3Server.BUCKET,
                        "access-key-file",
                        access.toString(),
                        "secret-key-file",
                        secret.toString()))) {
            host.publish(Recordings.wav(Recordings.noise(100)));

            assertThat(server.keys()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint, ''''",
        "endpoint, s3.example",
        "endpoint, ftp://s3.example",
        "endpoint, http://s3.example",
        "endpoint, http://127.0.0.1.s3.example",
        "endpoint, http://192.168.0.1:9000",
        "endpoint, https://user:hidden@s3.example",
        "endpoint, https://s3.example/?hidden=1",
        "endpoint, https://s3.example/#hidden",
        "endpoint, https://s3.example:99999",
        "endpoint, https://s3_.example",
        "endpoint, https:///x",
        "endpoint, https://s3 example",
        "region, eu west",
        "region, eu.west",
        "region, eu/west",
        "region, @evil.example",
        "bucket, ab",
        "bucket, Recordings",
        "bucket, has.dot",
        "bucket, has_underscore",
        "bucket, a/b",
        "bucket, -ab",
        "path-style, maybe",
        "key-prefix, /a",
        "key-prefix, a//b",
        "key-prefix, a/../b",
        "key-prefix, ..",
        "key-prefix, .a",
        "key-prefix, ä",
        "key-prefix, a b",
        "key-prefix, a?b",
        "key-prefix, a%2fb",
        "access-key, ab",
        "access-key, hidden hidden",
        "secret-key, hiddén",
        "session-token, hidden hidden",
        "url-lifetime, 15",
        "url-lifetime, 59s",
        "url-lifetime, 25h",
        "url-lifetime, 2 days",
        "url-lifetime, -1m",
        "url-lifetime, soon"
    })
    void refusesAnUnusableValueWithoutQuotingIt(String key, String value) {
        assertThat(violations(with(key, value))).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("config.audio-host." + key);
            assertThat(violation.rule()).isEqualTo("unusable");
            assertThat(violation.message()).endsWith(".").doesNotContain("hidden", "hiddén");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "60s", "90 seconds", "24h", "1d", "1 day", "15 minutes"})
    void takesATimeFromAMinuteToADay(String time) throws Exception {
        try (AudioHost host = factory.open(with("url-lifetime", time))) {
            assertThat(host).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9000", "https://192.0.2.1", "http://localhost:9000", "http://[::1]:9"})
    void wantsTheBucketInThePathWhereThereIsNoHostNameToPutItBefore(String endpoint) {
        Map<String, String> settings = with("endpoint", endpoint);
        settings.put("path-style", "false");

        assertThat(violations(settings))
                .singleElement()
                .satisfies(violation -> assertThat(violation.field()).isEqualTo("config.audio-host.path-style"));
    }

    @Test
    void takesMoreNamesOfBucketsInThePath() throws Exception {
        Map<String, String> settings = with("bucket", "Team_A.recordings");
        settings.put("path-style", "true");

        try (AudioHost host = factory.open(settings)) {
            assertThat(host.publicBaseUrl().orElseThrow()).hasPath("/Team_A.recordings");
        }
    }

    @Test
    void reportsEverythingWrongAtOnce() {
        assertThat(violations(Map.of(
                        "endpoint", "http://s3.example",
                        "region", "!",
                        "path-style", "?",
                        "key-prefix", "//",
                        "access-key", "x",
                        "secret-key", "theSecret",
                        "secret-key-file", "/run/secrets/s3",
                        "url-lifetime", "1s")))
                .extracting(Violation::field)
                .containsExactly(
                        "config.audio-host.region",
                        "config.audio-host.endpoint",
                        "config.audio-host.path-style",
                        "config.audio-host.bucket",
                        "config.audio-host.access-key",
                        "config.audio-host.secret-key-file",
                        "config.audio-host.key-prefix",
                        "config.audio-host.url-lifetime");
    }

    @Test
    void saysWhatIsMissingAndWhereItCouldStand() {
        List<Violation> missing = violations(Map.of());

        assertThat(missing).extracting(Violation::rule).containsOnly("missing");
        assertThat(missing)
                .extracting(Violation::message)
                .containsExactly(
                        "There is no bucket: set voicecloner.audio-host.bucket, or VOICECLONER_S3_BUCKET in the "
                                + "environment.",
                        "There is no access-key: set voicecloner.audio-host.access-key or access-key-file, or "
                                + "VOICECLONER_S3_ACCESS_KEY in the environment.",
                        "There is no secret-key: set voicecloner.audio-host.secret-key or secret-key-file, or "
                                + "VOICECLONER_S3_SECRET_KEY in the environment.");
    }

    @Test
    void takesASessionTokenFromOnePlaceOnly() {
        Map<String, String> settings = with("session-token", "hiddenToken");
        settings.put("session-token-file", "/run/secrets/token");

        assertThat(violations(settings)).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("config.audio-host.session-token-file");
            assertThat(violation.message())
                    .contains("together with session-token")
                    .doesNotContain("hidden");
        });
    }

    @Test
    void sendsTheSessionTokenWithEveryRequestAndInTheUrl() throws Exception {
        Path token = Files.writeString(directory.resolve("token"), "theToken\n");
        try (Peer bucket = Peer.takingAndKeeping("403 Forbidden", "AccessDenied", "Not you.")) {
            Map<String, String> settings = with("endpoint", bucket.endpoint());
            settings.put("session-token-file", token.toString());
            try (AudioHost host = factory.open(settings)) {
                AudioHost.Published published = host.publish(Recordings.wav(Recordings.noise(100)));
                assertThat(published.url().getQuery()).contains("X-Amz-Security-Token=theToken");
                Files.writeString(token, "theNextToken");
            }
            assertThat(bucket.requests()).hasSize(2);
            assertThat(bucket.requests().get(0)).containsIgnoringCase("\r\nx-amz-security-token: theToken\r\n");
            assertThat(bucket.requests().get(1)).containsIgnoringCase("\r\nx-amz-security-token: theNextToken\r\n");
        }
    }

    @Test
    void refusesFilesThatHoldNoKey() throws Exception {
        Path empty = Files.createFile(directory.resolve("empty"));
        Map<String, String> settings = new HashMap<>(Map.of("bucket", "recordings"));
        settings.put("access-key-file", empty.toString());
        settings.put("secret-key-file", "theSecretItselfInTheWrongPlace");

        List<Violation> violations = violations(settings);

        assertThat(violations)
                .extracting(Violation::field)
                .containsExactly("config.audio-host.access-key-file", "config.audio-host.secret-key-file");
        assertThat(violations.toString()).doesNotContain("theSecretItself");
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> settings = new HashMap<>(ENOUGH);
        settings.put(key, value);
        return settings;
    }

    private List<Violation> violations(Map<String, String> settings) {
        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, () -> factory.open(settings));
        assertThat(refused.reason()).isEqualTo(Reason.INVALID_SETTING);
        assertThat(refused.step()).isEqualTo(Step.CONFIGURE);
        return refused.violations();
    }
}
