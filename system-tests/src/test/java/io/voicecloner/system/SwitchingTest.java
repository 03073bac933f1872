package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.PreviewState;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.EmulatorExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same program, whichever provider is configured: the product. */
@ExtendWith(EmulatorExtension.class)
class SwitchingTest {
    @ParameterizedTest
    @CsvSource({
        "minimax, speech.mp3", "minimax, speech.m4a", "minimax, speech.wav",
        "novita, speech.mp3", "novita, speech.m4a", "novita, speech.wav",
        "highway, speech.mp3", "highway, speech.m4a", "highway, speech.wav",
        "proxy, speech.mp3", "proxy, speech.m4a", "proxy, speech.wav"
    })
    void aLocalRecordingIsClonedAndItsPreviewSaved(
            String provider, String recording, Emulator emulator, @TempDir Path directory) throws IOException {
        Path source = Project.SAMPLES.resolve(recording);
        Path saved = directory.resolve("preview");
        try (VoiceCloner cloner = VoiceCloners.fromProperties(emulator.properties(provider))) {
            ClonedVoice voice = cloner.cloneVoice(CloneRequest.of(AudioSource.file(source))
                    .withPrompt(
                            AudioSource.file(Project.SAMPLES.resolve("prompt.mp3")),
                            Files.readString(Project.SAMPLES.resolve("prompt.txt"))
                                    .strip())
                    .withPreview("A gentle breeze passes over the soft grass."));

            assertThat(voice.ref().provider()).isEqualTo(provider);
            assertThat(VoiceRef.parse(voice.ref().toString())).isEqualTo(voice.ref());
            assertThat(voice.previewState()).isEqualTo(PreviewState.AVAILABLE);
            cloner.download(voice.preview().orElseThrow(), saved);
        }
        assertThat(saved).hasSameBinaryContentAs(source);
    }

    @EveryProvider
    void aRecordingOnTheWebIsClonedToo(String provider, Emulator emulator) throws IOException {
        URI onTheWeb = OnTheWeb.sample("speech.mp3", emulator);
        try (VoiceCloner cloner = VoiceCloners.fromProperties(emulator.properties(provider))) {
            ClonedVoice voice = cloner.cloneVoice(CloneRequest.of(AudioSource.url(onTheWeb)));

            assertThat(emulator.voices())
                    .filteredOn(made -> made.voiceId().equals(voice.ref().id()))
                    .singleElement()
                    .satisfies(made -> assertThat(made.source().bytes())
                            .isEqualTo(Files.size(Project.SAMPLES.resolve("speech.mp3"))));
        }
    }
}
