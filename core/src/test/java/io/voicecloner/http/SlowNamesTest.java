package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.CanceledException;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.http.WholeCalls.Kind;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.ProviderContext;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asking for the address of a name cannot be ended from outside: who gives up goes, and what goes on alone sends nothing. */
@Tag("faults")
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class SlowNamesTest {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch found = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private ScriptedServer server;
    private WholeCalls calls;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        server.then(ScriptedServer.json("{\"ok\":1}"));
        calls = new WholeCalls(base(), this::slow);
    }

    private URI base() {
        return URI.create("http://localhost:" + server.port() + "/");
    }

    @AfterEach
    void stop() throws Exception {
        found.countDown();
        calls.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("F53")
    void cancelling(Kind kind) throws Exception {
        CallScope scope = CallScope.of("probe", Duration.ofMinutes(5), null, null, new VirtualTime());
        new Thread(() -> {
                    awaitQuietly(asked);
                    scope.cancel();
                })
                .start();

        CanceledException failure = catchThrowableOfType(CanceledException.class, () -> calls.make(kind, scope));

        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        expectNothingSent();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("F54")
    void anInterrupt(Kind kind) throws Exception {
        Thread caller = Thread.currentThread();
        new Thread(() -> {
                    awaitQuietly(asked);
                    caller.interrupt();
                })
                .start();

        CanceledException failure = catchThrowableOfType(CanceledException.class, () -> calls.make(kind));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.reason()).isEqualTo(Reason.CANCELED);
        expectNothingSent();
    }

    @Test
    @Tag("F54")
    void anInterruptOfTwoUploadsAtOnce() throws Exception {
        VirtualTime time = new VirtualTime();
        Thread caller = Thread.currentThread();
        new Thread(() -> {
                    awaitQuietly(asked);
                    caller.interrupt();
                })
                .start();
        try (ProviderApi api = ProviderApi.open(
                "probe",
                base(),
                ProviderSettings.of(WireProbe.KEY),
                List.of(),
                new ProviderContext(time.clock(), time),
                this::slow)) {
            WireProbe.Service service = api.service(WireProbe.Service.class);
            CallScope scope = CallScope.of("probe", Duration.ofMinutes(5), null, null, time);

            CanceledException failure = catchThrowableOfType(
                    CanceledException.class,
                    () -> api.both(
                            scope,
                            part -> upload(api, service, part),
                            part -> upload(api, service, part),
                            (one, another) -> "never"));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        }
        expectNothingSent();
    }

    private static Answer<?> upload(ProviderApi api, WireProbe.Service service, CallScope scope) {
        return api.call(
                Step.UPLOAD,
                scope,
                exchange -> service.upload(
                        RecordingBody.part("file", "a.wav", WireProbe.recording(500), Step.UPLOAD, scope), exchange));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("F53")
    void theDeadline(Kind kind) throws Exception {
        CallScope hasty = CallScope.of("probe", Duration.ofMillis(200));

        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, () -> calls.make(kind, hasty));

        assertThat(failure.reason()).isEqualTo(Reason.DEADLINE);
        assertThat(failure.voiceMayExist()).isFalse();
        expectNothingSent();
    }

    /** The name is found at last. */
    private void expectNothingSent() throws Exception {
        assertThat(found.getCount()).isEqualTo(1);
        found.countDown();
        answered.await();
        Thread.sleep(50);
        assertThat(server.heads()).isEmpty();
    }

    private OkHttpClient slow(OkHttpClient client) {
        return client.newBuilder()
                .dns(name -> {
                    asked.countDown();
                    awaitQuietly(found);
                    answered.countDown();
                    return List.of(InetAddress.getLoopbackAddress());
                })
                .build();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
