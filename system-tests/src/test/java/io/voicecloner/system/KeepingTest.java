package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.Activation;
import io.voicecloner.AudioSource;
import io.voicecloner.Catalog;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Existence;
import io.voicecloner.Feature;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.ListedVoice;
import io.voicecloner.Retention;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Synthesis;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceNotFoundException;
import io.voicecloner.VoiceRef;
import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.EmulatorExtension;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Step 4 of 4: a voice is spoken with, which keeps it; one that nobody uses is gone after a week. */
class KeepingTest {
    @RegisterExtension
    final EmulatorExtension oneForEachTest = new EmulatorExtension();

    private static final Path RECORDING = Project.SAMPLES.resolve("speech.wav");
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final SetForwardClock clock = new SetForwardClock();

    @EveryProvider
    void theVoiceThatSpokeStaysAndTheOtherIsGoneWithAMessageSayingSinceWhen(
            String provider, Emulator emulator, @TempDir Path directory) throws Exception {
        try (VoiceCloner cloner = opened(provider, emulator)) {
            ClonedVoice used = cloned(cloner);
            ClonedVoice unused = cloned(cloner);
            Path file = directory.resolve("morning.wav");

            Synthesis spoken = cloner.speech()
                    .synthesize(SpeechRequest.of(used, "Good morning.").withFormat("wav"), file);

            assertThat(spoken.bytes()).isEqualTo(Files.size(file));
            assertThat(secondsOf(file)).isEqualTo(secondsOf(RECORDING));

            pass(A_WEEK, emulator);
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            cloner.speech().synthesize(SpeechRequest.of(used, "Good evening."), heard);
            assertThat(heard.toByteArray()).isEqualTo(Files.readAllBytes(RECORDING));
            assertThatThrownBy(() -> cloner.speech().synthesize(SpeechRequest.of(unused, "Good evening."), heard))
                    .isInstanceOf(VoiceNotFoundException.class)
                    .hasMessageContaining("it expired")
                    .hasMessageContaining("gone since " + unused.expiresIfUnusedAt());
        }
        assertThat(emulator.syntheses()).hasSize(2);
    }

    @EveryProvider
    void activatingKeepsAVoiceForAFewCharacters(String provider, Emulator emulator) {
        try (VoiceCloner cloner = opened(provider, emulator)) {
            ClonedVoice voice = cloned(cloner);

            Activation kept = cloner.speech().activate(voice);

            assertThat(kept.retention()).isEqualTo(Retention.KEPT);
            assertThat(emulator.syntheses()).singleElement().satisfies(made -> {
                assertThat(made.voiceId()).isEqualTo(voice.ref().id());
                assertThat(made.characters()).isLessThan(5);
            });
            pass(A_WEEK.plusDays(1), emulator);
            assertThat(cloner.speech().activate(voice.ref()).retention()).isEqualTo(Retention.KEPT);
        }
    }

    @EveryProvider
    void whoListsVoicesListsThoseThatSpokeAndProvesNothingOfOthers(String provider, Emulator emulator) {
        try (VoiceCloner cloner = opened(provider, emulator)) {
            if (!cloner.capabilities().has(Feature.LIST_VOICES)) {
                assertThatThrownBy(cloner::catalog)
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("minimax");
                return;
            }
            VoiceRef used = cloned(cloner).ref();
            VoiceRef unused = cloned(cloner).ref();
            cloner.speech().activate(used);
            Catalog catalog = cloner.catalog();

            assertThat(catalog.list()).extracting(ListedVoice::ref).containsExactly(used);
            assertThat(catalog.exists(used)).isEqualTo(Existence.YES);
            assertThat(catalog.exists(unused)).isEqualTo(Existence.UNKNOWN);

            assertThat(catalog.delete(used).notice()).contains("never be used again");
            assertThat(catalog.exists(used)).isEqualTo(Existence.NO);
            assertThat(catalog.list()).isEmpty();
            assertThatThrownBy(() -> cloner.speech().activate(used)).isInstanceOf(VoiceNotFoundException.class);
        }
    }

    @EveryProvider
    void onRequestNoRecordingStaysWhereItWasUploaded(String provider, Emulator emulator) {
        try (VoiceCloner cloner = opened(provider, emulator)) {
            ClonedVoice voice = cloner.cloneVoice(CloneRequest.of(AudioSource.file(RECORDING))
                    .withPrompt(AudioSource.file(Project.SAMPLES.resolve("prompt.mp3")), "A quiet garden.")
                    .withRecordingsDeleted(true));

            assertThat(emulator.uploads()).allMatch(upload -> upload.deleted());
            assertThat(voice.orphans()).isEmpty();
            Set<String> warnings = voice.warnings().stream().collect(Collectors.toSet());
            boolean uploads = cloner.capabilities().has(Feature.FILE_AUDIO);
            assertThat(warnings).hasSize(uploads ? 0 : 1);
        }
    }

    private VoiceCloner opened(String provider, Emulator emulator) {
        return VoiceCloners.builder()
                .properties(emulator.properties(provider))
                .override("voicecloner." + provider + ".rate", "unlimited")
                .clock(clock)
                .build();
    }

    private static ClonedVoice cloned(VoiceCloner cloner) {
        return cloner.cloneVoice(CloneRequest.of(AudioSource.file(RECORDING)));
    }

    private void pass(Duration time, Emulator emulator) {
        clock.advance(time);
        emulator.advance(time);
    }

    private static double secondsOf(Path file) throws Exception {
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(file.toFile())) {
            return sound.getFrameLength() / (double) sound.getFormat().getFrameRate();
        }
    }
}
