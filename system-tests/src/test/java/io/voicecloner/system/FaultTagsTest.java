package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.system.TestSources.Source;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every fault scenario of repeats has a number, a test of some module bears it as its tag, and "mvn -Pfaults test" runs it. */
class FaultTagsTest {
    /** The numbers without a test, and why. */
    private static final Map<String, String> EXCLUDED =
            Map.of("F28", "a second voice taken into account: on-ambiguity has no such choice");

    private static final Pattern SCENARIO = Pattern.compile("@Tag\\(\"F\\d{2}\"\\)");
    private static final Pattern FAULTS = Pattern.compile("@Tag\\(\"faults\"\\)");
    private static final Pattern FAULTS_OF_A_CLASS = Pattern.compile("^" + FAULTS, Pattern.MULTILINE);

    @Test
    void everyFaultScenarioIsTheTagOfATest() throws IOException {
        Set<String> missing = numbers();
        missing.removeAll(TestSources.tags('F'));
        missing.removeAll(EXCLUDED.keySet());
        assertThat(missing).as("fault scenarios that no test bears as its tag").isEmpty();
    }

    @Test
    void noExclusionOutlivesItsReason() throws IOException {
        assertThat(EXCLUDED.keySet()).isSubsetOf(numbers()).doesNotContainAnyElementsOf(TestSources.tags('F'));
    }

    @Test
    void everyTestOfAFaultScenarioRunsWithTheFaults() throws IOException {
        assertThat(TestSources.all().stream().flatMap(FaultTagsTest::scenariosLeftOut))
                .as("tests of a fault scenario without @Tag(\"faults\") on themselves or their class")
                .isEmpty();
    }

    private static Set<String> numbers() {
        return IntStream.rangeClosed(1, 70)
                .mapToObj(number -> String.format("F%02d", number))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A test with its annotations begins after an empty line. */
    private static Stream<String> scenariosLeftOut(Source source) {
        if (FAULTS_OF_A_CLASS.matcher(source.text()).find()) {
            return Stream.of();
        }
        return Pattern.compile("\\R\\s*\\R")
                .splitAsStream(source.text())
                .filter(block -> SCENARIO.matcher(block).find())
                .filter(block -> !FAULTS.matcher(block).find())
                .map(block -> source.name() + ": " + block.strip());
    }
}
