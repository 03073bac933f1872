package io.voicecloner.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.AudioSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The emulator as a host, seen from the wire. That its troubles are what their names say, the providers' contracts show. */
class EmulatorHostTest {
    @Test
    void eachDialectProvokesWhatItHasWordsFor() {
        try (ProviderHost uploads = EmulatorHost.of("minimax");
                ProviderHost fetches = EmulatorHost.of("novita")) {
            assertThat(Trouble.values()).allMatch(uploads::can);
            assertThat(Trouble.values())
                    .filteredOn(trouble -> !fetches.can(trouble))
                    .containsExactly(
                            Trouble.PREVIEW_REJECTED,
                            Trouble.VOICE_ID_TAKEN,
                            Trouble.CONTENT_FLAGGED,
                            Trouble.UPLOAD_FAULT,
                            Trouble.UPLOAD_NOT_JSON);
        }
    }

    @Test
    void recordingsComeInTheFormThatTheProviderTakes() {
        try (ProviderHost uploads = EmulatorHost.of("minimax");
                ProviderHost fetches = EmulatorHost.of("novita")) {
            assertThat(uploads.recording()).isInstanceOf(AudioSource.Bytes.class);
            assertThat(fetches.recording())
                    .isInstanceOfSatisfying(
                            AudioSource.Url.class,
                            url -> assertThat(url.url()).hasHost("127.0.0.1").hasParameter("X-Signature"));
        }
    }

    @Test
    void whatArrivedIsCountedWhateverBecameOfIt() throws Exception {
        try (ProviderHost host = EmulatorHost.of("novita")) {
            host.next(Trouble.BALANCE_EMPTY);
            clone(host);
            assertThat(host.said().code()).contains("BILLING_BALANCE_NOT_ENOUGH");
            assertThat(host.voices()).isEmpty();
            host.next(Trouble.DROPPED_BEFORE_ACTING);
            assertThatThrownBy(() -> clone(host)).isInstanceOf(IOException.class);
            assertThat(host.voices()).isEmpty();
            host.next(Trouble.DROPPED_AFTER_ACTING);
            assertThatThrownBy(() -> clone(host)).isInstanceOf(IOException.class);
            assertThat(host.voices()).hasSize(1);
            clone(host);

            assertThat(host.voices()).hasSize(2);
            assertThat(host.creates()).isEqualTo(4);
            assertThat(host.requests()).isEqualTo(4);
            assertThat(host.asked()).isEqualTo(Set.of(io.voicecloner.Feature.ACCURACY));
        }
    }

    @Test
    void aVoiceIsCalledAsItsAnswerCallsIt() throws Exception {
        try (ProviderHost host = EmulatorHost.of("novita")) {
            clone(host);
            host.next(Trouble.PREVIEW_MISSING);
            assertThat(clone(host)).contains("\"voice_id\":\"moss_audio_1\"");
            clone(host);

            assertThat(host.voices()).hasSize(3).element(1).isEqualTo("moss_audio_1");
        }
    }

    @Test
    void troublesStandInLine() throws Exception {
        try (ProviderHost host = EmulatorHost.of("novita")) {
            host.next(Trouble.BALANCE_EMPTY);
            host.next(Trouble.KEY_REFUSED);

            assertThat(clone(host)).contains("BILLING_BALANCE_NOT_ENOUGH");
            assertThat(clone(host)).contains("INVALID_API_KEY");
            assertThat(clone(host)).contains("voice_id");
        }
    }

    @Test
    void aTroubleThatADialectHasNoWordsForIsRefused() {
        try (ProviderHost host = EmulatorHost.of("novita")) {
            assertThatThrownBy(() -> host.next(Trouble.VOICE_ID_TAKEN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("novita has no voice id taken");
        }
    }

    @Test
    void whatWasSpokenIsToldByItsVoiceWhateverBecameOfTheAnswer() throws Exception {
        try (ProviderHost host = EmulatorHost.of("novita")) {
            clone(host);
            String voice = host.voices().get(0);
            assertThat(speak(host, "minimax-speech-02-hd", voice)).contains("\"audio\"");
            assertThat(speak(host, "async/minimax-speech-02-hd", voice)).contains("task_id");
            assertThat(speak(host, "minimax-speech-02-hd", "nobody-at-all")).contains("2054");

            assertThat(host.syntheses()).containsExactly(voice, voice);
            assertThat(host.speeches()).isEqualTo(3);
            assertThat(host.creates()).isEqualTo(1);
        }
    }

    @Test
    void everyTroubleOfSpeechIsInTheWordsOfBothDialects() {
        try (ProviderHost uploads = EmulatorHost.of("minimax");
                ProviderHost fetches = EmulatorHost.of("novita")) {
            assertThat(SpeechTrouble.values()).allMatch(uploads::can).allMatch(fetches::can);
        }
        for (EmulatedDialect dialect : EmulatedDialect.values()) {
            assertThat(SpeechTrouble.values())
                    .extracting(trouble ->
                            EmulatedSpeechTrouble.of(trouble, dialect).toString())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whereModelsArePathsATroubleNeedsTheProviderItself() {
        try (ProviderHost host = EmulatorHost.of("acme", "novita")) {
            assertThatThrownBy(() -> host.next(SpeechTrouble.TRUNCATED))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("acme does not speak");
        }
    }

    @Test
    void aProviderThatIsNotEmulatedIsRefused() {
        assertThatThrownBy(() -> EmulatorHost.of("acme"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acme");
        assertThatThrownBy(() -> EmulatorHost.of("minimax", "acme"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acme");
    }

    @Test
    void aProviderOfAnybodysHasPropertiesOfItsOwn() {
        try (ProviderHost host = EmulatorHost.of("acme", "novita")) {
            assertThat(host.provider()).isEqualTo("acme");
            assertThat(host.properties())
                    .containsOnlyKeys(
                            "voicecloner.provider",
                            "voicecloner.acme.base-url",
                            "voicecloner.acme.api-key",
                            "voicecloner.acme.rate",
                            "voicecloner.allow-loopback")
                    .containsEntry("voicecloner.provider", "acme")
                    .containsEntry("voicecloner.acme.api-key", host.apiKey());
            assertThat(host.recording()).isInstanceOf(AudioSource.Url.class);
        }
    }

    @Test
    void everyTroubleIsEitherAFailureOrASuccess() {
        assertThat(EnumSet.allOf(Trouble.class))
                .filteredOn(trouble -> Outcome.of(trouble).isEmpty())
                .containsExactly(Trouble.PREVIEW_MISSING, Trouble.CONTENT_FLAGGED, Trouble.PREVIEW_GONE);
    }

    private static String clone(ProviderHost host) throws Exception {
        String url = ((AudioSource.Url) host.recording()).url().toString();
        return post(host, "minimax-voice-cloning", "{\"audio_url\":\"" + url + "\",\"accuracy\":0.5}");
    }

    private static String speak(ProviderHost host, String path, String voice) throws Exception {
        return post(host, path, "{\"text\":\"Hello.\",\"voice_setting\":{\"voice_id\":\"" + voice + "\"}}");
    }

    private static String post(ProviderHost host, String path, String body) throws Exception {
        URI base = URI.create(host.properties().get("voicecloner.novita.base-url"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/" + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + host.apiKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
