package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published comes with a bill of materials, and that says what the module really needs to run. */
@Tag("S36")
@Tag("packaged")
class BillOfMaterialsTest {
    private static final Pattern COMPONENT =
            Pattern.compile("\"purl\" : \"pkg:maven/([^/]+)/([^@]+)@([^?]+)\\?type=jar\"");

    static java.util.List<RunTime> published() throws IOException {
        return RunTime.published();
    }

    @ParameterizedTest
    @MethodSource("published")
    void itNamesEveryLibraryWithItsBytesAndNothingElse(RunTime module) throws IOException {
        String bill = Files.readString(module.directory().resolve("target/bom.json"));
        assertThat(components(bill)).isEqualTo(module.libraries().keySet());
        for (Path library : module.libraries().values()) {
            assertThat(bill).contains(RunTime.sha256(library));
        }
        assertThat(bill).contains("\"bomFormat\" : \"CycloneDX\"").doesNotContain("serialNumber");
    }

    private static Set<String> components(String bill) {
        return COMPONENT
                .matcher(bill)
                .results()
                .filter(found -> !found.group(1).equals("io.voicecloner"))
                .map(found -> found.group(1) + ':' + found.group(2) + ':' + found.group(3))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
