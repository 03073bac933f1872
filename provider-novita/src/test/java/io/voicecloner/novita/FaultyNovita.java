package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.spi.Time;
import io.voicecloner.testkit.RecordedTime;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A Novita that fails by a script, request after request. It alone knows how many came whole: each may be a voice. */
final class FaultyNovita implements AutoCloseable {
    private final WireServer server = new WireServer(this::answer);
    private final Map<String, String> properties = new HashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile Script[] inOrder = {request -> Reply.json(NovitaBench.SUCCESS)};

    final RecordedTime time = new RecordedTime();

    FaultyNovita() {
        with("api-key", NovitaBench.KEY).with("base-url", server.uri("/v3").toString());
        with("rate", "unlimited");
    }

    /** A setting of the provider's block. */
    FaultyNovita with(String option, String value) {
        properties.put("voicecloner.novita." + option, value);
        return this;
    }

    /** What is answered to the first request, the second, …; the last one to all that follow. */
    FaultyNovita answering(Reply... replies) {
        Script[] scripts = new Script[replies.length];
        for (int i = 0; i < replies.length; i++) {
            Reply reply = replies[i];
            scripts[i] = request -> reply;
        }
        next.set(0);
        inOrder = scripts;
        return this;
    }

    VoiceCloner open() {
        return open(time);
    }

    VoiceCloner open(Time measure) {
        return builder().time(measure).build();
    }

    /** For what is no setting. */
    VoiceCloners.Builder builder() {
        Map<String, String> all = new HashMap<>(properties);
        all.put("voicecloner.provider", "novita");
        return VoiceCloners.builder().properties(all);
    }

    ClonedVoice clone(CloneRequest request) {
        try (VoiceCloner cloner = open()) {
            return cloner.cloneVoice(request);
        }
    }

    VoiceClonerException failure() {
        try (VoiceCloner cloner = open()) {
            return failure(cloner);
        }
    }

    static VoiceClonerException failure(VoiceCloner cloner) {
        VoiceClonerException failure =
                catchThrowableOfType(VoiceClonerException.class, () -> cloner.cloneVoice(NovitaBench.plain()));
        assertThat(failure).as("the clone must fail").isNotNull();
        return failure;
    }

    List<Received> received() {
        return server.received();
    }

    WireServer server() {
        return server;
    }

    private Reply answer(Received request) throws Exception {
        Script[] scripts = inOrder;
        return scripts[Math.min(next.getAndIncrement(), scripts.length - 1)].to(request);
    }

    @Override
    public void close() {
        server.close();
    }
}
