package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in the checkout looks like a real key, but for those of tests, which are listed here one by one. */
@Tag("S42")
class SecretScanTest {
    private static final Pattern SECRET = Pattern.compile("\\bsk-[A-Za-z0-9_-]{12,}"
            + "|\\beyJ[A-Za-z0-9_-]{12,}"
            + "|(?i:bearer)[ \\t]+[A-Za-z0-9._~+/=-]{16,}"
            + "|\\b(?:AKIA|ASIA)[A-Z0-9]{12,}"
            + "|-----BEGIN [A-Z ]*PRIVATE" + " KEY-----");

    /** The names of secrets that tests plant and look for, and the key of Amazon's public example. */
    private static final Set<String> ADMITTED = Set.of(
            "sk-CANARY-0123456789",
            "sk-gateway-canary-0123456789",
            "sk-highway-canary-0123456789",
            "AKIAIOSFODNN7EXAMPLE");

    /** What builds and tools make. */
    private static final Set<String> LEFT_OUT =
            Set.of("target", ".git", ".idea", ".vscode", ".settings", "node_modules");

    @Test
    void noFileHoldsWhatLooksLikeASecret() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            secrets(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .filter(secret -> !ADMITTED.contains(secret))
                    .map(secret -> Project.ROOT.relativize(file) + ": " + secret.substring(0, 10) + "…")
                    .forEach(found::add);
        }
        assertThat(found).as("what looks like a secret").isEmpty();
    }

    @Test
    void nothingIsAdmittedThatIsNotThere() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (Path file : files()) {
            if (!file.getFileName().toString().equals("SecretScanTest.java")) {
                secrets(Files.readString(file, StandardCharsets.ISO_8859_1)).forEach(seen::add);
            }
        }
        assertThat(seen).containsAll(ADMITTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api-key = sk-%s",
                "Authorization: Bearer %s.%<s",
                "\"token\": \"eyJ%s.%<s.x\"",
                "AWS_ACCESS_KEY_ID=AKIA%S",
                "-----BEGIN RSA PRIVATE %.3SY-----"
            })
    void whatLooksLikeOneIsFound(String text) {
        // Put together here, so that this file holds none.
        String planted = String.format(text, text.contains("%.3S") ? "ke" : "abcdefgh12345678");
        assertThat(secrets(planted)).hasSize(1);
    }

    private static Stream<String> secrets(String text) {
        return SECRET.matcher(text).results().map(found -> found.group());
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(Project.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return LEFT_OUT.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !file.getFileName().toString().equals(".git")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(files).hasSizeGreaterThan(300);
        return files;
    }
}
