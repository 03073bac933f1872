package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every bad input has a number, whoever it comes from, and a test of some module bears it as its tag. */
class BadInputTagsTest {
    @Test
    void everyBadInputIsTheTagOfATest() throws IOException {
        Set<String> missing = numbers();
        missing.removeAll(TestSources.tags('B'));
        assertThat(missing).as("bad inputs that no test bears as its tag").isEmpty();
    }

    /** What settings, requests, recordings, addresses, answers and callbacks may hold. */
    private static Set<String> numbers() {
        return IntStream.rangeClosed(1, 96)
                .mapToObj(number -> String.format("B%02d", number))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
