package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Reason;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceRef;
import io.voicecloner.fake.FakeAudioHost;
import io.voicecloner.fake.FakeFileProvider;
import io.voicecloner.fake.FakeSession;
import io.voicecloner.fake.FakeUrlProvider;
import io.voicecloner.fake.Recordings;
import io.voicecloner.spi.PreparedClone;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way of a request through the checks and the bridge to the provider, and the way of the voice back. */
class CloneFlowTest {
    private final FakeSession session = new FakeSession("fake-file");

    @Test
    void theProviderGetsTheCheckedRequestAndTheCallerTheVoice() {
        CloneRequest request = Cloners.GOOD
                .withVoiceId("my-voice-1")
                .withPrompt(AudioSource.bytes(Recordings.wav(99)), "Words.")
                .withPreview("Hello.", "model-2");
        try (VoiceCloner cloner = Cloners.of(new FakeFileProvider(session))) {
            assertThat(cloner.cloneVoice(request).ref()).hasToString("fake-file:my-voice-1");
        }
        PreparedClone asked = session.asked().get(0);
        assertThat(asked.request()).isSameAs(request);
        assertThat(asked.chosenVoiceId()).isEqualTo("my-voice-1");
        assertThat(asked.audio().content().length()).isEqualTo(500);
        assertThat(asked.promptAudio().orElseThrow().content().length()).isEqualTo(99);
        assertThat(asked.promptTranscript()).contains("Words.");
        assertThat(asked.previewText()).contains("Hello.");
        assertThat(asked.model()).isEqualTo("model-2");
    }

    @Test
    void whatTheRequestLeavesOpenIsFilledInOnlyWhereItIsNeeded() {
        try (VoiceCloner cloner = Cloners.of(new FakeFileProvider(session))) {
            cloner.cloneVoice(Cloners.GOOD);
            cloner.cloneVoice(Cloners.GOOD.withPreview("Hello."));
        }
        PreparedClone plain = session.asked().get(0);
        assertThat(plain.chosenVoiceId()).matches("vc-[a-z2-7]{16}");
        assertThat(plain.model()).isNull();
        assertThat(plain.promptAudio()).isEmpty();
        PreparedClone withPreview = session.asked().get(1);
        assertThat(withPreview.model()).isEqualTo("model-1");
        assertThat(withPreview.chosenVoiceId()).isNotEqualTo(plain.chosenVoiceId());
    }

    @Test
    void aProviderThatChoosesIdsIsGivenNone() {
        FakeSession urls = new FakeSession("fake-url");
        try (VoiceCloner cloner = Cloners.of(new FakeUrlProvider(urls))) {
            cloner.cloneVoice(CloneRequest.of(AudioSource.url(URI.create("https://audio.example/a.mp3"))));
        }
        assertThat(urls.asked().get(0).voiceId()).isNull();
        assertThat(urls.asked().get(0).audio().url()).hasHost("audio.example");
    }

    @Test
    void warningsOfConfigurationChecksAndProviderComeTogetherInThisOrder() {
        FakeSession warning = new FakeSession((request, scope) -> {
            scope.traced("t-1");
            scope.createAttempted();
            scope.createAttempted();
            return ClonedVoice.of(VoiceRef.of("fake-file", request.chosenVoiceId())).toBuilder()
                    .warnings(List.of("warning of the provider"))
                    .build();
        });
        try (VoiceCloner cloner = Cloners.of(new FakeFileProvider(warning))) {
            ClonedVoice voice = cloner.cloneVoice(Cloners.GOOD.withLanguage("Klingon"));
            assertThat(voice.warnings()).hasSize(3);
            assertThat(voice.warnings().get(0)).isEqualTo("warning of the configuration");
            assertThat(voice.warnings().get(1)).contains("Klingon");
            assertThat(voice.warnings().get(2)).isEqualTo("warning of the provider");
            assertThat(voice.traceIds()).containsExactly("t-1");
            assertThat(voice.attempts()).isEqualTo(2);
        }
    }

    @Test
    void aPreviewWhoseAddressNeverCameIsWarnedOf() {
        FakeSession losing = new FakeSession(
                (request, scope) -> ClonedVoice.of(VoiceRef.of("fake-file", request.chosenVoiceId())).toBuilder()
                        .previewLost()
                        .build());
        try (VoiceCloner cloner = Cloners.of(new FakeFileProvider(losing))) {
            assertThat(cloner.cloneVoice(Cloners.GOOD.withPreview("Hello.")).warnings())
                    .anySatisfy(warning -> assertThat(warning).contains("its address never came"));
        }
    }

    @Test
    void aRequestThatBreaksARuleGoesNowhere() {
        FakeAudioHost host = new FakeAudioHost();
        FakeSession urls = new FakeSession("fake-url");
        try (VoiceCloner cloner = Cloners.of(new FakeUrlProvider(urls), host)) {
            assertThat(catchThrowableOfType(
                            InvalidRequestException.class, () -> cloner.cloneVoice(Cloners.GOOD.withWatermark(true))))
                    .isNotNull();
        }
        assertThat(urls.asked()).isEmpty();
        assertThat(host.ever()).isEmpty();
    }

    @Test
    void aRequestWhoseDeadlinePassedGoesNowhere() {
        FakeAudioHost host = new FakeAudioHost();
        FakeSession urls = new FakeSession("fake-url");
        try (VoiceCloner cloner = Cloners.of(new FakeUrlProvider(urls), host)) {
            ProviderUnavailableException failure = catchThrowableOfType(
                    ProviderUnavailableException.class,
                    () -> cloner.cloneVoice(Cloners.GOOD.withDeadline(Duration.ofNanos(1))));
            assertThat(failure.reason()).isEqualTo(Reason.DEADLINE);
            assertThat(failure).hasMessageEndingWith("Nothing was sent.");
        }
        assertThat(urls.asked()).isEmpty();
        assertThat(host.ever()).isEmpty();
    }

    @Test
    void theDeadlineIsTheRequestsOwnOrElseThatOfTheSettings() {
        FakeSession clock = new FakeSession((request, scope) -> ClonedVoice.of(
                VoiceRef.of("fake-file", Long.toString(scope.remaining().toMinutes()))));
        try (VoiceCloner cloner = Cloners.of(
                new FakeFileProvider(clock), Cloners.SETTINGS.withDeadline(Duration.ofHours(2)), null, null)) {
            assertThat(cloner.cloneVoice(Cloners.GOOD).ref().id()).isEqualTo("119");
            assertThat(cloner.cloneVoice(Cloners.GOOD.withDeadline(Duration.ofHours(1)))
                            .ref()
                            .id())
                    .isEqualTo("59");
            assertThat(cloner.cloneVoice(Cloners.GOOD.withDeadline(Duration.ofSeconds(Long.MAX_VALUE)))
                            .ref()
                            .id())
                    .hasSizeGreaterThan(7);
        }
    }

    @Test
    void aRequestMayBeUsedAgain() {
        try (VoiceCloner cloner = Cloners.of(new FakeFileProvider(session))) {
            assertThat(cloner.cloneVoice(Cloners.GOOD).ref())
                    .isNotEqualTo(cloner.cloneVoice(Cloners.GOOD).ref());
        }
    }
}
