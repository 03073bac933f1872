package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.EmulatorExtension;
import io.voicecloner.emulator.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The block of docs/switching.md on fallbacks: the second provider makes the voice that the first could not make. */
class FailoverGuideTest {
    private static final CloneRequest REQUEST =
            CloneRequest.of(AudioSource.file(Project.SAMPLES.resolve("speech.mp3")));

    @RegisterExtension
    final EmulatorExtension oneForEachTest = new EmulatorExtension();

    @TempDir
    Path directory;

    @Test
    void theBlockOfThePageAsksTheNextProvider(Emulator emulator) throws Exception {
        emulator.script("minimax", "files/upload", Fault.status(503));
        try (VoiceCloner cloner = cloner(emulator)) {
            ClonedVoice voice = cloner.cloneVoice(REQUEST);

            assertThat(voice.ref().provider()).isEqualTo("novita");
            assertThat(voice.passedOver())
                    .singleElement()
                    .extracting(VoiceClonerException::provider)
                    .hasToString("Optional[minimax]");
        }
    }

    @Test
    void withoutTroubleNobodyElseIsAsked(Emulator emulator) throws Exception {
        try (VoiceCloner cloner = cloner(emulator)) {
            ClonedVoice voice = cloner.cloneVoice(REQUEST);

            assertThat(voice.ref().provider()).isEqualTo("minimax");
            assertThat(voice.passedOver()).isEmpty();
            assertThat(emulator.requests()).noneMatch(request -> request.path().startsWith("/v3"));
        }
    }

    private VoiceCloner cloner(Emulator emulator) throws Exception {
        String block = Page.of("docs/switching.md").section("One after another").block("hocon");
        Emulated page = new Emulated(emulator, "minimax");
        Path file = Files.writeString(directory.resolve("voicecloner.conf"), page.choosing(block));
        VoiceCloners.Builder builder = VoiceCloners.builder()
                .config(file)
                .override("voicecloner.allow-loopback", "true")
                .override("voicecloner.minimax.attempts", "1");
        for (String provider : new String[] {"minimax", "novita"}) {
            builder.override("voicecloner." + provider + ".base-url", page.url(provider))
                    .override("voicecloner." + provider + ".api-key", emulator.apiKey());
        }
        return builder.build();
    }
}
