package io.voicecloner.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.DownloadException;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fake.Abilities;
import io.voicecloner.http.GuardedDownloader;
import io.voicecloner.http.ScriptedServer;
import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recording on the web for a provider that takes only files. */
class FetchedRecordingTest {
    private static final String MP3 = "ID3 " + "x".repeat(200);

    private final CallScope scope = CallScope.of("fake", Duration.ofSeconds(30));
    private final Cleanup cleanup = new Cleanup();
    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() throws Exception {
        cleanup.close();
        server.close();
    }

    @Test
    @Tag("B79")
    @Tag("S8")
    @Tag("S30")
    void itIsFetchedKeptAsLongAsNeededAndDeleted() throws Exception {
        server.then(ScriptedServer.answer("200 OK", "", MP3));
        PreparedAudio.Content fetched = carry("audio", 10_000, true);
        assertThat(fetched.format()).isEqualTo(AudioFormat.MP3);
        assertThat(fetched.length()).isEqualTo(MP3.length());
        try (InputStream in = fetched.open()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(MP3);
        }
        cleanup.close();
        assertThat(catchThrowableOfType(IOException.class, fetched::open)).isNotNull();
    }

    @Test
    void aPageInPlaceOfItIsNotAudio() {
        server.then(ScriptedServer.answer("200 OK", "Content-Type: text/html\r\n", "<html>log in</html>"));
        DownloadException failure = catchThrowableOfType(DownloadException.class, () -> carry("audio", 10_000, true));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_AUDIO);
        assertThat(failure.step()).isEqualTo(Step.FETCH);
        assertThat(failure).hasMessageEndingWith("No voice was made.");
    }

    @Test
    void whatIsNoRecordingIsAViolation() {
        server.then(ScriptedServer.answer("200 OK", "Content-Type: audio/mpeg\r\n", "OggS"));
        assertThat(catchThrowableOfType(InvalidRequestException.class, () -> carry("promptAudio", 10_000, true))
                        .violations())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo("promptAudio");
                    assertThat(violation.rule()).isEqualTo("not-audio");
                });
    }

    @ParameterizedTest
    @CsvSource({"audio, 10000, 10000", "promptAudio, 10000, 1000", "audio, 500, 500", "promptAudio, 500, 500"})
    void itMayBeNoLongerThanTheProviderAndTheSettingsAllow(String field, long configured, int limit) {
        server.then(ScriptedServer.answer("200 OK", "", "ID3" + "x".repeat(limit - 3)))
                .then(ScriptedServer.answer("200 OK", "", "ID3" + "x".repeat(limit - 2)));
        assertThat(carry(field, configured, true).length()).isEqualTo(limit);
        assertThat(catchThrowableOfType(DownloadException.class, () -> carry(field, configured, true))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void itIsNotFetchedFromAnAddressThatIsNotPublic() {
        assertThat(catchThrowableOfType(VoiceClonerException.class, () -> carry("audio", 10_000, false))
                        .reason())
                .isEqualTo(Reason.UNSAFE_URL);
        assertThat(server.connections()).isZero();
    }

    private PreparedAudio.Content carry(String field, long maxBytes, boolean loopbackAllowed) {
        try (GuardedDownloader downloader = new GuardedDownloader(null, loopbackAllowed)) {
            Bridge bridge = new Bridge(
                    "fake",
                    Abilities.files(),
                    ProviderSettings.of("long-enough")
                            .withMaxAudioBytes(maxBytes)
                            .withLoopbackAllowed(loopbackAllowed),
                    null,
                    downloader);
            AudioSource source = AudioSource.url(server.uri("/me.mp3"));
            return bridge.fetch(field, source, Optional.empty(), scope, cleanup).content();
        }
    }
}
