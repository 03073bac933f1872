package io.voicecloner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationArgumentTest {
    @ParameterizedTest
    @CsvSource({"30s,PT30S", "5m,PT5M", "1h,PT1H", "250ms,PT0.25S", "PT30S,PT30S", "pt1m,PT1M", "5M,PT5M"})
    void reads_times_with_a_unit(String text, Duration expected) {
        assertThat(new DurationArgument().convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "0s", "-5s", "PT-5S", "five minutes", "9999999999s", "1.5s"})
    void refuses_what_is_no_time(String text) {
        assertThatThrownBy(() -> new DurationArgument().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
