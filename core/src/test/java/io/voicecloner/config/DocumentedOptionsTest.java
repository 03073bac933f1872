package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.FailoverOn;
import io.voicecloner.spi.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every block takes stands in docs/configuration.md, with its default. */
class DocumentedOptionsTest {
    static Stream<Option> options() {
        return CommonOptions.ALL.stream();
    }

    @Test
    void everyKeyBesideTheBlocksOfProvidersHasItsRows() throws IOException {
        List<String> rows = rows();
        for (String key : Configuration.TOP_KEYS) {
            assertThat(rows)
                    .as(key)
                    .anyMatch(row -> row.startsWith("| `" + key + "` |") || row.startsWith("| `" + key + '.'));
        }
    }

    @Test
    void theRowOfFailoverOnNamesEveryCause() throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.startsWith("| `failover-on` |"))
                .singleElement()
                .asString()
                .contains(Stream.of(FailoverOn.values())
                        .map(cause -> '`' + cause.id() + '`')
                        .toList());
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Path.of("../docs/configuration.md"));
    }

    @ParameterizedTest
    @MethodSource("options")
    void theDocumentationHasARowForIt(Option option) throws IOException {
        List<String> rows = rows().stream()
                .filter(line -> line.startsWith("| `" + option.name() + "` |"))
                .toList();
        assertThat(rows).as(option.name()).hasSize(1);
        if (option.defaultValue() != null && !option.defaultValue().contains(" ")) {
            assertThat(rows.get(0)).contains("`" + option.defaultValue() + "`");
        }
    }
}
