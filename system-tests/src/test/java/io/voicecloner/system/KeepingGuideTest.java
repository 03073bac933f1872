package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.emulator.EmulatedVoice;
import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.EmulatorExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The blocks of docs/keeping.md: they compile, and do what the page says. */
class KeepingGuideTest {
    @RegisterExtension
    final EmulatorExtension oneForEachTest = new EmulatorExtension();

    private static final String PAGE = "docs/keeping.md";

    @Test
    void theBlocksOfThePageKeepSpeakListAndDelete(Emulator emulator, @TempDir Path directory) throws Exception {
        String blocks = String.join("\n", Page.of(PAGE).blocks("java"))
                .replace("response.getOutputStream()", "response")
                .replace("player.play(chunk)", "response.write(chunk)")
                .replace("Path.of(\"morning.mp3\")", "folder.resolve(\"morning.mp3\")");
        Class<?> kept = Javac.load(directory, "Kept", """
                import io.voicecloner.*;
                import java.io.*;
                import java.nio.file.*;
                public class Kept { public static void run(
                        VoiceCloner cloner, CloneRequest request, OutputStream response, Path folder) throws Exception {
                    %s
                }}
                """.formatted(blocks));
        Path recording = Project.SAMPLES.resolve("speech.mp3");
        Path heard = directory.resolve("heard");
        try (VoiceCloner cloner = VoiceCloners.fromProperties(emulator.properties("minimax"));
                var response = Files.newOutputStream(heard)) {
            kept.getMethod("run", VoiceCloner.class, CloneRequest.class, java.io.OutputStream.class, Path.class)
                    .invoke(null, cloner, CloneRequest.of(AudioSource.file(recording)), response, directory);
        }
        assertThat(directory.resolve("morning.mp3")).hasSameBinaryContentAs(recording);
        assertThat(heard).hasSize(2 * Files.size(recording));
        assertThat(emulator.syntheses()).hasSize(4);
        assertThat(emulator.voices()).extracting(EmulatedVoice::state).isEqualTo(List.of(EmulatedVoice.State.DELETED));
    }
}
