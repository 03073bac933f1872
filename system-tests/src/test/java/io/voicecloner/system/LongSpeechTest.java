package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import io.voicecloner.emulator.Emulator;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Ten minutes of speech pass through a client of 48 MB; the emulator lives in this process, not in the client's. */
class LongSpeechTest {
    private static final Path RECORDING = Project.SAMPLES.resolve("speech.mp3");

    /** Of a recording of twelve seconds. */
    private static final int TEN_MINUTES = 50;

    @EveryProvider
    void tenMinutesAreSpokenThroughAClientOf48Megabytes(String provider, @TempDir Path directory) throws Exception {
        try (Emulator emulator = Emulator.start()) {
            VoiceRef voice = cloned(provider, emulator);
            emulator.speech(provider).repeatAudio(TEN_MINUTES);
            long bytes = Files.size(RECORDING) * TEN_MINUTES;

            ForkedJvm.Result result = ForkedJvm.run(List.of(
                    "-Xmx48m",
                    "-cp",
                    String.join(File.pathSeparator, Project.classPath()),
                    SpeakLong.class.getName(),
                    String.valueOf(emulator.baseUrls().get(provider)),
                    emulator.apiKey(),
                    voice.toString(),
                    directory.toString()));

            assertThat(result.output())
                    .contains("streamed " + bytes + ", heard " + bytes)
                    .contains("saved " + bytes, "by link " + bytes, "by task " + bytes);
            assertThat(result.exitCode()).isZero();
            assertThat(emulator.syntheses()).hasSize(4);
            assertThat(directory.resolve("task")).hasSameBinaryContentAs(directory.resolve("whole"));
            assertThat(directory.resolve("link")).hasSameBinaryContentAs(directory.resolve("whole"));
        }
    }

    private static VoiceRef cloned(String provider, Emulator emulator) {
        try (VoiceCloner cloner = VoiceCloners.fromProperties(emulator.properties(provider))) {
            return cloner.cloneVoice(CloneRequest.of(AudioSource.file(RECORDING)))
                    .ref();
        }
    }
}
