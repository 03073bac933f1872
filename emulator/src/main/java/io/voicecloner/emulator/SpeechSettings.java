package io.voicecloner.emulator;

/** How one provider speaks where it is not left to honesty. Thread-safe. */
final class SpeechSettings {
    private volatile int repeats = 1;

    int repeats() {
        return repeats;
    }

    void repeat(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("a recording is played once or more often, not " + times + " times");
        }
        repeats = times;
    }
}
