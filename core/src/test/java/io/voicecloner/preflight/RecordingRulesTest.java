package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ProviderSettings;
import io.voicecloner.fake.Abilities;
import io.voicecloner.fake.Recordings;
import io.voicecloner.spi.AudioFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings on disk and in memory: what is one, and what only looks like one. */
class RecordingRulesTest {
    private static final int MAX = (int) Abilities.MAX_AUDIO;
    private static final int MAX_PROMPT = (int) Abilities.MAX_PROMPT_AUDIO;

    @TempDir
    Path directory;

    @Test
    @Tag("B45")
    void aMissingFileIsNamed() {
        Path file = directory.resolve("me.wav");
        assertThat(Checks.forFiles().failure(request(file))).hasMessageContaining("There is no file \"" + file + "\".");
    }

    @Test
    @Tag("B45")
    void aDirectoryIsNoRecording() {
        assertThat(Checks.forFiles().rules(request(directory))).containsExactly("audio: not-a-file");
    }

    @Test
    @Tag("B45")
    void aDeviceIsNoRecordingAndIsNotReadToItsEnd() {
        assertThat(Checks.forFiles().failure(request(Path.of("/dev/zero"))))
                .hasMessageContaining("not an ordinary file");
    }

    @Test
    @Tag("B45")
    @Tag("B47")
    void anEmptyFileIsNoRecording() throws Exception {
        assertThat(Checks.forFiles().rules(request(Recordings.wavFile(directory, 0))))
                .containsExactly("audio: empty");
    }

    @Test
    @Tag("B47")
    void aFileAsLargeAsTheLimitPassesAndOneByteMoreDoesNot() throws Exception {
        assertThat(Checks.forFiles()
                        .check(request(Recordings.wavFile(directory, MAX)))
                        .audio())
                .hasValueSatisfying(audio -> assertThat(audio.length()).isEqualTo(MAX));
        assertThat(Checks.forFiles().rules(request(Recordings.wavFile(directory, MAX + 1))))
                .containsExactly("audio: too-large");
    }

    @Test
    @Tag("B47")
    void bytesAreMeasuredLikeAFile() {
        assertThat(Checks.forFiles().check(request(Recordings.wav(MAX))).audio())
                .isPresent();
        assertThat(Checks.forFiles().rules(request(Recordings.wav(MAX + 1)))).containsExactly("audio: too-large");
        assertThat(Checks.forFiles().rules(request(new byte[0]))).containsExactly("audio: empty");
    }

    @Test
    void thePromptAudioHasItsOwnLimit() {
        CloneRequest fits = Checks.GOOD.withPrompt(AudioSource.bytes(Recordings.wav(MAX_PROMPT)), "Words.");
        CloneRequest doesNot = Checks.GOOD.withPrompt(AudioSource.bytes(Recordings.wav(MAX_PROMPT + 1)), "Words.");
        assertThat(Checks.forFiles().check(fits).prompt()).isPresent();
        assertThat(Checks.forFiles().rules(doesNot)).containsExactly("promptAudio: too-large");
    }

    @Test
    void theConfiguredLimitHoldsWhereItIsLower() {
        Checks strict =
                Checks.forFiles().with(ProviderSettings.of("long-enough").withMaxAudioBytes(500));
        assertThat(strict.check(request(Recordings.wav(500))).audio()).isPresent();
        assertThat(strict.failure(request(Recordings.wav(501)))).hasMessageContaining("larger than 500 bytes");
    }

    @Test
    void theConfiguredLimitCannotRaiseTheProvidersOwn() {
        Checks generous =
                Checks.forFiles().with(ProviderSettings.of("long-enough").withMaxAudioBytes(10L * MAX));
        assertThat(generous.rules(request(Recordings.wav(MAX + 1)))).containsExactly("audio: too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OggS............",
                "PK\u0003\u0004............",
                "hello",
                "<html></html>",
                "RIFF....AVI LIST",
                "f"
            })
    @Tag("B47")
    @Tag("B48")
    void whatIsNoRecordingDoesNotPassForItsName(String content) throws Exception {
        Path file = Files.writeString(directory.resolve("really.mp3"), content);
        assertThat(Checks.forFiles().rules(request(file))).containsExactly("audio: not-audio");
    }

    @ParameterizedTest
    @CsvSource({"RIFF....WAVEfmt, WAV", "....ftypM4A isom, M4A", "ID3............., MP3"})
    @Tag("B46")
    @Tag("S18")
    @Tag("B48")
    void aRecordingPassesWhateverItIsCalled(String content, AudioFormat format) throws Exception {
        for (String name : new String[] {"a.txt", "noextension", "a\"\r\nX: y.mp3", ".wav"}) {
            Path file = Files.write(directory.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(Checks.forFiles().check(request(file)).audio())
                    .hasValueSatisfying(audio -> assertThat(audio.format()).isEqualTo(format));
        }
    }

    @Test
    void whatPassedCanBeOpenedAsOftenAsNeeded() throws Exception {
        var audio = Checks.forFiles()
                .check(request(Recordings.wavFile(directory, 321)))
                .audio()
                .orElseThrow();
        for (int time = 0; time < 2; time++) {
            try (var in = audio.open()) {
                assertThat(in.readAllBytes()).isEqualTo(Recordings.wav(321));
            }
        }
    }

    private static CloneRequest request(Path file) {
        return CloneRequest.of(AudioSource.file(file));
    }

    private static CloneRequest request(byte[] audio) {
        return CloneRequest.of(AudioSource.bytes(audio));
    }
}
