package io.voicecloner.system;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Meets servers that speak nothing newer than an old TLS, in a JVM that would speak it, and prints how that ends. */
public final class OldTlsProgram {
    private static final HeldCertificate CERTIFICATE =
            new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    private static final HandshakeCertificates BOTH = new HandshakeCertificates.Builder()
            .heldCertificate(CERTIFICATE)
            .addTrustedCertificate(CERTIFICATE.certificate())
            .build();

    private OldTlsProgram() {}

    /** Takes a recording, and the versions that one server each speaks. */
    public static void main(String[] arguments) throws Exception {
        for (int i = 1; i < arguments.length; i++) {
            String version = arguments[i];
            try (SSLServerSocket server = serving(version)) {
                System.out.println(version + " anybody: " + anybody(server, version));
                System.out.println(version + " we: " + we(server, Path.of(arguments[0])));
            }
        }
        System.exit(0);
    }

    private static SSLServerSocket serving(String version) throws IOException {
        SSLServerSocket server = (SSLServerSocket)
                BOTH.sslContext().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setEnabledProtocols(new String[] {version});
        Thread thread = new Thread(() -> accept(server));
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void accept(SSLServerSocket server) {
        while (!server.isClosed()) {
            try (SSLSocket connection = (SSLSocket) server.accept()) {
                connection.startHandshake();
            } catch (IOException e) {
                // The client will have nothing to do with it, or the program is over.
            }
        }
    }

    private static String anybody(SSLServerSocket server, String version) throws IOException {
        try (SSLSocket socket = (SSLSocket) BOTH.sslSocketFactory().createSocket("127.0.0.1", server.getLocalPort())) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    private static String we(SSLServerSocket server, Path recording) {
        ProviderSettings settings = ProviderSettings.of("12345678")
                .withBaseUrl(URI.create("https://127.0.0.1:" + server.getLocalPort() + "/v1"))
                .withAttempts(1)
                .withTls(BOTH.sslSocketFactory(), BOTH.trustManager());
        try (VoiceCloner cloner = VoiceCloners.open("minimax", settings)) {
            return "cloned " + cloner.cloneVoice(CloneRequest.of(AudioSource.file(recording)));
        } catch (VoiceClonerException e) {
            return e.reason() + " " + e.delivery();
        }
    }
}
