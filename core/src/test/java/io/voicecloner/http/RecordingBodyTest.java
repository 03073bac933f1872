package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.CanceledException;
import io.voicecloner.Delivery;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.UploadProgress;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fake.BrokenStream;
import io.voicecloner.fake.Recordings;
import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedAudio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings on their way: streamed, measured, and judged by what happens to them meanwhile. */
class RecordingBodyTest {
    private static final long LARGE = 20L * 1024 * 1024;

    private ScriptedServer server;
    private WireProbe probe;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        probe = new WireProbe(server.uri("/"), Duration.ofSeconds(3));
    }

    @AfterEach
    void stop() throws Exception {
        probe.close();
        server.close();
    }

    @Test
    void aRecordingIsReadWhileItIsSentAndNoSooner() {
        AtomicLong read = new AtomicLong();
        AtomicLong readBeforeTheServerTookAny = new AtomicLong();
        server.then(conversation -> {
            conversation.readHead();
            conversation.rest(100);
            readBeforeTheServerTookAny.set(read.get());
            conversation.reset();
        });
        VoiceClonerException failure = fails(LARGE, () -> new CountingStream(LARGE, read));
        assertThat(failure.delivery()).isEqualTo(Delivery.INCOMPLETE);
        assertThat(readBeforeTheServerTookAny).hasPositiveValue();
        assertThat(readBeforeTheServerTookAny.get()).isLessThan(LARGE / 2);
    }

    @Test
    void aLargeRecordingArrivesWholeUnderANameOfOurOwn() {
        AtomicLong read = new AtomicLong();
        List<byte[]> arrived = new ArrayList<>();
        server.then(conversation -> {
            arrived.add(conversation.readRequest());
            conversation.write("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{\"ok\":1}");
        });
        Answer<?> answer = upload(LARGE, () -> new CountingStream(LARGE, read), WireProbe.scope());
        assertThat(answer.delivery()).isEqualTo(Delivery.DONE);
        assertThat(read).hasValue(LARGE);
        assertThat(arrived.get(0)).hasSizeGreaterThan((int) LARGE).hasSizeLessThan((int) LARGE + 1_000);
        assertThat(new String(arrived.get(0), 0, 300, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("filename=\"a.wav\"", "Content-Type: audio/wav");
        assertThat(server.heads().get(0).toLowerCase(Locale.ROOT))
                .contains("content-length: ")
                .doesNotContain("chunked");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 500_000})
    @Tag("B53")
    @Tag("B55")
    void aRecordingThatShrinksIsTheCallersFaultAndCannotHaveBeenTaken(int left) {
        server.then(conversation -> conversation.readRequest());
        VoiceClonerException failure = fails(1_000_000, () -> new ByteArrayInputStream(new byte[left]));
        expectFault(failure, "shrank");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100_000})
    @Tag("B53")
    @Tag("B55")
    void aRecordingThatGrowsIsTheCallersFaultAndCannotHaveBeenTaken(int more) {
        server.then(conversation -> conversation.readRequest());
        VoiceClonerException failure = fails(1_000_000, () -> new ByteArrayInputStream(new byte[1_000_000 + more]));
        expectFault(failure, "grew");
    }

    @Test
    void aRecordingThatCannotBeReadAnyMoreIsTheCallersFault() {
        server.then(conversation -> conversation.readRequest());
        VoiceClonerException failure = fails(1_000_000, () -> new BrokenStream(3, new IOException("disk gone")));
        expectFault(failure, "cannot be read any more");
    }

    @Test
    @Tag("B53")
    @Tag("B55")
    @Tag("B56")
    void aRecordingThatCannotBeOpenedAnyMoreIsTheCallersFault() {
        server.then(conversation -> conversation.readRequest());
        VoiceClonerException failure = fails(1_000_000, () -> {
            throw new IOException("file gone");
        });
        expectFault(failure, "cannot be opened any more");
    }

    @Test
    void aRecordingThatFailsBecauseTheCallerGaveUpIsNoFault() {
        // Closing a cloner interrupts the thread that reads the recording, which fails the read.
        CallScope scope = WireProbe.scope();
        server.then(conversation -> conversation.readRequest());
        VoiceClonerException failure = catchThrowableOfType(
                VoiceClonerException.class,
                () -> upload(
                        1_000_000,
                        () -> {
                            scope.cancel();
                            throw new ClosedByInterruptException();
                        },
                        scope));
        assertThat(failure).isInstanceOf(CanceledException.class);
    }

    @Test
    void onTheStepThatMakesAVoiceEvenThatLeavesTheOutcomeOpen() {
        server.then(conversation -> conversation.readRequest());
        VoiceClonerException failure = catchThrowableOfType(
                VoiceClonerException.class,
                () -> probe.upload(
                        Step.CLONE, content(1_000, () -> new ByteArrayInputStream(new byte[999])), WireProbe.scope()));
        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
    }

    @Test
    void progressGrowsToTheWholeLength() {
        List<Long> told = new ArrayList<>();
        UploadProgress listener = (step, sent, total) -> {
            assertThat(step).isEqualTo(Step.UPLOAD);
            assertThat(total).isEqualTo(100_000);
            told.add(sent);
        };
        server.then(ScriptedServer.json("{\"ok\":1}"));
        CallScope scope = CallScope.of("probe", Duration.ofSeconds(5), null, listener);
        upload(100_000, () -> new ByteArrayInputStream(Recordings.wav(100_000)), scope);
        assertThat(told).isSorted().hasSizeGreaterThan(3).endsWith(100_000L);
    }

    @Test
    void aListenerThatThrowsHarmsNothing() {
        server.then(ScriptedServer.json("{\"ok\":1}"));
        CallScope scope = CallScope.of("probe", Duration.ofSeconds(5), null, (step, sent, total) -> {
            throw new IllegalStateException("broken bar");
        });
        assertThat(upload(100, () -> new ByteArrayInputStream(Recordings.wav(100)), scope)
                        .delivery())
                .isEqualTo(Delivery.DONE);
    }

    private static void expectFault(VoiceClonerException failure, String what) {
        assertThat(failure).isInstanceOf(InvalidRequestException.class).hasMessageContaining(what);
        assertThat(failure.delivery()).isEqualTo(Delivery.INCOMPLETE);
        assertThat(failure.reason()).isEqualTo(Reason.AUDIO);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure.hint()).isPresent();
    }

    private VoiceClonerException fails(long length, PreparedAudio.Opener opener) {
        return catchThrowableOfType(VoiceClonerException.class, () -> upload(length, opener, WireProbe.scope()));
    }

    private Answer<?> upload(long length, PreparedAudio.Opener opener, CallScope scope) {
        return probe.upload(Step.UPLOAD, content(length, opener), scope);
    }

    private static PreparedAudio.Content content(long length, PreparedAudio.Opener opener) {
        return new PreparedAudio.Content(AudioFormat.WAV, length, opener);
    }
}
