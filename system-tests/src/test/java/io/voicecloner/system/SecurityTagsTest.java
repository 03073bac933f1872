package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every item of the security checklist and of the long run has a number, and a test of some module bears it as its tag, or the build names it. */
class SecurityTagsTest {
    /** The numbers that nothing holds, and why. */
    private static final Map<String, String> EXCLUDED = Map.of(
            "S16", "heap dumps: SECURITY.md says that they are not defended",
            "S33", "pinned certificates: SECURITY.md says that there are none",
            "S37", "a scan for known holes needs a service outside: SECURITY.md says that none is claimed");

    /** What only a build as a whole can show. */
    private static final Set<String> CHECKS_OF_THE_BUILD = Set.of("S38");

    @Test
    void everyItemIsTheTagOfATestOrACheckOfTheBuild() throws IOException {
        Set<String> missing = numbers();
        missing.removeAll(tags());
        missing.removeAll(CHECKS_OF_THE_BUILD);
        missing.removeAll(EXCLUDED.keySet());
        assertThat(missing).as("items that no test bears as its tag").isEmpty();
    }

    @Test
    void theBuildNamesWhatItChecks() throws IOException {
        String build = Files.readString(Project.ROOT.resolve(".ci/run"));
        for (String number : CHECKS_OF_THE_BUILD) {
            assertThat(Pattern.compile("^# " + number + ": ", Pattern.MULTILINE)
                            .matcher(build)
                            .find())
                    .as("a check that .ci/run calls " + number)
                    .isTrue();
        }
    }

    @Test
    void whatTwoBuildsPublishIsCompared() throws IOException {
        assertThat(Files.readString(Project.ROOT.resolve(".ci/run")))
                .contains("diff <(published .) <(published \"$again\")");
    }

    @Test
    void noExceptionOutlivesItsReason() throws IOException {
        assertThat(EXCLUDED.keySet()).isSubsetOf(numbers()).doesNotContainAnyElementsOf(tags());
        assertThat(CHECKS_OF_THE_BUILD).isSubsetOf(numbers()).doesNotContainAnyElementsOf(tags());
        String said = Files.readString(Project.ROOT.resolve("SECURITY.md"));
        assertThat(said).contains(EXCLUDED.keySet());
    }

    private static Set<String> tags() throws IOException {
        Set<String> tags = new TreeSet<>(TestSources.tags('S'));
        tags.addAll(TestSources.tags('K'));
        return tags;
    }

    private static Set<String> numbers() {
        return Stream.concat(
                        IntStream.rangeClosed(1, 42).mapToObj(number -> "S" + number),
                        IntStream.rangeClosed(1, 6).mapToObj(number -> "K" + number))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
