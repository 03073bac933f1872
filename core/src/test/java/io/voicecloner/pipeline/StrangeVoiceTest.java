package io.voicecloner.pipeline;

import static io.voicecloner.pipeline.Speaking.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.InvalidRequestException;
import io.voicecloner.SpeechRequest;
import io.voicecloner.VoiceRef;
import io.voicecloner.fake.Abilities;
import io.voicecloner.fake.FakeFileProvider;
import io.voicecloner.fake.SpeakingSession;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A voice that lives elsewhere is refused here, with nothing sent; and a provider that cannot speak says so. */
class StrangeVoiceTest {
    @ParameterizedTest
    @CsvSource({
        "other:vc-1, , lives at other",
        "other@work:vc-1, , lives at other@work",
        "fake@work:vc-1, , lives at fake@work",
        "fake:vc-1, work, and this is fake@work",
        "fake@home:vc-1, work, lives at fake@home"
    })
    void aVoiceOfAnotherProviderOrAccountIsRefusedEverywhere(String ref, String account, String words) {
        VoiceRef voice = VoiceRef.parse(ref);
        try (Speaking speaking = new Speaking(
                Abilities.speaking(),
                account == null ? Cloners.SETTINGS : Cloners.SETTINGS.withAccount(account),
                SpeakingSession.saying(new byte[9]))) {
            SpeechRequest request = SpeechRequest.of(voice, "Well.");
            InvalidRequestException failure = failure(
                    InvalidRequestException.class,
                    () -> speaking.speech().synthesize(request, new ByteArrayOutputStream()));

            assertThat(failure).hasMessageContaining(words).hasMessageContaining("Nothing was sent.");
            failure(InvalidRequestException.class, () -> speaking.speech().synthesize(request, chunk -> {}));
            failure(InvalidRequestException.class, () -> speaking.speech().synthesize(request, Path.of("a.mp3")));
            failure(InvalidRequestException.class, () -> speaking.speech().activate(voice));
            failure(
                    InvalidRequestException.class,
                    () -> speaking.cloner.catalog().delete(voice));
            failure(
                    InvalidRequestException.class,
                    () -> speaking.cloner.catalog().exists(voice));
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                    CompletionException.class,
                                    () -> speaking.speech()
                                            .synthesizeAsync(request, Path.of("a.mp3"))
                                            .join())
                            .getCause())
                    .isInstanceOf(InvalidRequestException.class);
            assertThat(speaking.speech().check(request).violations()).hasSize(1);
            assertThat(speaking.speech().serves(voice)).isFalse();
            assertThat(speaking.cloner.catalog().serves(voice)).isFalse();
            assertThat(speaking.session.asked()).isEmpty();
            assertThat(speaking.session.deleted()).isEmpty();
        }
    }

    @Test
    void aVoiceOfThisAccountIsServed() {
        try (Speaking speaking = new Speaking(
                Abilities.speaking(), Cloners.SETTINGS.withAccount("work"), SpeakingSession.saying(new byte[9]))) {
            VoiceRef voice = VoiceRef.parse("fake@work:vc-1");

            assertThat(speaking.speech().serves(voice)).isTrue();
            assertThat(speaking.speech().activate(voice).voice()).isEqualTo(voice);
        }
    }

    @Test
    void aProviderThatCannotSpeakSaysSo() {
        try (io.voicecloner.VoiceCloner cloner = Cloners.of(new FakeFileProvider())) {
            assertThat(failure(InvalidRequestException.class, cloner::speech))
                    .hasMessageContaining("This provider does not speak.");
            assertThat(failure(InvalidRequestException.class, cloner::catalog))
                    .hasMessageContaining("This provider neither lists nor deletes voices.");
        }
    }
}
