package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Confirmation;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a caller is told of a voice besides its preview. */
class ClonedVoiceTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");

    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @Test
    void theReferenceNamesProviderAndIdSinceTheReplyDoesNot() {
        VoiceRef ref = minimax.clone(Requests.plain()).ref();

        assertThat(ref).hasToString("minimax:MiniMax001");
        assertThat(VoiceRef.parse(ref.toString())).isEqualTo(ref);
    }

    @Test
    void theReferenceNamesTheAccountWhereThereIsOne() {
        minimax.with(settings -> settings.withAccount("team-b"));

        assertThat(minimax.clone(Requests.plain()).ref()).hasToString("minimax@team-b:MiniMax001");
    }

    @Test
    void anIdMadeHereBeginsAsTheSettingsSay() {
        minimax.with(settings -> settings.withVoiceIdPrefix("acme-"));

        ClonedVoice voice = minimax.clone(CloneRequest.of(AudioSource.bytes(Requests.sample("speech.mp3"))));

        assertThat(voice.ref().id()).matches("acme-[A-Za-z0-9]{16,}");
        assertThat(minimax.cloneBody()).contains('"' + voice.ref().id() + '"');
    }

    @Test
    void anUnusedVoiceExpiresSevenDaysAfterItsAnswer() {
        Map<String, String> properties = Map.of(
                "voicecloner.provider",
                "minimax",
                "voicecloner.minimax.api-key",
                MiniMaxBench.KEY,
                "voicecloner.minimax.base-url",
                minimax.server().uri("/v1").toString());
        try (VoiceCloner cloner = VoiceCloners.builder()
                .properties(properties)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build()) {
            ClonedVoice voice = cloner.cloneVoice(Requests.plain());

            assertThat(voice.createdAt()).isEqualTo(NOW);
            assertThat(voice.expiresIfUnusedAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        }
    }

    @Test
    void oneConfirmedAttemptLeavesNothingBehind() {
        ClonedVoice voice = minimax.clone(Requests.withPrompt());

        assertThat(voice.attempts()).isEqualTo(1);
        assertThat(voice.confirmation()).isEqualTo(Confirmation.CONFIRMED);
        assertThat(voice.orphans()).isEmpty();
    }

    @Test
    void theTraceIdsOfAllAnswersAreKeptInOrder() {
        minimax.onUpload(request -> traced(MiniMaxBench.uploaded("11"), "Trace-Id: 04a1"))
                .onClone(request -> traced(MiniMaxBench.SUCCESS, "trace-id: 04b2"));

        assertThat(minimax.clone(Requests.plain()).traceIds()).containsExactly("04a1", "04b2");
    }

    @Test
    void theTraceIdOfThePromptAudioIsKeptToo() {
        minimax.onUpload(request -> traced(MiniMaxBench.uploaded("11"), "Trace-Id: 04a1"))
                .onPromptUpload(request -> traced(MiniMaxBench.uploaded("22"), "TRACE-ID: 04a2"))
                .onClone(request -> traced(MiniMaxBench.SUCCESS, "Trace-Id: 04b2"));

        assertThat(minimax.clone(Requests.withPrompt()).traceIds())
                .containsExactlyInAnyOrder("04a1", "04a2", "04b2")
                .endsWith("04b2");
    }

    @Test
    void answersWithoutTraceIdLeaveNone() {
        assertThat(minimax.clone(Requests.plain()).traceIds()).isEmpty();
    }

    private static Reply traced(String body, String header) {
        return Reply.of(200, "application/json", body, header);
    }
}
