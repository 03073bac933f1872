package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.CanceledException;
import io.voicecloner.Delivery;
import io.voicecloner.DownloadException;
import io.voicecloner.ProviderSettings;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Rate;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.Time;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An executor without a thread to spare: nothing is sent, the caller is told why, and what was taken is given back. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class BusyExecutorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    static Stream<Executor> busy() {
        return Stream.of(
                task -> {
                    throw new RejectedExecutionException("full");
                },
                task -> {});
    }

    @ParameterizedTest
    @MethodSource("busy")
    void aRequestWithoutAThreadIsNotSent(Executor executor) {
        AtomicInteger sends = new AtomicInteger();
        try (WireProbe probe = probe(executor)) {
            ProviderUnavailableException failure = catchThrowableOfType(
                    ProviderUnavailableException.class,
                    () -> probe.api().create(shortly(), () -> {
                        sends.incrementAndGet();
                        return probe.create(shortly());
                    }));
            assertThat(failure.reason()).isEqualTo(Reason.OVERLOADED);
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(failure.voiceMayExist()).isFalse();
        }
        assertThat(sends).hasValue(1);
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @MethodSource("busy")
    void aDownloadWithoutAThreadIsNotBegun(Executor executor) {
        ProviderSettings settings =
                ProviderSettings.of(WireProbe.KEY).withLoopbackAllowed(true).withExecutor(executor);
        try (GuardedDownloader downloader =
                new GuardedDownloader(null, settings, new ProviderContext(Clock.systemUTC(), Time.system()))) {
            DownloadException failure = catchThrowableOfType(
                    DownloadException.class,
                    () -> downloader.download(
                            server.uri("/a.mp3"), Step.DOWNLOAD, 1_000, shortly(), OutputStream::nullOutputStream));
            assertThat(failure.reason()).isEqualTo(Reason.OVERLOADED);
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    void whoCancelsWhileItWaitsForAThreadIsToldSo() {
        CallScope waiting = WireProbe.scope();
        try (WireProbe probe = probe(task -> new Thread(waiting::cancel).start())) {
            CanceledException failure = catchThrowableOfType(CanceledException.class, () -> probe.create(waiting));
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        }
    }

    /** Four requests at once are let through: were one turn lost with each that found no thread, the fifth would wait in vain. */
    @Test
    void whatARequestWithoutAThreadHeldIsGivenBack() {
        AtomicBoolean full = new AtomicBoolean(true);
        Executor sometimes = task -> {
            if (full.get()) {
                throw new RejectedExecutionException("full");
            }
            new Thread(task).start();
        };
        try (WireProbe probe = probe(sometimes)) {
            for (int i = 0; i < 20; i++) {
                assertThat(catchThrowableOfType(
                                ProviderUnavailableException.class,
                                () -> probe.api().create(shortly(), () -> probe.create(shortly()))))
                        .isNotNull();
            }
            full.set(false);
            server.then(ScriptedServer.json("{\"ok\":1}"));
            CallScope scope = WireProbe.scope();
            assertThat(probe.api().create(scope, () -> probe.create(scope)).delivery())
                    .isEqualTo(Delivery.DONE);
        }
    }

    @Test
    void oneThreadIsEnoughForManyCallersAndForPartsBesideEachOther() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 8; i++) {
            server.then(ScriptedServer.json("{\"ok\":1}"));
        }
        try (WireProbe probe = probe(one)) {
            CountDownLatch all = new CountDownLatch(4);
            for (int i = 0; i < 4; i++) {
                callers.execute(() -> {
                    probe.api().both(WireProbe.scope(), part -> sent(probe, part), part -> sent(probe, part), List::of);
                    all.countDown();
                });
            }
            assertThat(all.await(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            callers.shutdownNow();
            one.shutdownNow();
        }
        assertThat(server.received()).isEqualTo(8);
    }

    @Test
    void aWaitForAThreadDoesNotMakeTheDeadlineLater() {
        server.then(ScriptedServer.json("{\"ok\":1}"));
        List<Duration> limits = new CopyOnWriteArrayList<>();
        try (WireProbe probe = new WireProbe(
                server.uri("/"),
                PATIENCE,
                settings -> settings.withExecutor(BusyExecutorTest::late)
                        .withHttpCustomizer(OkHttpCustomizer.of(client -> client.addInterceptor(chain -> {
                            limits.add(Duration.ofNanos(chain.call().timeout().timeoutNanos()));
                            return chain.proceed(chain.request());
                        }))))) {
            assertThat(probe.create(CallScope.of("probe", Duration.ofSeconds(5), "vc-probe", null))
                            .delivery())
                    .isEqualTo(Delivery.DONE);
        }
        assertThat(limits).singleElement().satisfies(limit -> assertThat(limit).isLessThan(Duration.ofMillis(4_900)));
    }

    private static void late(Runnable task) {
        new Thread(() -> {
                    try {
                        Thread.sleep(150);
                    } catch (InterruptedException e) {
                        return;
                    }
                    task.run();
                })
                .start();
    }

    private static String sent(WireProbe probe, CallScope part) {
        return probe.upload(Step.UPLOAD, WireProbe.recording(1_000), part)
                .delivery()
                .name();
    }

    private static CallScope shortly() {
        return CallScope.of("probe", Duration.ofMillis(100), "vc-probe", null);
    }

    private WireProbe probe(Executor executor) {
        return new WireProbe(
                server.uri("/"),
                PATIENCE,
                settings -> settings.withExecutor(executor).withRate(Rate.unlimited()));
    }
}
