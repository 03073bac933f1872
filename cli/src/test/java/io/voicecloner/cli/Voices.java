package io.voicecloner.cli;

import io.voicecloner.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An emulator that outlives a command, as one of its own would not, and a configuration that leads there. */
final class Voices implements AutoCloseable {
    private final Path folder;
    private final Emulator emulator = Emulator.start();

    Voices(Path folder) {
        this.folder = folder;
    }

    Emulator emulator() {
        return emulator;
    }

    /** Clones a voice there. */
    String cloned(String provider) throws IOException {
        Ran ran = Ran.voicecloner("clone", Ran.SPEECH, "--config", config(), "--provider", provider);
        if (ran.exit() != 0) {
            throw new AssertionError(ran.err());
        }
        return ran.out().strip();
    }

    /** All providers that are emulated, none of them named as the one to ask. Each is asked once: the pauses of a command are real. */
    String config(String... more) throws IOException {
        Map<String, String> properties = new TreeMap<>();
        for (String provider : emulator.baseUrls().keySet()) {
            properties.putAll(emulator.properties(provider));
            properties.put("voicecloner." + provider + ".attempts", "1");
        }
        properties.remove("voicecloner.provider");
        List<String> lines = new ArrayList<>();
        properties.forEach((key, value) -> lines.add(key + " = \"" + value + '"'));
        lines.addAll(List.of(more));
        return Files.write(folder.resolve("voicecloner.conf"), lines).toString();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
