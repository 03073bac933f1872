package io.voicecloner.system;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an application has on its path: some of our jars and the libraries they need; no test tools, no command line. */
final class ApplicationPath {
    private static final String[] EVERYTHING = {
        "core", "audio", "minimax", "proxy", "novita", "highway", "embedded-audio-host", "s3-audio-host"
    };

    private static final Pattern OURS = Pattern.compile(
            ".*/(?:provider-|extensions/)?([a-z0-9-]+)/target/.*|.*/voicecloner-([a-z][a-z0-9-]*?)-[0-9][^/]*\\.jar");
    private static final Pattern LIBRARY =
            Pattern.compile(".*/(okhttp-jvm|resilience4j-[a-z]+|okio-jvm|kotlin-stdlib|retrofit|converter-moshi"
                    + "|moshi|config|slf4j-api|tika-core|commons-io|metadata-extractor|xmpcore|annotations|checksums"
                    + "|checksums-spi|http-auth-aws|http-auth-spi|http-client-spi|identity-spi|metrics-spi"
                    + "|reactive-streams|utils)-[0-9][^/]*\\.jar");

    private ApplicationPath() {}

    /** All providers, the extensions and what they need. */
    static String whole() {
        return joined(with(EVERYTHING));
    }

    /** The libraries and these of our modules. */
    static List<String> with(String... modules) {
        Set<String> wanted = new HashSet<>(Arrays.asList(modules));
        List<String> entries = Project.classPath().stream()
                .filter(entry -> isLibrary(entry) || wanted.contains(moduleOf(entry)))
                .toList();
        Set<String> found = entries.stream().map(ApplicationPath::moduleOf).collect(Collectors.toSet());
        if (!found.containsAll(wanted)) {
            throw new AssertionError("of " + wanted + " only " + found + " are there: " + Project.classPath());
        }
        return entries;
    }

    /** These of our modules alone. */
    static List<String> only(String... modules) {
        return with(modules).stream().filter(entry -> !isLibrary(entry)).toList();
    }

    /** Where the programs of these tests lie. */
    static String tests() {
        return Path.of("target", "test-classes").toAbsolutePath().toString();
    }

    static String joined(List<String> entries) {
        return String.join(File.pathSeparator, entries);
    }

    private static boolean isLibrary(String entry) {
        return LIBRARY.matcher(slashed(entry)).matches();
    }

    private static String moduleOf(String entry) {
        Matcher matcher = OURS.matcher(slashed(entry));
        if (!matcher.matches()) {
            return "";
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    private static String slashed(String entry) {
        return entry.replace('\\', '/');
    }
}
