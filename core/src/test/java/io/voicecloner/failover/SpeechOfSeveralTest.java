package io.voicecloner.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Capabilities;
import io.voicecloner.Existence;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.ListedVoice;
import io.voicecloner.ProviderSettings;
import io.voicecloner.SpeechRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceRef;
import io.voicecloner.config.Configured;
import io.voicecloner.fake.Abilities;
import io.voicecloner.fake.FakeProvider;
import io.voicecloner.fake.FakeSession;
import io.voicecloner.fake.SpeakingSession;
import io.voicecloner.pipeline.ClonePipeline;
import io.voicecloner.pipeline.Instruments;
import io.voicecloner.spi.ProviderSession;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several cloners speak as one: each voice with where it lives, and nowhere else. */
class SpeechOfSeveralTest {
    private final SpeakingSession first = new SpeakingSession("one", SpeakingSession.saying(new byte[] {1}));
    private final SpeakingSession work = new SpeakingSession("one", SpeakingSession.saying(new byte[] {2}));
    private final SpeakingSession other = new SpeakingSession("two", SpeakingSession.saying(new byte[] {3}));
    private final VoiceCloner all = several(
            cloner("one", null, Abilities.speaking(), first),
            cloner("mute", null, Abilities.bare(), new FakeSession("mute")),
            cloner("one", "work", Abilities.speaking(), work),
            cloner("two", null, withoutLists(), other));

    @AfterEach
    void close() {
        all.close();
    }

    @Test
    void aVoiceOfAProviderThatDoesNotSpeakIsNotCalledAStranger() {
        VoiceRef mute = VoiceRef.parse("mute:vc-1");
        SpeechRequest request = SpeechRequest.of(mute, "Hello.");

        assertThatThrownBy(() -> all.speech().synthesize(request, Path.of("never")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("does not speak");
        assertThat(all.speech().check(request).violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.rule()).isEqualTo("unsupported"));
        assertThatThrownBy(() -> all.catalog().exists(mute))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("neither lists nor deletes voices");
    }

    @Test
    void aVoiceIsSpokenWithAtItsProviderAndAccount() {
        assertThat(spoken("one:vc-1")).containsExactly(1);
        assertThat(spoken("one@work:vc-1")).containsExactly(2);
        assertThat(spoken("two:vc-1")).containsExactly(3);
        assertThat(all.speech()
                        .activate(VoiceRef.parse("one@work:vc-1"))
                        .synthesis()
                        .bytes())
                .isEqualTo(1);
        assertThat(work.asked()).hasSize(2);
        assertThat(all.speech().serves(VoiceRef.parse("two:vc-1"))).isTrue();
    }

    @Test
    void aVoiceOfNobodyHereIsRefusedInTheFutureToo() {
        SpeechRequest request = SpeechRequest.of(VoiceRef.parse("three:vc-1"), "Well.");

        assertThatThrownBy(() -> all.speech().synthesize(request, new ByteArrayOutputStream()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("The voice lives at three, which is none of those configured.");
        assertThat(all.speech().synthesizeAsync(request, Path.of("speech.mp3")))
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(InvalidRequestException.class);
        assertThat(all.speech().check(request).violations()).hasSize(1);
        assertThat(all.speech().serves(request.voice())).isFalse();
    }

    /** One that deletes voices and lists none once kept the lists of all others from the caller. */
    @Test
    void theListsOfAllThatHaveOneAreOne() {
        assertThat(all.catalog().list())
                .map(ListedVoice::ref)
                .map(VoiceRef::toString)
                .containsExactly("one:used-1", "one:used-2", "one:used-1", "one:used-2");
    }

    @Test
    void aVoiceIsDeletedWhereItLives() {
        all.catalog().delete(VoiceRef.parse("two:vc-1"));

        assertThat(other.deleted()).containsExactly("vc-1");
        assertThat(first.deleted()).isEmpty();
        assertThat(all.catalog().exists(VoiceRef.parse("two:vc-1"))).isEqualTo(Existence.NO);
        assertThatThrownBy(() -> all.catalog().delete(VoiceRef.parse("three:vc-1")))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void whereNobodyCanTheFirstOneSaysSo() {
        try (VoiceCloner mute = several(
                cloner("mute", null, Abilities.bare(), new FakeSession("mute")),
                cloner("deaf", null, Abilities.bare(), new FakeSession("deaf")))) {
            InvalidRequestException failure = catchThrowableOfType(InvalidRequestException.class, mute::speech);

            assertThat(failure.provider()).contains("mute");
            assertThat(failure).hasMessageContaining("This provider does not speak.");
        }
        try (VoiceCloner unlisted = several(cloner("two", null, withoutLists(), other))) {
            assertThatThrownBy(() -> unlisted.catalog().list())
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("This provider lists no voices.");
        }
    }

    private byte[] spoken(String voice) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        all.speech().synthesize(SpeechRequest.of(VoiceRef.parse(voice), "Well."), stream);
        return stream.toByteArray();
    }

    private static Capabilities withoutLists() {
        return Capabilities.builder(Abilities.bare().audio())
                .features(io.voicecloner.Feature.DELETE_VOICE)
                .speech(Abilities.speech().build())
                .build();
    }

    private static VoiceCloner several(VoiceCloner... cloners) {
        return new FailoverCloner(List.of(cloners), Set.of(), Duration.ofMinutes(1), Instruments.ordinary(), () -> {});
    }

    private static VoiceCloner cloner(
            String provider,
            @org.jspecify.annotations.Nullable String account,
            Capabilities able,
            ProviderSession session) {
        ProviderSettings settings = ProviderSettings.of("long-enough");
        return ClonePipeline.open(
                new Configured(
                        provider,
                        new FakeProvider(provider, able, session),
                        account == null ? settings : settings.withAccount(account),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Set.of()),
                null,
                Instruments.ordinary());
    }
}
