package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Delivery;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceClonerException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Credentials;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proxy between here and the provider: it sees the tunnel, and neither the key nor a request. */
class ProxyWithPasswordTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final URI FAR = URI.create("https://api.example/v1");
    private static final HeldCertificate FAR_AWAY = new HeldCertificate.Builder()
            .addSubjectAlternativeName("api.example")
            .build();
    private static final String WORDS = Credentials.basic("us", "open-sesame");

    private ScriptedServer proxy;

    @BeforeEach
    void start() throws Exception {
        proxy = new ScriptedServer();
    }

    @AfterEach
    void stop() throws Exception {
        proxy.close();
    }

    private WireProbe probe(AtomicInteger asked) {
        return new WireProbe(
                FAR,
                PATIENCE,
                settings -> secured(settings)
                        .withHttpProxy("127.0.0.1", proxy.port())
                        .withHttpCustomizer(
                                OkHttpCustomizer.of(client -> client.proxyAuthenticator((route, response) -> {
                                    asked.incrementAndGet();
                                    return answered(response.request());
                                }))));
    }

    /** The same again with our words, and with a body that may be sent as often as one likes. */
    private static Request answered(Request asked) {
        Request.Builder again = asked.newBuilder().header("Proxy-Authorization", WORDS);
        return asked.body() == null
                ? again.build()
                : again.post(RequestBody.create("{}", MediaType.get("application/json")))
                        .build();
    }

    @Test
    void theProxyIsToldWhoWeAreAndTheProviderGetsOneRequest() {
        proxy.then(conversation -> tunnel(conversation, "200 OK"));
        AtomicInteger asked = new AtomicInteger();
        try (WireProbe probe = probe(asked)) {
            assertThat(probe.create().delivery()).isEqualTo(Delivery.DONE);
        }
        assertThat(asked).hasPositiveValue();
        assertThat(proxy.heads()).hasSize(2);
        assertThat(proxy.heads().get(0))
                .startsWith("CONNECT api.example:443")
                .contains(WORDS)
                .doesNotContain(WireProbe.KEY);
        assertThat(proxy.heads().get(1)).contains(WireProbe.KEY).doesNotContain(WORDS);
        assertThat(proxy.received()).isEqualTo(1);
    }

    @Test
    void aQuestionFromInsideTheTunnelIsNotAnswered() {
        proxy.then(conversation -> tunnel(conversation, "407 Proxy Authentication Required"))
                .then(conversation -> tunnel(conversation, "200 OK"));
        try (WireProbe probe = probe(new AtomicInteger())) {
            assertThat(probe.create().status()).isEqualTo(407);
        }
        assertThat(proxy.received()).isEqualTo(1);
        assertThat(proxy.connections()).isEqualTo(1);
    }

    @Test
    void aProxyThatLetsNobodyThroughIsNoDeliveredRequest() {
        proxy.then(ScriptedServer.answer("403 Forbidden", "", ""));
        try (WireProbe probe = probe(new AtomicInteger())) {
            VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, probe::create);
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(failure.voiceMayExist()).isFalse();
        }
    }

    @Test
    void aSelectorIsAskedForTheProxy() {
        proxy.then(conversation -> tunnel(conversation, "200 OK"));
        List<URI> asked = new CopyOnWriteArrayList<>();
        ProxySelector selector = new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                asked.add(address);
                return List.of(
                        new Proxy(Proxy.Type.HTTP, new InetSocketAddress(FaultyNetwork.loopback(1), proxy.port())));
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxyAddress, IOException failure) {}
        };
        try (WireProbe probe =
                new WireProbe(FAR, PATIENCE, settings -> secured(settings).withProxySelector(selector))) {
            probe.create();
        }
        assertThat(asked)
                .allMatch(address -> "api.example".equals(address.getHost()))
                .isNotEmpty();
        assertThat(proxy.received()).isEqualTo(1);
    }

    /** Opens a tunnel to a provider at its own end. */
    private static void tunnel(ScriptedServer.Conversation conversation, String status) throws IOException {
        conversation.readHead();
        conversation.write("HTTP/1.1 200 Connected\r\n\r\n");
        HandshakeCertificates own =
                new HandshakeCertificates.Builder().heldCertificate(FAR_AWAY).build();
        ScriptedServer.Conversation secure = conversation.secured(own.sslContext());
        secure.readRequest();
        secure.write("HTTP/1.1 " + status
                + "\r\nContent-Type: application/json\r\nContent-Length: 8\r\nConnection: close\r\n\r\n{\"ok\":1}");
        secure.waitForClientToGo();
    }

    private static ProviderSettings secured(ProviderSettings settings) {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(FAR_AWAY.certificate())
                .build();
        return settings.withTls(trust.sslSocketFactory(), trust.trustManager());
    }
}
