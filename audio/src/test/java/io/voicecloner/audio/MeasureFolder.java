package io.voicecloner.audio;

import io.voicecloner.spi.AudioFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Prints what the inspector says about every file in a folder, such as {@code src/test/corpus/make-corpus} makes. */
final class MeasureFolder {
    private MeasureFolder() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (Stream<Path> folder = Files.list(Path.of(arguments[0]))) {
            files = folder.filter(Files::isRegularFile).sorted().toList();
        }
        RecordingInspector inspector = new RecordingInspector();
        System.out.println("| file | format | length | exact | ms | findings |\n|---|---|---|---|---|---|");
        for (Path file : files) {
            long start = System.nanoTime();
            AudioFacts facts = inspector.inspect(() -> Files.newInputStream(file), Files.size(file));
            double millis = (System.nanoTime() - start) / 1e6;
            String length = facts.length().map(MeasureFolder::seconds).orElse("");
            String findings = facts.faults().isEmpty()
                    ? String.join(" ", facts.warnings())
                    : facts.faults().toString();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %.1f | %s |%n",
                    file.getFileName(),
                    facts.format().map(Enum::name).orElse(""),
                    length,
                    facts.exact(),
                    millis,
                    findings);
        }
    }

    private static String seconds(Duration length) {
        return String.format(Locale.ROOT, "%.3f", length.toMillis() / 1000.0);
    }
}
