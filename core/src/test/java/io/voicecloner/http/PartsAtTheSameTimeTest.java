package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.QuotaException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two parts of one clone side by side. */
@Timeout(value = 5, unit = TimeUnit.SECONDS)
class PartsAtTheSameTimeTest {
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
        probe.close();
        server.close();
    }

    @Test
    void bothAreUnderWayTogether() {
        CountDownLatch both = new CountDownLatch(2);
        for (int part = 0; part < 2; part++) {
            server.then(conversation -> {
                conversation.readRequest();
                both.countDown();
                await(both);
                conversation.write("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{\"ok\":1}");
            });
        }
        String joined = probe.api().both(scope, this::uploaded, this::uploaded, (a, b) -> a + "/" + b);
        assertThat(joined).isEqualTo("DONE/DONE");
    }

    @Test
    void theFirstFailureEndsTheOtherPartAndIsTheOneReported() {
        CountDownLatch hanging = new CountDownLatch(1);
        server.then(conversation -> {
            conversation.readRequest();
            hanging.countDown();
            conversation.waitForClientToGo();
        });
        List<VoiceClonerException> other = new CopyOnWriteArrayList<>();
        QuotaException failure = catchThrowableOfType(
                QuotaException.class,
                () -> probe.api().both(scope, part -> remembered(part, other), part -> broke(hanging), (a, b) -> a));
        assertThat(failure).hasMessageContaining("broke");
        assertThat(other).extracting(VoiceClonerException::delivery).containsExactly(Delivery.UNKNOWN);
        assertThat(scope.isCanceled()).isFalse();
    }

    @Test
    void theFailureOfThePartOnTheCallersThreadEndsTheOtherToo() {
        CountDownLatch hanging = new CountDownLatch(1);
        server.then(conversation -> {
            conversation.readRequest();
            hanging.countDown();
            conversation.waitForClientToGo();
        });
        assertThat(catchThrowableOfType(
                        QuotaException.class,
                        () -> probe.api().both(scope, part -> broke(hanging), this::uploaded, (a, b) -> a)))
                .isNotNull();
    }

    @Test
    void whatEitherPartLearnedTheWholeCloneKnows() {
        server.then(ScriptedServer.answer("200 OK", "Trace-Id: t-1\r\n", "{\"ok\":1}"));
        server.then(ScriptedServer.answer("200 OK", "Trace-Id: t-2\r\n", "{\"ok\":1}"));
        probe.api().both(scope, this::uploaded, this::uploaded, (a, b) -> a);
        assertThat(scope.traceIds()).containsExactlyInAnyOrder("t-1", "t-2");
    }

    @Test
    void givingUpTheWholeEndsBothParts() {
        CountDownLatch both = new CountDownLatch(2);
        for (int part = 0; part < 2; part++) {
            server.then(conversation -> {
                conversation.readRequest();
                both.countDown();
                if (both.getCount() == 0) {
                    scope.cancel();
                }
                conversation.waitForClientToGo();
            });
        }
        assertThat(catchThrowableOfType(
                        VoiceClonerException.class,
                        () -> probe.api().both(scope, this::uploaded, this::uploaded, (a, b) -> a)))
                .isNotInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("cancelled");
    }

    private String uploaded(CallScope part) {
        return probe.upload(Step.UPLOAD, WireProbe.recording(1_000), part)
                .delivery()
                .name();
    }

    private String remembered(CallScope part, List<VoiceClonerException> failures) {
        try {
            return uploaded(part);
        } catch (VoiceClonerException e) {
            failures.add(e);
            throw e;
        }
    }

    private String broke(CountDownLatch afterwards) {
        await(afterwards);
        throw Failures.exception(scope.failure(Category.QUOTA, Reason.BALANCE, Step.UPLOAD_PROMPT, "broke"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
