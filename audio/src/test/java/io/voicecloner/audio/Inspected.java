package io.voicecloner.audio;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioInspector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** What the inspector that applications get says. */
final class Inspected {
    static final AudioInspector INSPECTOR =
            ServiceLoader.load(AudioInspector.class).findFirst().orElseThrow();

    static final Path SAMPLES = Path.of("..", "samples");

    private Inspected() {}

    static AudioFacts of(byte[] recording) throws IOException {
        return INSPECTOR.inspect(() -> new ByteArrayInputStream(recording), recording.length);
    }

    static AudioFacts of(Path recording) throws IOException {
        return INSPECTOR.inspect(() -> Files.newInputStream(recording), Files.size(recording));
    }

    static double seconds(AudioFacts facts) {
        return facts.length().orElseThrow().toMillis() / 1000.0;
    }

    static List<String> rules(AudioFacts facts) {
        return facts.faults().stream().map(AudioFacts.Fault::rule).toList();
    }

    static String findings(AudioFacts facts) {
        return String.join(
                "; ", facts.faults().stream().map(AudioFacts.Fault::finding).toList());
    }
}
