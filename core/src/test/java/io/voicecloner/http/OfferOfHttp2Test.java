package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.http.WholeCalls.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Over HTTP/2 a stream that is reset on a warm connection is sent again in silence; so HTTP/2 is never spoken. */
@Tag("faults")
@Tag("F25")
class OfferOfHttp2Test {
    private static final HeldCertificate CERTIFICATE =
            new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();

    private final List<String> agreed = new CopyOnWriteArrayList<>();
    private ScriptedServer server;
    private URI base;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer(offering("h2", "http/1.1"));
        base = URI.create("https://127.0.0.1:" + server.port() + "/");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aRequestThatIsResetAfterAnotherOneWentWellComesOnce() {
        server.then(agreeing(ScriptedServer.json("{\"ok\":1}")))
                .then(agreeing(conversation -> {
                    conversation.readRequest();
                    conversation.reset();
                }))
                .then(agreeing(ScriptedServer.json("{\"ok\":1}")));
        try (WholeCalls calls = new WholeCalls(base, OfferOfHttp2Test::trusting)) {
            calls.make(Kind.CREATE);

            VoiceClonerException failure = calls.failure(Kind.CREATE);

            assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        }
        assertThat(server.received()).isEqualTo(2);
        assertThat(server.connections()).isEqualTo(2);
        assertThat(server.heads()).allMatch(head -> head.startsWith("POST /create HTTP/1.1"));
        assertThat(agreed).containsExactly("http/1.1", "http/1.1");
    }

    @Test
    void aClientWithoutOurRulesWouldTakeTheOffer() {
        server.then(agreeing(conversation -> conversation.readBytes(24)));
        try (WholeCalls calls = new WholeCalls(
                base,
                client -> trusting(client)
                        .newBuilder()
                        .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
                        .build())) {
            calls.failure(Kind.CREATE);
        }
        assertThat(agreed).containsExactly("h2");
    }

    /** Notes which protocol was agreed on, and goes on. */
    private ScriptedServer.Behaviour agreeing(ScriptedServer.Behaviour then) {
        return conversation -> {
            agreed.add(conversation.protocol());
            then.on(conversation);
        };
    }

    private static SSLServerSocket offering(String... protocols) throws IOException {
        HandshakeCertificates own =
                new HandshakeCertificates.Builder().heldCertificate(CERTIFICATE).build();
        SSLServerSocket socket = (SSLServerSocket)
                own.sslContext().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(protocols);
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static OkHttpClient trusting(OkHttpClient client) {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(CERTIFICATE.certificate())
                .build();
        return client.newBuilder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
    }
}
