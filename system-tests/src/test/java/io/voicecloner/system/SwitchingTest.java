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
        "novita, speech.mp3", "novita, speech.m4a", "novita, speech.wav"
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

    @ParameterizedTest
    @CsvSource({"minimax", "novita"})
    void aRecordingOnTheWebIsClonedToo(String provider, Emulator emulator) throws IOException {
        try (VoiceCloner helper = VoiceCloners.fromProperties(emulator.properties("minimax"));
                VoiceCloner cloner = VoiceCloners.fromProperties(emulator.properties(provider))) {
            // A preview of the emulator is a recording on the web.
            URI onTheWeb = helper.cloneVoice(CloneRequest.of(
                                    AudioSource.bytes(Files.readAllBytes(Project.SAMPLES.resolve("speech.mp3"))))
                            .withPreview("Hello."))
                    .preview()
                    .orElseThrow()
                    .uri();

            ClonedVoice voice = cloner.cloneVoice(CloneRequest.of(AudioSource.url(onTheWeb)));

            assertThat(emulator.voices())
                    .filteredOn(made -> made.voiceId().equals(voice.ref().id()))
                    .singleElement()
                    .satisfies(made -> assertThat(made.source().bytes())
                            .isEqualTo(Files.size(Project.SAMPLES.resolve("speech.mp3"))));
        }
    }
}
