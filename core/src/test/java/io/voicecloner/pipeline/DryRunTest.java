package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.CheckReport;
import io.voicecloner.CloneRequest;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.VoiceCloner;
import io.voicecloner.fake.FakeAudioHost;
import io.voicecloner.fake.FakeFileProvider;
import io.voicecloner.fake.FakeSession;
import io.voicecloner.fake.FakeUrlProvider;
import io.voicecloner.http.ScriptedServer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A check tells what a clone would throw, and touches nobody. */
class DryRunTest {
    static Stream<CloneRequest> wrong() {
        return Stream.of(
                Cloners.GOOD.withVoiceId("short"),
                Cloners.GOOD.withPreview(" ").withAccuracy(7).withLanguage(""),
                CloneRequest.of(AudioSource.file(Path.of("nowhere.wav"))).withVoiceId("-"),
                Cloners.GOOD.withPrompt(AudioSource.bytes(new byte[0]), "").withLanguage("Klingon"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void itReportsWhatAClonesExceptionSays(CloneRequest request) {
        FakeSession session = new FakeSession("fake-file");
        try (VoiceCloner cloner = Cloners.of(new FakeFileProvider(session))) {
            CheckReport report = cloner.check(request);
            InvalidRequestException failure =
                    catchThrowableOfType(InvalidRequestException.class, () -> cloner.cloneVoice(request));
            assertThat(report.ok()).isFalse();
            assertThat(report.violations()).isNotEmpty().isEqualTo(failure.violations());
        }
        assertThat(session.asked()).isEmpty();
    }

    @Test
    void ofAGoodRequestItReportsTheWarningsThatTheVoiceWouldCarry() {
        FakeSession session = new FakeSession("fake-file");
        CloneRequest odd = Cloners.GOOD.withLanguage("Klingon").withPreview("Hello.", "model-9");
        try (VoiceCloner cloner = Cloners.of(new FakeFileProvider(session))) {
            CheckReport report = cloner.check(odd);
            assertThat(report.ok()).isTrue();
            assertThat(session.asked()).isEmpty();
            assertThat(report.warnings())
                    .hasSize(3)
                    .isEqualTo(cloner.cloneVoice(odd).warnings());
        }
    }

    @Test
    void nothingIsPublished() {
        FakeAudioHost host = new FakeAudioHost();
        FakeSession session = new FakeSession("fake-url");
        try (VoiceCloner cloner = Cloners.of(new FakeUrlProvider(session), host)) {
            assertThat(cloner.check(Cloners.GOOD).ok()).isTrue();
        }
        assertThat(host.ever()).isEmpty();
        assertThat(session.asked()).isEmpty();
    }

    @Test
    void aRecordingOnTheWebIsNotFetched() throws Exception {
        FakeSession session = new FakeSession("fake-file");
        try (ScriptedServer server = new ScriptedServer();
                VoiceCloner cloner = Cloners.of(
                        new FakeFileProvider(session), Cloners.SETTINGS.withLoopbackAllowed(true), null, null)) {
            assertThat(cloner.check(CloneRequest.of(AudioSource.url(server.uri("/me.wav"))))
                            .ok())
                    .isTrue();
            assertThat(server.connections()).isZero();
        }
        assertThat(session.asked()).isEmpty();
    }

    @Test
    void theProviderHearsNothingOfIt() throws Exception {
        try (ScriptedServer server = new ScriptedServer();
                VoiceCloner cloner = Cloners.onWire(server, null)) {
            assertThat(cloner.check(Cloners.GOOD).ok()).isTrue();
            assertThat(cloner.check(Cloners.GOOD.withVoiceId("short")).ok()).isFalse();
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void aClosedClonerChecksNothing() {
        VoiceCloner cloner = Cloners.of(new FakeFileProvider());
        cloner.close();
        assertThatThrownBy(() -> cloner.check(Cloners.GOOD)).isInstanceOf(IllegalStateException.class);
    }
}
