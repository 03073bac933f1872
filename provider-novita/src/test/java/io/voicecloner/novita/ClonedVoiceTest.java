package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

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
    private final NovitaBench novita = new NovitaBench();

    @Test
    void theReferenceNamesProviderAndTheServersId() {
        VoiceRef ref = novita.clone(NovitaBench.plain()).ref();

        assertThat(ref).hasToString("novita:" + NovitaBench.VOICE_ID);
        assertThat(VoiceRef.parse(ref.toString())).isEqualTo(ref);
    }

    @Test
    void anIdMayHoldColonsSpacesAndForeignLetters() {
        novita.onClone(Reply.json("{\"voice_id\":\"a:b c/é\"}"));

        VoiceRef ref = novita.clone(NovitaBench.plain()).ref();

        assertThat(ref.id()).isEqualTo("a:b c/é");
        assertThat(VoiceRef.parse(ref.toString())).isEqualTo(ref);
    }

    @Test
    void theReferenceNamesTheAccountWhereThereIsOne() {
        novita.with(settings -> settings.withAccount("team-b"));

        assertThat(novita.clone(NovitaBench.plain()).ref()).hasToString("novita@team-b:" + NovitaBench.VOICE_ID);
    }

    @Test
    void anUnusedVoiceExpiresSevenDaysAfterItsAnswer() {
        Map<String, String> properties = Map.of(
                "voicecloner.provider",
                "novita",
                "voicecloner.novita.api-key",
                NovitaBench.KEY,
                "voicecloner.novita.base-url",
                novita.server().uri("/v3").toString());
        try (VoiceCloner cloner = VoiceCloners.builder()
                .properties(properties)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build()) {
            ClonedVoice voice = cloner.cloneVoice(NovitaBench.plain());

            assertThat(voice.createdAt()).isEqualTo(NOW);
            assertThat(voice.expiresIfUnusedAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        }
    }

    @Test
    void oneConfirmedAttemptLeavesNothingBehind() {
        ClonedVoice voice = novita.clone(NovitaBench.plain());

        assertThat(voice.attempts()).isEqualTo(1);
        assertThat(voice.confirmation()).isEqualTo(Confirmation.CONFIRMED);
        assertThat(voice.orphans()).isEmpty();
        assertThat(voice.traceIds()).isEmpty();
    }

    @Test
    void theTraceIdOfTheAnswerIsKept() {
        novita.onClone(Reply.of(200, "application/json", NovitaBench.SUCCESS, "trace-id: 9f1c"));

        assertThat(novita.clone(NovitaBench.plain()).traceIds()).containsExactly("9f1c");
    }
}
