package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is published needs these libraries and no others, of these versions and bytes. */
class SupplyChainTest {
    private static final Path LOOKED_AT = Project.ROOT.resolve("system-tests/src/test/resources/supply-chain");
    private static final Pattern NOT_EXACT =
            Pattern.compile("version>\\s*(?:[\\[(][^<]*|[^<]*,[^<]*|[^<]*-SNAPSHOT|LATEST|RELEASE)\\s*</");

    /** What the build itself runs with is no dependency. */
    private static final Pattern TOOLS = Pattern.compile("(?s)<require(Maven|Java)Version>.*?</require");

    @Test
    @Tag("S40")
    void everyPublishedModuleNeedsWhatItIsListedWith() throws IOException {
        Map<String, List<String>> needed = new TreeMap<>();
        for (RunTime module : RunTime.published()) {
            needed.put(module.artifactId(), module.libraries().keySet().stream().toList());
        }
        StringBuilder text = new StringBuilder();
        needed.forEach((module, libraries) -> {
            text.append(module).append('\n');
            libraries.forEach(library -> text.append("  ").append(library).append('\n'));
        });
        assertThat(text.toString()).isEqualTo(lookedAt("run-time-dependencies.txt"));
    }

    @Test
    @Tag("S39")
    void everyLibraryHasTheBytesThatWereLookedAt() throws IOException {
        Map<String, Path> libraries = new TreeMap<>();
        for (RunTime module : RunTime.published()) {
            libraries.putAll(module.libraries());
        }
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Path> library : libraries.entrySet()) {
            text.append(RunTime.sha256(library.getValue()))
                    .append("  ")
                    .append(library.getKey())
                    .append('\n');
        }
        assertThat(text.toString()).isEqualTo(lookedAt("checksums.txt"));
    }

    @Test
    @Tag("S39")
    void everyVersionInThisBuildIsExact() throws IOException {
        try (Stream<Path> files = Files.walk(Project.ROOT)) {
            List<Path> poms = files.filter(file -> file.endsWith("pom.xml"))
                    .filter(file -> !Project.ROOT.relativize(file).toString().contains("target"))
                    .toList();
            assertThat(poms)
                    .hasSizeGreaterThan(14)
                    .allSatisfy(pom -> assertThat(
                                    TOOLS.matcher(Files.readString(pom)).replaceAll(""))
                            .doesNotContainPattern(NOT_EXACT)
                            .doesNotContain("<repository>", "<pluginRepository>"));
        }
    }

    @Test
    @Tag("S35")
    void thereIsOneOkHttp() throws IOException {
        assertThat(Collections.list(getClass().getClassLoader().getResources("okhttp3/OkHttpClient.class")))
                .hasSize(1);
        assertThat(Collections.list(getClass().getClassLoader().getResources("okio/Buffer.class")))
                .hasSize(1);
        assertThat(banned()).contains("com.squareup.okhttp3:okhttp", "com.squareup.okio:okio");
    }

    @Test
    @Tag("S14")
    void nothingThatPrintsBodiesIsThere() throws IOException {
        assertThat(Collections.list(
                        getClass().getClassLoader().getResources("okhttp3/logging/HttpLoggingInterceptor.class")))
                .isEmpty();
        assertThat(banned()).contains("com.squareup.okhttp3:logging-interceptor");
    }

    @Test
    @Tag("S41")
    void thereIsNoJqwik() throws IOException {
        assertThat(Collections.list(getClass().getClassLoader().getResources("net/jqwik/api/Property.class")))
                .isEmpty();
        assertThat(banned()).contains("net.jqwik", "io.github.resilience4j:resilience4j-all");
    }

    private static List<String> banned() throws IOException {
        String pom = Files.readString(Project.ROOT.resolve("pom.xml"));
        String rule = pom.substring(pom.indexOf("<bannedDependencies>"), pom.indexOf("</bannedDependencies>"));
        return Pattern.compile("<exclude>([^<]+)</exclude>")
                .matcher(rule)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String lookedAt(String name) throws IOException {
        try (InputStream in = Files.newInputStream(LOOKED_AT.resolve(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
