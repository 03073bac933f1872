package io.voicecloner.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of the tests of all modules. */
final class TestSources {
    private TestSources() {}

    /** One file. */
    record Source(String name, String text) {}

    /** The tags of a letter and a number that tests bear. */
    static Set<String> tags(char letter) throws IOException {
        Pattern tag = Pattern.compile("@Tag\\(\"(" + letter + "\\d{1,2})\"\\)");
        return all().stream()
                .flatMap(source -> tag.matcher(source.text()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Source> all() throws IOException {
        try (Stream<Path> files = Files.walk(Project.ROOT)) {
            return files.filter(TestSources::isOne).map(TestSources::read).toList();
        }
    }

    private static boolean isOne(Path file) {
        String name = Project.ROOT.relativize(file).toString().replace('\\', '/');
        return name.endsWith(".java") && name.matches("(?!.*\\btarget/).*\\bsrc/test/java/.*");
    }

    private static Source read(Path file) {
        try {
            return new Source(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
