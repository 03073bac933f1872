package io.voicecloner.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.CanceledException;
import io.voicecloner.Capabilities;
import io.voicecloner.ConfigurationException;
import io.voicecloner.ProviderSettings;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Step;
import io.voicecloner.fake.Abilities;
import io.voicecloner.fake.FakeAudioHost;
import io.voicecloner.fake.Recordings;
import io.voicecloner.http.GuardedDownloader;
import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedAudio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A local recording for a provider that takes only URLs, and what fits already. */
class BridgeTest {
    private static final AudioSource LOCAL = AudioSource.bytes(Recordings.wav(100));
    private static final AudioSource ON_THE_WEB = AudioSource.url(URI.create("https://audio.example/me.mp3"));
    private static final PreparedAudio.Content AT_HAND =
            new PreparedAudio.Content(AudioFormat.WAV, 100, () -> new ByteArrayInputStream(Recordings.wav(100)));

    private final GuardedDownloader downloader = new GuardedDownloader(null, false);
    private final CallScope scope = CallScope.of("fake", Duration.ofSeconds(30));
    private final FakeAudioHost host = new FakeAudioHost();
    private final Cleanup cleanup = new Cleanup();

    @AfterEach
    void stop() {
        downloader.close();
    }

    @Test
    @Tag("B79")
    @Tag("S8")
    void aLocalRecordingIsPublishedAndTakenDownAtTheEnd() {
        PreparedAudio carried = carry(Abilities.urls(), host, LOCAL);
        assertThat(carried.url()).hasToString("https://audio.example/0.wav");
        assertThat(host.up()).containsExactly(carried.url());
        cleanup.close();
        assertThat(host.up()).isEmpty();
        assertThat(host.ever()).hasSize(1);
    }

    @Test
    void aLocalRecordingStaysAsItIsWhereFilesAreTaken() {
        assertThat(carry(Abilities.files(), host, LOCAL)).isSameAs(AT_HAND);
        assertThat(host.ever()).isEmpty();
    }

    @Test
    @Tag("S8")
    void aUrlStaysAsItIsWhereUrlsAreTaken() {
        assertThat(carry(Abilities.urls(), host, ON_THE_WEB).url()).hasToString("https://audio.example/me.mp3");
        assertThat(host.ever()).isEmpty();
    }

    @Test
    void aHostThatCannotPublishIsAFailureOfTheConfiguration() {
        expectHostFailure(failing(new IOException("bucket gone")), "bucket gone");
    }

    @Test
    void aHostThatThrowsUncheckedIsAFailureOfTheConfigurationToo() {
        expectHostFailure(failing(new IllegalStateException("closed")), "closed");
    }

    @ParameterizedTest
    @CsvSource({
        "http://audio.example/, false",
        "http://audio.example/, true",
        "http://127.0.0.1:8080/, false",
        "https://localhost/, false",
        "ftp://audio.example/, true",
        "http://user:CANARY@audio.example/, true",
    })
    void aHostThatPublishesWhereNobodyCanFetchIsRefusedAndTakenDown(String base, boolean loopbackAllowed) {
        FakeAudioHost unreachable = new FakeAudioHost(base);
        ConfigurationException failure = catchThrowableOfType(
                ConfigurationException.class, () -> carry(Abilities.urls(), unreachable, LOCAL, loopbackAllowed));
        assertThat(failure)
                .hasMessageContainingAll("publishes where the provider cannot fetch", "public-base-url")
                .hasMessageNotContaining("CANARY");
        assertThat(failure.step()).isEqualTo(Step.PUBLISH);
        cleanup.close();
        assertThat(unreachable.ever()).hasSize(1);
        assertThat(unreachable.up()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:8080/", "http://localhost/", "https://localhost/", "https://audio.example/"})
    void loopbackIsReachableWhereItIsAllowed(String base) {
        assertThat(carry(Abilities.urls(), new FakeAudioHost(base), LOCAL, true).url())
                .hasToString(base + "0.wav");
    }

    @Test
    void nothingIsPublishedAfterGivingUpOrAfterTheDeadline() {
        scope.cancel();
        assertThat(catchThrowableOfType(CanceledException.class, () -> carry(Abilities.urls(), host, LOCAL)))
                .isNotNull();
        CallScope late = CallScope.of("fake", Duration.ofNanos(1));
        Bridge bridge = bridge(Abilities.urls(), host, false);
        assertThat(catchThrowableOfType(
                        ProviderUnavailableException.class, () -> bridge.publish(AT_HAND, late, cleanup)))
                .isNotNull();
        assertThat(host.ever()).isEmpty();
    }

    private void expectHostFailure(AudioHost broken, String words) {
        ConfigurationException failure =
                catchThrowableOfType(ConfigurationException.class, () -> carry(Abilities.urls(), broken, LOCAL));
        assertThat(failure).hasMessageContainingAll("the audio host could not publish", words);
        assertThat(failure.step()).isEqualTo(Step.PUBLISH);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    private PreparedAudio carry(Capabilities capabilities, AudioHost audioHost, AudioSource source) {
        return carry(capabilities, audioHost, source, false);
    }

    private PreparedAudio carry(
            Capabilities capabilities, AudioHost audioHost, AudioSource source, boolean loopbackAllowed) {
        Optional<PreparedAudio.Content> atHand = source == LOCAL ? Optional.of(AT_HAND) : Optional.empty();
        Bridge bridge = bridge(capabilities, audioHost, loopbackAllowed);
        return bridge.publish(bridge.fetch("audio", source, atHand, scope, cleanup), scope, cleanup);
    }

    private Bridge bridge(Capabilities capabilities, @Nullable AudioHost audioHost, boolean loopbackAllowed) {
        return new Bridge(
                "fake",
                capabilities,
                ProviderSettings.of("long-enough").withMaxAudioBytes(10_000).withLoopbackAllowed(loopbackAllowed),
                audioHost,
                downloader);
    }

    private static AudioHost failing(Exception failure) {
        return new AudioHost() {
            @Override
            public Published publish(PreparedAudio.Content audio) throws IOException {
                if (failure instanceof IOException checked) {
                    throw checked;
                }
                throw new IllegalStateException(failure.getMessage());
            }

            @Override
            public void close() {}
        };
    }
}
