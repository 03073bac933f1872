package io.voicecloner.failover;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneEvent;
import io.voicecloner.CloneEvent.FailedOver;
import io.voicecloner.CloneRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.fake.CapturedLog;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** Who is told that the next cloner is asked, where code put several together. */
class ListenerOfSeveralTest {
    private static final CloneRequest REQUEST =
            CloneRequest.of(AudioSource.url(URI.create("https://audio.example/a.wav")));

    private final List<CloneEvent> events = new ArrayList<>();

    @Test
    void theListenerOfTheFirstIsToldAndTheLog() {
        try (CapturedLog log = CapturedLog.from(Level.WARN);
                VoiceCloner cloner = VoiceCloners.failover(first(), ScriptedCloner.making("b"))) {
            cloner.cloneVoice(REQUEST.withWatermark(true));

            assertThat(events).last().isInstanceOfSatisfying(FailedOver.class, over -> {
                assertThat(over.provider()).isEqualTo("fake-url");
                assertThat(over.next()).isEqualTo("b");
            });
            assertThat(log.lines()).singleElement().asString().startsWith("WARN io.voicecloner.events fake-url did");
        }
    }

    @Test
    void whereTheFirstIsNoneOfOursTheLogIsTold() {
        ScriptedCloner foreign = ScriptedCloner.failing("a", ScriptedCloner.unreachable("a"));
        try (CapturedLog log = CapturedLog.from(Level.WARN);
                VoiceCloner cloner = VoiceCloners.failover(foreign, first())) {
            cloner.cloneVoice(REQUEST);

            assertThat(events).noneMatch(FailedOver.class::isInstance);
            assertThat(log.lines()).singleElement().asString().endsWith("asking fake-url");
        }
    }

    private VoiceCloner first() {
        return VoiceCloners.builder()
                .properties(Map.of("voicecloner.provider", "fake-url", "voicecloner.fake-url.api-key", "long-enough"))
                .listener(events::add)
                .build();
    }
}
