package io.voicecloner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.Failures;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExitCodeTest {
    private static final String TABLE = """
            CONFIGURATION, 2
            INVALID_REQUEST, 2
            ACCESS, 3
            QUOTA, 4
            RATE_LIMITED, 5
            CONTENT_REJECTED, 6
            VOICE_ID_TAKEN, 7
            VOICE_NOT_FOUND, 2
            PROVIDER_UNAVAILABLE, 8
            UNEXPECTED_REPLY, 8
            AMBIGUOUS_OUTCOME, 9
            CANCELED, 130
            """;

    @ParameterizedTest
    @CsvSource(textBlock = TABLE)
    void each_category_has_its_own_exit_code(Category category, int code) {
        assertThat(ExitCode.of(category, Reason.CANCELED).code()).isEqualTo(code);
    }

    @Test
    void the_table_above_leaves_out_only_downloads() {
        Set<Category> listed = TABLE.lines()
                .map(line -> Category.valueOf(line.substring(0, line.indexOf(','))))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class)));

        assertThat(EnumSet.complementOf(EnumSet.copyOf(listed))).containsExactly(Category.DOWNLOAD);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void a_recording_that_could_not_be_fetched_is_the_callers_fault_only_if_its_address_or_its_bytes_are_wrong(
            Reason reason) {
        int expected = EnumSet.of(Reason.UNSAFE_URL, Reason.EXPIRED, Reason.TOO_LARGE, Reason.NOT_AUDIO)
                        .contains(reason)
                ? 2
                : 8;

        assertThat(ExitCode.of(Category.DOWNLOAD, reason).code()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELED, CANCELED, NOT_SENT, 130",
        "CANCELED, CANCELED, UNKNOWN, 9",
        "PROVIDER_UNAVAILABLE, CONNECT, NOT_SENT, 8",
        "PROVIDER_UNAVAILABLE, CONNECTION_LOST, UNKNOWN, 9",
        "UNEXPECTED_REPLY, NOT_JSON, ANSWER_LOST, 9",
        "RATE_LIMITED, RATE, REFUSED, 5",
        "DOWNLOAD, OUTPUT, NOT_SENT, 2",
        "DOWNLOAD, OUTPUT, DONE, 10",
        "VOICE_NOT_FOUND, MISSING_VOICE, REJECTED, 2"
    })
    void speech_that_may_be_billed_never_ends_with_a_code_that_asks_to_try_again(
            Category category, Reason reason, Delivery delivery, int code) {
        VoiceClonerException failure = Failures.exception(
                FailureReport.of(category, reason, Step.SPEAK, "it failed").delivery(delivery));

        assertThat(ExitCode.of(failure).code()).isEqualTo(code);
    }

    @Test
    void no_two_exits_share_a_number() {
        Stream<Integer> codes = Arrays.stream(ExitCode.values()).map(ExitCode::code);

        assertThat(codes).doesNotHaveDuplicates().contains(0, 1, 10);
    }

    @Test
    void the_help_lists_every_exit_code() {
        String help = Ran.voicecloner("clone", "--help").out();

        assertThat(ExitCode.table())
                .allSatisfy((code, meaning) ->
                        assertThat(help).containsPattern("(?m)^ *" + code + " +" + meaning.split(" ", 2)[0]));
    }
}
