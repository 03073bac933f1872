package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.SpeechRequest;
import io.voicecloner.Synthesis;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import io.voicecloner.testkit.RecordedTime;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A Novita that speaks as its pages say, or by a script, request after request; only it knows how many syntheses came. */
final class SpeakingNovita implements AutoCloseable {
    static final byte[] AUDIO = "ID3 not quite a voice, but nearly".getBytes(StandardCharsets.US_ASCII);
    static final String HEX = HexFormat.of().formatHex(AUDIO);
    static final Reply SPOKEN = Reply.json("{\"audio\":\"" + HEX + "\"}");
    static final VoiceRef VOICE = VoiceRef.of("novita", "moss_audio_7f3a");

    private final WireServer server = new WireServer(this::answer);
    private final Map<String, String> properties = new HashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile Reply[] inOrder = {SPOKEN};

    final RecordedTime time = new RecordedTime();

    SpeakingNovita() {
        with("api-key", NovitaBench.KEY).with("base-url", server.uri("/v3").toString());
        with("rate", "unlimited");
    }

    static SpeechRequest words() {
        return SpeechRequest.of(VOICE, "A gentle breeze passes over the soft grass.");
    }

    /** A text that takes a task. */
    static SpeechRequest longWords() {
        return SpeechRequest.of(VOICE, "A gentle breeze. ".repeat(600));
    }

    /** A setting of the provider's block. */
    SpeakingNovita with(String option, String value) {
        properties.put("voicecloner.novita." + option, value);
        return this;
    }

    /** What is answered to the first request, the second, …; the last one to all that follow. */
    SpeakingNovita answering(Reply... replies) {
        next.set(0);
        inOrder = replies;
        return this;
    }

    SpeakingNovita answering(String json) {
        return answering(Reply.json(json));
    }

    /** Events, each one line of JSON; the connection ends orderly after the last one. */
    static Reply events(String... json) {
        StringBuilder stream = new StringBuilder();
        for (String event : json) {
            stream.append("data: ").append(event).append("\n\n");
        }
        return Reply.of(200, "text/event-stream", stream.toString());
    }

    /** Where a link in an answer may lead. */
    URI link() {
        return server.uri("/speech.mp3?sign=abc");
    }

    static Reply file() {
        return Reply.bytes(Reply.message(200, "audio/mpeg", AUDIO));
    }

    VoiceCloner open() {
        Map<String, String> all = new HashMap<>(properties);
        all.put("voicecloner.provider", "novita");
        return VoiceCloners.builder().properties(all).time(time).build();
    }

    /** What was made, with its audio. */
    static final class Spoken {
        private final Synthesis synthesis;
        private final byte[] audio;

        private Spoken(Synthesis synthesis, byte[] audio) {
            this.synthesis = synthesis;
            this.audio = audio;
        }

        Synthesis synthesis() {
            return synthesis;
        }

        byte[] audio() {
            return audio.clone();
        }
    }

    /** Into a file, so that the audio is asked for whole. */
    Spoken toFile(SpeechRequest request) {
        try (VoiceCloner cloner = open()) {
            Path file = Files.createTempFile("speech", ".mp3");
            try {
                Synthesis made = cloner.speech().synthesize(request, file);
                return new Spoken(made, Files.readAllBytes(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Into a stream, so that the audio is asked for in pieces. */
    Spoken toStream(SpeechRequest request) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (VoiceCloner cloner = open()) {
            return new Spoken(cloner.speech().synthesize(request, heard), heard.toByteArray());
        }
    }

    VoiceClonerException failure(SpeechRequest request) {
        return failure(() -> toFile(request));
    }

    static VoiceClonerException failure(ThrowingCallable speaking) {
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, speaking);
        assertThat(failure).as("the synthesis must fail").isNotNull();
        return failure;
    }

    List<Received> received() {
        return server.received();
    }

    /** The first request, of however many. */
    Received request() {
        assertThat(received()).isNotEmpty();
        return received().get(0);
    }

    private Reply answer(Received request) {
        Reply[] replies = inOrder;
        return replies[Math.min(next.getAndIncrement(), replies.length - 1)];
    }

    @Override
    public void close() {
        server.close();
    }
}
