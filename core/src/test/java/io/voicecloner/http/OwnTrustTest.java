package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Delivery;
import io.voicecloner.DownloadException;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.Time;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionSpec;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Certificates of the caller's own: what they open, and what they do not switch off. */
class OwnTrustTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final HeldCertificate HERE =
            new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    private static final HeldCertificate ANOTHER_NAME = new HeldCertificate.Builder()
            .addSubjectAlternativeName("another.example")
            .build();
    private static final HeldCertificate OF_THE_CALLER =
            new HeldCertificate.Builder().commonName("the caller").build();

    private final List<String> callers = new CopyOnWriteArrayList<>();
    private @Nullable ScriptedServer open;

    @AfterEach
    void stop() throws Exception {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void aCertificateThatTheCallerTrustsIsTrusted() throws Exception {
        ScriptedServer server = served(socket(HERE)).then(ScriptedServer.json("{\"ok\":1}"));
        try (WireProbe probe = probe(server, OwnTrustTest::trusting)) {
            assertThat(probe.create().delivery()).isEqualTo(Delivery.DONE);
        }
    }

    @Test
    @Tag("S32")
    void withoutSayingSoItIsNot() throws Exception {
        ScriptedServer server = served(socket(HERE)).then(ScriptedServer.json("{\"ok\":1}"));
        try (WireProbe probe = probe(server, UnaryOperator.identity())) {
            assertRefused(probe);
        }
        assertThat(server.received()).isZero();
    }

    @Test
    @Tag("S32")
    void aTrustedCertificateForAnotherNameIsRefused() throws Exception {
        ScriptedServer server = served(socket(ANOTHER_NAME)).then(ScriptedServer.json("{\"ok\":1}"));
        try (WireProbe probe = probe(server, OwnTrustTest::trusting)) {
            assertRefused(probe);
        }
        assertThat(server.received()).isZero();
    }

    @Test
    @Tag("S32")
    void anotherNameIsRefusedAlsoWhereEverybodyIsTrustedAndACustomizerLooksAway() throws Exception {
        ScriptedServer server = served(socket(ANOTHER_NAME)).then(ScriptedServer.json("{\"ok\":1}"));
        try (WireProbe probe = probe(
                server,
                settings -> trustingEverybody(settings)
                        .withHttpCustomizer(OkHttpCustomizer.of(
                                client -> client.hostnameVerifier((name, session) -> true)
                                        .addInterceptor(chain -> chain.withHostnameVerifier((name, session) -> true)
                                                .proceed(chain.request())))))) {
            assertRefused(probe);
        }
        assertThat(server.received()).isZero();
    }

    @Test
    @Tag("S32")
    void aCustomizerCannotMakeAnybodyTrusted() throws Exception {
        ScriptedServer server = served(socket(HERE)).then(ScriptedServer.json("{\"ok\":1}"));
        HandshakeCertificates trust = trust();
        try (WireProbe probe = probe(
                server,
                settings -> settings.withHttpCustomizer(OkHttpCustomizer.of(client -> client.sslSocketFactory(
                                trust.sslSocketFactory(), trust.trustManager())
                        .addInterceptor(
                                chain -> chain.withSslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                                        .proceed(chain.request())))))) {
            assertRefused(probe);
        }
        assertThat(server.received()).isZero();
    }

    @Test
    @Tag("S32")
    void anOlderTlsIsNotSpokenWhateverTheSocketsWouldSpeak() throws Exception {
        ScriptedServer server = served(socket(HERE)).then(ScriptedServer.json("{\"ok\":1}"));
        OlderToo sockets = new OlderToo(trust().sslSocketFactory());
        try (WireProbe probe = probe(
                server,
                settings -> settings.withTls(sockets, trust().trustManager())
                        .withHttpCustomizer(OkHttpCustomizer.of(
                                client -> client.connectionSpecs(List.of(ConnectionSpec.COMPATIBLE_TLS)))))) {
            probe.create();
        }
        assertThat(sockets.made())
                .singleElement()
                .satisfies(socket ->
                        assertThat(socket.getEnabledProtocols()).containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3"));
    }

    @Test
    void aCertificateOfTheCallersIsShownToTheProvider() throws Exception {
        ScriptedServer server = served(asking(HERE)).then(noting("application/json", "{\"ok\":1}"));
        try (WireProbe probe = probe(server, OwnTrustTest::withACertificate)) {
            probe.create();
        }
        assertThat(callers).containsExactly("CN=the caller");
    }

    @Test
    void aPreviewOfTheProvidersOwnOriginIsFetchedTheSameWay() throws Exception {
        ScriptedServer server = served(asking(HERE)).then(noting("audio/mpeg", "ID3 sound"));
        assertThat(downloaded(server, secure(server, "/v1"))).isEqualTo(9);
        assertThat(callers).containsExactly("CN=the caller");
    }

    @Test
    void nobodyElseIsShownItOrTrustedByIt() throws Exception {
        ScriptedServer server = served(asking(HERE)).then(noting("audio/mpeg", "ID3 sound"));
        DownloadException failure = catchThrowableOfType(
                DownloadException.class, () -> downloaded(server, URI.create("https://127.0.0.1:1/v1")));
        assertThat(failure.reason()).isEqualTo(Reason.CERTIFICATE);
        assertThat(callers).isEmpty();
    }

    private static long downloaded(ScriptedServer server, URI home) {
        ProviderSettings settings = withACertificate(ProviderSettings.of(WireProbe.KEY))
                .withLoopbackAllowed(true)
                .withAttempts(1);
        try (GuardedDownloader downloader =
                new GuardedDownloader(home, settings, new ProviderContext(Clock.systemUTC(), Time.system()))) {
            return downloader.download(
                    secure(server, "/a.mp3"), Step.DOWNLOAD, 1_000, WireProbe.scope(), OutputStream::nullOutputStream);
        }
    }

    private static WireProbe probe(ScriptedServer server, UnaryOperator<ProviderSettings> more) {
        return new WireProbe(secure(server, "/"), PATIENCE, more);
    }

    private static URI secure(ScriptedServer server, String path) {
        return URI.create("https://127.0.0.1:" + server.port() + path);
    }

    private static void assertRefused(WireProbe probe) {
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, probe::create);
        assertThat(failure.reason()).isEqualTo(Reason.CERTIFICATE);
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
    }

    /** Writes down who the client says it is, and answers. */
    private ScriptedServer.Behaviour noting(String type, String body) {
        return conversation -> {
            callers.add(conversation.client());
            ScriptedServer.answer("200 OK", "Content-Type: " + type + "\r\n", body)
                    .on(conversation);
        };
    }

    private ScriptedServer served(SSLServerSocket socket) {
        ScriptedServer server = new ScriptedServer(socket);
        open = server;
        return server;
    }

    /** One that wants to know who its clients are. */
    private static SSLServerSocket asking(HeldCertificate certificate) throws IOException {
        SSLServerSocket socket = socket(certificate);
        socket.setNeedClientAuth(true);
        return socket;
    }

    private static SSLServerSocket socket(HeldCertificate certificate) throws IOException {
        HandshakeCertificates own = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(OF_THE_CALLER.certificate())
                .build();
        return (SSLServerSocket)
                own.sslContext().getServerSocketFactory().createServerSocket(0, 50, FaultyNetwork.loopback(1));
    }

    private static HandshakeCertificates trust() {
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(HERE.certificate())
                .addTrustedCertificate(ANOTHER_NAME.certificate())
                .build();
    }

    private static ProviderSettings trusting(ProviderSettings settings) {
        HandshakeCertificates trust = trust();
        return settings.withTls(trust.sslSocketFactory(), trust.trustManager());
    }

    private static ProviderSettings withACertificate(ProviderSettings settings) {
        HandshakeCertificates both = new HandshakeCertificates.Builder()
                .heldCertificate(OF_THE_CALLER)
                .addTrustedCertificate(HERE.certificate())
                .build();
        return settings.withTls(both.sslSocketFactory(), both.trustManager());
    }

    private static ProviderSettings trustingEverybody(ProviderSettings settings) {
        try {
            X509TrustManager everybody = new Everybody();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[] {everybody}, new SecureRandom());
            return settings.withTls(context.getSocketFactory(), everybody);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Everybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
