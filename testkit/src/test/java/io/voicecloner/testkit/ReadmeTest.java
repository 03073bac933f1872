package io.voicecloner.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README shows is what is compiled and tested here. */
class ReadmeTest {
    private static final String FIFTH = "src/test/java/org/example/fifth/";
    private static final String FLEET = "src/test/java/org/example/fleet/";
    private static final String PPIO = "../provider-novita/src/test/java/org/example/ppio/";
    private static final String HARBOR = "../provider-minimax/src/test/java/org/example/harbor/";
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                FIFTH + "FifthProvider",
                FIFTH + "FifthWire",
                FIFTH + "FifthSession",
                FIFTH + "FifthHost",
                FIFTH + "FifthContractTest",
                FIFTH + "FifthRequestTest",
                PPIO + "PpioProvider",
                HARBOR + "HarborProvider",
                PPIO + "PpioContractTest",
                FLEET + "FleetGate",
                FLEET + "FleetGateTest"
            })
    void aBlockIsItsSourceWithoutImports(String name) throws IOException {
        String source = Files.readString(Path.of(name + ".java"));
        String code = source.substring(source.indexOf("\n\n", source.lastIndexOf("\nimport ")) + 2);

        assertThat(blocks()).contains(code);
    }

    @Test
    void noBlockIsAnythingElse() throws IOException {
        assertThat(blocks()).hasSize(11);
    }

    @Test
    void theTableHoldsEveryRuleInOrder() throws IOException {
        List<String> rows = ContractRules.all().stream()
                .map(rule -> "| " + rule.id() + " | " + rule.group() + " | " + rule.title() + " |")
                .toList();

        assertThat(readme().lines().filter(line -> line.startsWith("| R")).toList())
                .isEqualTo(rows);
    }

    @Test
    void theProviderIsRegisteredAsShown() throws IOException {
        String entry = "org.example.fifth.FifthProvider";
        Path services = Path.of("src/test/resources/META-INF/services/io.voicecloner.spi.VoiceClonerProvider");

        assertThat(Files.readAllLines(services)).contains(entry);
        assertThat(readme()).contains("```\n" + entry + "\n```");
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(readme()).results().map(ReadmeTest::code).toList();
    }

    private static String code(MatchResult block) {
        return block.group(1);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
