package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every bad input that a check before sending must find has a number, and a test of some module bears it as its tag. */
class BadInputTagsTest {
    /** The numbers without a test, and why. */
    private static final Map<String, String> EXCLUDED = Map.of(
            "B39", "the text of speech: arrives with speech",
            "B43", "speed, volume and pitch of speech: arrive with speech");

    private static final Pattern TAG = Pattern.compile("@Tag\\(\"(B\\d{2})\"\\)");

    @Test
    void everyBadInputIsTheTagOfATest() throws IOException {
        Set<String> missing = numbers();
        missing.removeAll(tags());
        missing.removeAll(EXCLUDED.keySet());
        assertThat(missing).as("bad inputs that no test bears as its tag").isEmpty();
    }

    @Test
    void noExclusionOutlivesItsReason() throws IOException {
        assertThat(EXCLUDED.keySet()).isSubsetOf(numbers()).doesNotContainAnyElementsOf(tags());
    }

    /** What the settings, the request and its recordings may hold: replies and previews have tests of their own. */
    private static Set<String> numbers() {
        return IntStream.concat(IntStream.rangeClosed(1, 57), IntStream.rangeClosed(76, 80))
                .mapToObj(number -> String.format("B%02d", number))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> tags() throws IOException {
        try (Stream<Path> files = Files.walk(Project.ROOT)) {
            return files.filter(BadInputTagsTest::isTestSource)
                    .map(BadInputTagsTest::content)
                    .flatMap(source -> TAG.matcher(source).results())
                    .map(BadInputTagsTest::number)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isTestSource(Path file) {
        String name = Project.ROOT.relativize(file).toString().replace('\\', '/');
        return name.endsWith(".java") && name.matches("(?!.*\\btarget/).*\\bsrc/test/java/.*");
    }

    private static String number(MatchResult tag) {
        return tag.group(1);
    }

    private static String content(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
