package io.voicecloner.emulator;

import java.time.Clock;
import java.time.Duration;

/** What is particular to how one provider of an {@link Emulator} speaks. Thread-safe. */
public final class EmulatedSpeech {
    private final Conduct conduct;
    private final Clock clock;

    EmulatedSpeech(Conduct conduct, Clock clock) {
        this.conduct = conduct;
        this.clock = clock;
    }

    /**
     * From now on the audio of a synthesis is the recording of its voice that many times, so that a short recording can make a long
     * answer: 50 times 12 seconds are 10 minutes. The bytes of the file follow each other as they are. For mp3 that is one long file;
     * of wav and m4a a player plays only the first, and {@code extra_info} tells so. Nothing of it is held in memory.
     *
     * @param times 1 or more; 1, the default, is the recording itself
     * @throws IllegalArgumentException if the number is below 1
     */
    public void repeatAudio(int times) {
        conduct.host().speech().repeat(times);
    }

    /**
     * Of the tasks asked for from now on: for how many queries each goes on, and how it then ends. Time plays no part, so that no
     * test must wait.
     *
     * @param queries 0 or more, by default 1: the second query then tells that the audio is there
     * @param end by default {@link TaskEnd#SUCCEEDED}
     * @throws IllegalArgumentException if the number is negative, or no task of this provider ends so
     */
    public void tasks(int queries, TaskEnd end) {
        conduct.tasks(queries, end);
    }

    /**
     * From now on this provider refuses syntheses, tasks included, beyond so many within any such stretch of time by the emulator's
     * clock, as {@link Emulator#limit} does clones. The two limits do not know of each other: MiniMax documents 60 a minute for each
     * (wire-facts 1.6).
     *
     * @param requests 0 or more; 0 refuses all
     * @param per above zero
     * @throws IllegalArgumentException if the limit is none
     */
    public void limit(int requests, Duration per) {
        conduct.speechLimit(new RateLimit(requests, per, clock));
    }

    /** Lifts the limit of syntheses. */
    public void unlimited() {
        conduct.speechLimit(null);
    }
}
