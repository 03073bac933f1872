package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.Category;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.QuotaException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceRef;
import io.voicecloner.fake.FakeAudioHost;
import io.voicecloner.fake.FakeSession;
import io.voicecloner.fake.FakeUrlProvider;
import io.voicecloner.fake.Recordings;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A recording is published just as long as the provider needs it, whatever becomes of the clone. */
class BridgedCloneTest {
    private static final CloneRequest WITH_PROMPT =
            Cloners.GOOD.withPrompt(AudioSource.bytes(Recordings.wav(99)), "Words.");

    private final FakeAudioHost host = new FakeAudioHost();
    private final List<URI> upMeanwhile = new ArrayList<>();

    @Test
    void bothRecordingsAreUpDuringTheCloneAndDownAfterIt() {
        clone(succeeding(), WITH_PROMPT);
        assertThat(upMeanwhile).hasSize(2).doesNotHaveDuplicates();
        assertThat(host.up()).isEmpty();
    }

    @Test
    void aRecordingOnTheWebIsNotPublishedBesideOneThatIs() {
        CloneRequest mixed = CloneRequest.of(AudioSource.url(URI.create("https://audio.example/me.mp3")))
                .withPrompt(AudioSource.bytes(Recordings.wav(99)), "Words.");
        clone(succeeding(), mixed);
        assertThat(upMeanwhile).hasSize(1);
        assertThat(host.up()).isEmpty();
    }

    @Test
    void theyAreDownAfterAFailure() {
        FakeSession failing = new FakeSession((request, scope) -> {
            upMeanwhile.addAll(host.up());
            throw Failures.exception(scope.failure(Category.QUOTA, Reason.BALANCE, Step.CLONE, "broke"));
        });
        assertThatThrownBy(() -> clone(failing, WITH_PROMPT)).isInstanceOf(QuotaException.class);
        assertThat(upMeanwhile).hasSize(2);
        assertThat(host.up()).isEmpty();
    }

    @Test
    void theyAreDownAfterAnErrorOfTheProvidersCode() {
        FakeSession broken = new FakeSession((request, scope) -> {
            upMeanwhile.addAll(host.up());
            throw new AssertionError("bug");
        });
        assertThatThrownBy(() -> clone(broken, WITH_PROMPT)).isInstanceOf(AssertionError.class);
        assertThat(upMeanwhile).hasSize(2);
        assertThat(host.up()).isEmpty();
    }

    @Test
    void theFirstIsDownWhenTheSecondCannotBePublished() {
        AudioHost onceOnly = new AudioHost() {
            @Override
            public Published publish(PreparedAudio.Content audio) throws IOException {
                if (!host.ever().isEmpty()) {
                    throw new IOException("full");
                }
                return host.publish(audio);
            }

            @Override
            public void close() {}
        };
        FakeSession never = succeeding();
        try (VoiceCloner cloner = Cloners.of(new FakeUrlProvider(never), onceOnly)) {
            assertThatThrownBy(() -> cloner.cloneVoice(WITH_PROMPT)).hasMessageContaining("full");
        }
        assertThat(host.ever()).hasSize(1);
        assertThat(host.up()).isEmpty();
        assertThat(never.asked()).isEmpty();
    }

    @Test
    void oneThatStaysUpIsAWarningOfTheVoice() {
        try (VoiceCloner cloner = Cloners.of(new FakeUrlProvider(succeeding()), keeping())) {
            assertThat(cloner.cloneVoice(Cloners.GOOD).warnings())
                    .contains("A recording could not be taken down from where it was published: the shelf is locked.");
        }
    }

    @Test
    void aCloneThatFailedOnceKeptSilentAboutARecordingThatStaysUp() {
        FakeSession failing = new FakeSession((request, scope) -> {
            scope.uploaded("file-1");
            throw Failures.exception(scope.failure(Category.QUOTA, Reason.BALANCE, Step.CLONE, "broke")
                    .hint("Top up."));
        });
        try (VoiceCloner cloner = Cloners.of(new FakeUrlProvider(failing), keeping())) {
            QuotaException failure = catchThrowableOfType(QuotaException.class, () -> cloner.cloneVoice(Cloners.GOOD));
            assertThat(failure.orphans()).containsExactly("file-1", "shelf 0");
            assertThat(failure.hint())
                    .contains("A recording could not be taken down from where it was published: the shelf is locked. "
                            + "Top up.");
            assertThat(failure).hasMessageContaining("Left behind: file-1, shelf 0.");
        }
    }

    /** One that takes nothing down. */
    private AudioHost keeping() {
        return new AudioHost() {
            @Override
            public Published publish(PreparedAudio.Content audio) throws IOException {
                URI url = host.publish(audio).url();
                return new Published() {
                    @Override
                    public URI url() {
                        return url;
                    }

                    @Override
                    public String name() {
                        return "shelf 0";
                    }

                    @Override
                    public void close() {
                        throw new IllegalStateException("the shelf is locked");
                    }
                };
            }

            @Override
            public void close() {}
        };
    }

    private FakeSession succeeding() {
        return new FakeSession((request, scope) -> {
            upMeanwhile.addAll(host.up());
            return ClonedVoice.of(VoiceRef.of("fake-url", "v"));
        });
    }

    private void clone(FakeSession session, CloneRequest request) {
        try (VoiceCloner cloner = Cloners.of(new FakeUrlProvider(session), host)) {
            cloner.cloneVoice(request);
        }
    }
}
