package io.voicecloner.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.spi.AudioFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrentTest {
    @Test
    void oneInspectorServesManyThreads() throws Exception {
        List<Path> files = List.of(
                Inspected.SAMPLES.resolve("speech.mp3"),
                Inspected.SAMPLES.resolve("speech.m4a"),
                Inspected.SAMPLES.resolve("speech.wav"),
                Inspected.SAMPLES.resolve("speech.txt"));
        List<AudioFacts> alone = new ArrayList<>();
        for (Path file : files) {
            alone.add(Inspected.of(file));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<AudioFacts>> together = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Path file = files.get(i % files.size());
                together.add(threads.submit(() -> Inspected.of(file)));
            }
            for (int i = 0; i < together.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i % alone.size()));
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
