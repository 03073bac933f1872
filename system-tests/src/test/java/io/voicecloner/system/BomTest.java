package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The BOM has no parent to take versions from, so something must notice when the two part. */
class BomTest {
    private static final Pattern MANAGED =
            Pattern.compile("<artifactId>([a-z-]+)</artifactId>\\s*<version>([^<]+)</version>");

    @Test
    void theBomManagesTheVersionsThatThisBuildIsTestedWith() throws IOException {
        Map<String, String> build = managed("pom.xml");
        Map<String, String> bom = managed("bom/pom.xml");
        bom.remove("voicecloner-bom");

        assertThat(bom).containsKeys("voicecloner-core", "okhttp-jvm", "okio-jvm", "kotlin-stdlib");
        assertThat(build).containsAllEntriesOf(bom);
    }

    private static Map<String, String> managed(String pom) throws IOException {
        String text = Files.readString(Project.ROOT.resolve(pom));
        Map<String, String> versions = new TreeMap<>();
        Matcher matcher = MANAGED.matcher(text);
        while (matcher.find()) {
            versions.put(matcher.group(1), resolved(text, matcher.group(2)));
        }
        return versions;
    }

    private static String resolved(String pom, String version) {
        if (!version.startsWith("${")) {
            return version;
        }
        String name = version.substring(2, version.length() - 1);
        String element = name.equals("project.version") ? "version" : name;
        Matcher property =
                Pattern.compile("<" + Pattern.quote(element) + ">([^<$]+)<").matcher(pom);
        assertThat(property.find()).as(version).isTrue();
        return property.group(1);
    }
}
