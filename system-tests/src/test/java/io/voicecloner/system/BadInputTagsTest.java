package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every bad input that a check before sending must find has a number, and a test of some module bears it as its tag. */
class BadInputTagsTest {
    /** The numbers without a test, and why. */
    private static final Map<String, String> EXCLUDED = Map.of(
            "B39", "the text of speech: arrives with speech",
            "B43", "speed, volume and pitch of speech: arrive with speech");

    @Test
    void everyBadInputIsTheTagOfATest() throws IOException {
        Set<String> missing = numbers();
        missing.removeAll(TestSources.tags('B'));
        missing.removeAll(EXCLUDED.keySet());
        assertThat(missing).as("bad inputs that no test bears as its tag").isEmpty();
    }

    @Test
    void noExclusionOutlivesItsReason() throws IOException {
        assertThat(EXCLUDED.keySet()).isSubsetOf(numbers()).doesNotContainAnyElementsOf(TestSources.tags('B'));
    }

    /** What the settings, the request and its recordings may hold: replies and previews have tests of their own. */
    private static Set<String> numbers() {
        return IntStream.concat(IntStream.rangeClosed(1, 57), IntStream.rangeClosed(76, 80))
                .mapToObj(number -> String.format("B%02d", number))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
