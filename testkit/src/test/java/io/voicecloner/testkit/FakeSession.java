package io.voicecloner.testkit;

import io.voicecloner.ClonedVoice;
import io.voicecloner.ProviderSettings;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.CatalogSession;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.PreparedClone;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.SpeechSession;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does what its provider says. */
final class FakeSession implements ProviderSession {
    private static final URI NOWHERE = URI.create("https://fake.example/v1");

    private final FakeProvider provider;
    private final ProviderSettings settings;
    private final @Nullable FakeHost host;

    /** Sends nothing: only its attempts are used. */
    private final ProviderApi api;

    FakeSession(FakeProvider provider, ProviderSettings settings, ProviderContext context) {
        this.provider = provider;
        this.settings = settings;
        this.api = ProviderApi.open(provider.id(), NOWHERE, settings, List.of(), context);
        // All hosts of fakes have names: at an address nobody listens.
        boolean somewhere = !settings.baseUrl().orElseThrow().getHost().equals("127.0.0.1");
        this.host = somewhere ? provider.host(settings) : null;
        if (host != null) {
            provider.opened(host);
        }
    }

    @Override
    public void requireReady(CallScope scope) {
        provider.requireReady(api, scope);
    }

    @Override
    public ClonedVoice cloneVoice(PreparedClone request, CallScope scope) {
        if (host == null) {
            throw Failures.exception(provider.unreachable(scope));
        }
        FakeCall call = new FakeCall(request, scope, settings, host);
        provider.upload(call, api);
        return provider.made(call, api);
    }

    @Override
    public Optional<SpeechSession> speech() {
        return Optional.ofNullable(host).flatMap(at -> provider.speech(settings, at, api));
    }

    @Override
    public Optional<CatalogSession> catalog() {
        return Optional.ofNullable(host).flatMap(at -> provider.catalog(settings, at));
    }

    /** Waits until nobody waits any more. */
    static void awaitEnd(CallScope scope) {
        CountDownLatch canceled = new CountDownLatch(1);
        CallScope.Registration registration = scope.onCancel(canceled::countDown);
        try {
            canceled.await(scope.remaining().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            registration.close();
        }
    }

    @Override
    public URI baseUrl() {
        return settings.baseUrl().orElseThrow();
    }

    @Override
    public void close() {
        api.close();
        provider.closed();
    }
}
