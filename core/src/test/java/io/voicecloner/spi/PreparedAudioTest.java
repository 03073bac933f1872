package io.voicecloner.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A recording in one of the two forms that providers take. */
class PreparedAudioTest {
    private static final PreparedAudio FILE =
            new PreparedAudio.Content(AudioFormat.WAV, 3, InputStream::nullInputStream);
    private static final PreparedAudio ADDRESS =
            new PreparedAudio.Location(URI.create("https://audio.example/CANARY?signature=CANARY"));

    @Test
    void eachFormIsItselfAndNotTheOther() {
        assertThat(FILE.content()).isSameAs(FILE);
        assertThat(ADDRESS.url()).hasHost("audio.example");
        assertThatThrownBy(FILE::url).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(ADDRESS::content).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAddressPrintsItsHostOnly() {
        assertThat(ADDRESS).hasToString("Location[audio.example]");
    }
}
