package io.voicecloner.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A module that is published and what it needs to run, as this build resolved it.
 *
 * @param libraries group, artifact and version of each, and where its jar lies; with optional ones, without our own
 */
record RunTime(String artifactId, Path directory, Map<String, Path> libraries) {
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(voicecloner-[a-z0-9-]+)</artifactId>");
    private static final Pattern LINE = Pattern.compile(
            "\\s*([^:\\s]+):([^:]+):jar:([^:]+):(?:compile|runtime):(.+?\\.jar)(?: \\(optional\\))?(?: -- .*)?");

    private static final List<String> MODULES = List.of(
            "core",
            "audio",
            "provider-minimax",
            "provider-proxy",
            "provider-novita",
            "provider-highway",
            "extensions/embedded-audio-host",
            "extensions/s3-audio-host",
            "emulator",
            "testkit",
            "cli");

    static List<RunTime> published() throws IOException {
        return MODULES.stream().map(Project.ROOT::resolve).map(RunTime::of).toList();
    }

    private static RunTime of(Path directory) {
        try {
            Map<String, Path> libraries = new TreeMap<>();
            for (String line : Files.readAllLines(directory.resolve("target/run-time-dependencies.txt"))) {
                Matcher library = LINE.matcher(line);
                if (library.matches() && !library.group(1).equals("io.voicecloner")) {
                    libraries.put(
                            library.group(1) + ':' + library.group(2) + ':' + library.group(3),
                            Path.of(library.group(4)));
                }
            }
            return new RunTime(artifactId(directory), directory, libraries);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The first is the parent's. */
    private static String artifactId(Path directory) throws IOException {
        Stream<String> found = ARTIFACT.matcher(Files.readString(directory.resolve("pom.xml")))
                .results()
                .map(each -> each.group(1));
        return found.skip(1).findFirst().orElseThrow();
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
