package io.voicecloner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a recording comes from, and what of it is printed. */
class AudioSourceTest {
    @Test
    void bytesAreCopiedInAndOut() throws Exception {
        byte[] mine = {1, 2, 3};
        AudioSource.Bytes source = (AudioSource.Bytes) AudioSource.bytes(mine);
        mine[0] = 9;
        assertThat(source.toByteArray()).containsExactly(1, 2, 3);
        source.toByteArray()[0] = 9;
        assertThat(source.open().readAllBytes()).containsExactly(1, 2, 3);
        assertThat(source).hasToString("3 bytes");
    }

    @Test
    void aFileIsNotTouchedUntilItIsUsed() {
        AudioSource.File source = (AudioSource.File) AudioSource.file(Path.of("nowhere/me.wav"));
        assertThat(source.path()).isEqualTo(Path.of("nowhere/me.wav"));
        assertThat(source).hasToString("file " + Path.of("nowhere/me.wav"));
    }

    @Test
    void ofAUrlOnlyTheHostIsPrinted() {
        AudioSource source = AudioSource.url(URI.create("https://user:CANARY@audio.example/CANARY?signature=CANARY"));
        assertThat(source).hasToString("URL at audio.example");
    }

    @ParameterizedTest
    @CsvSource({
        "https://audio.example/a.mp3, https://audio.example/a.mp3",
        "https://audio.example:8443/a.mp3?signature=CANARY, https://audio.example:8443/a.mp3?[redacted]",
        "https://user:CANARY@audio.example/a.mp3, https://audio.example/a.mp3",
        "https://audio.example/a.mp3?x#CANARY, https://audio.example/a.mp3?[redacted]",
        "https://audio.example, https://audio.example",
    })
    void ofAPreviewTheSignatureIsNotPrinted(String address, String printed) {
        Preview preview = Preview.of(URI.create(address));
        assertThat(preview).hasToString(printed);
        assertThat(preview.uri()).hasToString(address);
    }
}
