package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.ProviderSettings;
import io.voicecloner.Rate;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.ProviderContext;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** Each thing the kit does over a network, with all that stands around a request: turns, attempts, a breaker. No pause takes time. */
final class WholeCalls implements AutoCloseable {
    /** What is done. */
    enum Kind {
        UPLOAD,
        CREATE_BY_ID,
        CREATE,
        DOWNLOAD
    }

    final VirtualTime time = new VirtualTime();

    private final URI base;
    private final ProviderApi api;
    private final WireProbe.Service service;
    private final GuardedDownloader downloader;

    WholeCalls(URI base, UnaryOperator<OkHttpClient> network) {
        this.base = base;
        ProviderSettings settings = ProviderSettings.of(WireProbe.KEY)
                .withRate(Rate.unlimited())
                .withLoopbackAllowed(true)
                .withConnectTimeout(Duration.ofMillis(300))
                .withReadTimeout(Duration.ofSeconds(2));
        ProviderContext context = new ProviderContext(time.clock(), time);
        api = ProviderApi.open("probe", base, settings, List.of(), context, network);
        service = api.service(WireProbe.Service.class);
        downloader = new GuardedDownloader(null, settings, context, network);
    }

    /** Does it, as a call of its own. */
    void make(Kind kind) {
        make(kind, CallScope.of("probe", Duration.ofMinutes(5), null, null, time));
    }

    void make(Kind kind, CallScope scope) {
        switch (kind) {
            case UPLOAD -> api.upload(Step.UPLOAD, scope, () -> upload(scope));
            case CREATE_BY_ID ->
                api.createById("vc-probe", true, scope, () -> new CreateById<Boolean>() {
                    @Override
                    public Boolean send(boolean withPreview) {
                        return create(scope);
                    }

                    @Override
                    public Boolean inferred() {
                        return true;
                    }
                });
            case CREATE -> api.create(scope, () -> create(scope));
            case DOWNLOAD ->
                downloader.download(base.resolve("a.mp3"), Step.DOWNLOAD, 1_000, scope, OutputStream::nullOutputStream);
        }
    }

    VoiceClonerException failure(Kind kind) {
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, () -> make(kind));
        assertThat(failure).as("%s must fail", kind).isNotNull();
        return failure;
    }

    private boolean create(CallScope scope) {
        return answered(
                Step.CLONE, scope, api.call(Step.CLONE, scope, exchange -> service.create(Map.of("a", "b"), exchange)));
    }

    private boolean upload(CallScope scope) {
        return answered(
                Step.UPLOAD,
                scope,
                api.call(
                        Step.UPLOAD,
                        scope,
                        exchange -> service.upload(
                                RecordingBody.part("file", "a.wav", WireProbe.recording(500), Step.UPLOAD, scope),
                                exchange)));
    }

    private static boolean answered(Step step, CallScope scope, Answer<?> answer) {
        if (!answer.successful()) {
            throw AnswerFailures.ofStatus(step, scope, answer, null, null);
        }
        return true;
    }

    @Override
    public void close() {
        downloader.close();
        api.close();
    }
}
