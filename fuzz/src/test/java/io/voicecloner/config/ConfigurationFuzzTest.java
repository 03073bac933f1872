package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.voicecloner.ConfigurationException;
import io.voicecloner.Violation;
import io.voicecloner.fuzz.LeapingTime;
import io.voicecloner.fuzz.Nowhere;
import io.voicecloner.spi.ProviderContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Timeout;

/**
 * Configuration, from wherever it is read. The first line of the input says what the rest is: {@code conf}, {@code properties} or {@code json}
 * for a file, {@code env} or {@code system} for lines of {@code NAME=value}.
 */
@Timeout(20)
class ConfigurationFuzzTest {
    private static final String SECRET = "planted-secret-4c81e07b6d";
    private static final Path DIRECTORY = directory();

    @FuzzTest
    void itIsUsableOrAllThatIsWrongIsSaidWithoutTheSecret(byte[] input) throws IOException {
        String text = new String(input, StandardCharsets.UTF_8);
        int line = text.indexOf('\n');
        String kind = line < 0 ? "conf" : text.substring(0, line);
        String rest = text.substring(line + 1);
        Nowhere.forget();
        try {
            open(loaded(kind, rest));
        } catch (ConfigurationException e) {
            String message = String.valueOf(e.getMessage());
            // What stands there in plain text may be a name, and names are quoted.
            assertThat(message.contains(SECRET) && !text.contains(SECRET))
                    .as("the secret is in: %s", message)
                    .isFalse();
            assertThat(e.violations()).as(message).isNotEmpty();
            assertThat(e.violations()).extracting(Violation::message).allMatch(sentence -> !sentence.isBlank());
            assertThat(e.voiceMayExist()).isFalse();
        }
        assertThat(Nowhere.targets()).as("what configuration connects to").isEmpty();
    }

    private static Configured loaded(String kind, String text) throws IOException {
        Map<String, String> environment = new TreeMap<>(Map.of("NOVITA_API_KEY", SECRET));
        Properties system = new Properties();
        Path file =
                DIRECTORY.resolve("voicecloner." + (kind.equals("properties") || kind.equals("json") ? kind : "conf"));
        switch (kind) {
            case "env" -> pairs(text).forEach(environment::put);
            case "system" -> pairs(text).forEach(system::setProperty);
            case "json" -> Files.writeString(file, text);
            default -> Files.writeString(file, text + "\n\nvoicecloner.minimax.api-key=" + SECRET + "\n");
        }
        Optional<Path> given = kind.equals("env") || kind.equals("system") ? Optional.empty() : Optional.of(file);
        Surroundings surroundings = new Surroundings(
                environment, system, DIRECTORY.resolve("nothing"), ClassLoader.getPlatformClassLoader());
        return Configuration.load(given.orElse(null), Map.of(), surroundings);
    }

    private static Map<String, String> pairs(String lines) {
        Map<String, String> pairs = new TreeMap<>();
        lines.lines().forEach(line -> {
            int equals = line.indexOf('=');
            pairs.put(line.substring(0, Math.max(0, equals)), line.substring(equals + 1));
        });
        return pairs;
    }

    /** As a cloner is opened of it, but for what is the same for all. */
    private static void open(Configured configured) {
        configured.fallbacks().forEach(ConfigurationFuzzTest::open);
        configured
                .provider()
                .open(configured.settings(), new ProviderContext(Clock.systemUTC(), new LeapingTime()))
                .close();
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Path.of("target"), "configuration");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
