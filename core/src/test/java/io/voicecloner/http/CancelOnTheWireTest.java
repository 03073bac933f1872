package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.CanceledException;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Giving up at each moment of a request ends it at once, and says whether it may have been carried out. */
@Timeout(value = 5, unit = TimeUnit.SECONDS)
class CancelOnTheWireTest {
    /** Far longer than any of these tests may take: only giving up ends them. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ScriptedServer server;
    private WireProbe probe;
    private CallScope scope;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        probe = new WireProbe(server.uri("/"), PATIENCE);
        scope = WireProbe.scope();
    }

    @AfterEach
    void stop() throws Exception {
        assertThat(Thread.interrupted()).isFalse();
        probe.close();
        server.close();
    }

    @Test
    void whatIsGivenUpBeforeItBeginsIsNeverSent() {
        scope.cancel();
        CanceledException failure = catchThrowableOfType(CanceledException.class, () -> probe.create(scope));
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.attempts()).isZero();
        assertThat(server.connections()).isZero();
    }

    @Test
    void anInterruptThatCameBeforeIsNotMissed() {
        Thread.currentThread().interrupt();
        assertThat(catchThrowableOfType(CanceledException.class, () -> probe.create(scope)))
                .isNotNull();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.connections()).isZero();
    }

    @Test
    void aDeadlineThatPassedBeforeIsAFailureOfItsOwn() {
        CallScope late = CallScope.of("probe", Duration.ofNanos(1));
        ProviderUnavailableException failure =
                catchThrowableOfType(ProviderUnavailableException.class, () -> probe.create(late));
        assertThat(failure.reason()).isEqualTo(Reason.DEADLINE);
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(server.connections()).isZero();
    }

    @Test
    void aCloneGivenUpWhileTheServerThinksHasAnUnknownOutcome() {
        server.then(conversation -> {
            conversation.readRequest();
            scope.cancel();
            conversation.waitForClientToGo();
        });
        AmbiguousOutcomeException failure =
                catchThrowableOfType(AmbiguousOutcomeException.class, () -> probe.create(scope));
        assertThat(failure.reason()).isEqualTo(Reason.CANCELED);
        assertThat(failure.checks()).isNotEmpty();
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    void aCloneGivenUpWhileTheAnswerComesIsPrettySurelyDone() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\":");
            conversation.rest(50);
            scope.cancel();
            conversation.waitForClientToGo();
        });
        AmbiguousOutcomeException failure =
                catchThrowableOfType(AmbiguousOutcomeException.class, () -> probe.create(scope));
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
    }

    @Test
    void anUploadGivenUpHalfWayIsCanceled() {
        server.then(conversation -> {
            conversation.readHead();
            conversation.readBytes(100_000);
            scope.cancel();
            conversation.waitForClientToGo();
        });
        CanceledException failure = catchThrowableOfType(
                CanceledException.class, () -> probe.upload(Step.UPLOAD, WireProbe.recording(20_000_000), scope));
        assertThat(failure.delivery()).isEqualTo(Delivery.INCOMPLETE);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    @Test
    void anInterruptEndsTheCallOnTheConnectionAndKeepsTheFlag() {
        Thread caller = Thread.currentThread();
        server.then(conversation -> {
            conversation.readRequest();
            caller.interrupt();
            conversation.waitForClientToGo();
        });
        assertThat(catchThrowableOfType(AmbiguousOutcomeException.class, () -> probe.create(scope)))
                .isNotNull();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(scope.isCanceled()).isTrue();
    }

    @Test
    void theDeadlineEndsACallInFlight() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.waitForClientToGo();
        });
        CallScope hasty = CallScope.of("probe", Duration.ofMillis(150));
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, () -> probe.create(hasty));
        assertThat(failure.reason()).isEqualTo(Reason.DEADLINE);
        assertThat(failure.voiceMayExist()).isTrue();
    }

    @Test
    void closingTheApiEndsACallInFlight() {
        server.then(conversation -> {
            conversation.readRequest();
            probe.close();
            conversation.waitForClientToGo();
        });
        assertThat(catchThrowableOfType(AmbiguousOutcomeException.class, () -> probe.create(scope)))
                .isNotNull();
    }
}
