package standalone;

import io.voicecloner.emulator.Emulator;

/** Run in a JVM of its own by the emulator's tests: starts, is left running, and must not keep the JVM alive. */
public final class Standalone {
    private Standalone() {}

    public static void main(String[] args) {
        if (Emulator.start().baseUrls().isEmpty()) {
            throw new IllegalStateException("no providers");
        }
    }
}
