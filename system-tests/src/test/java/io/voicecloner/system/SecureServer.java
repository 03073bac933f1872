package io.voicecloner.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A server on loopback with a certificate of its own making. It answers nothing, and counts who came and who went on to say something. */
final class SecureServer implements AutoCloseable {
    private final SSLServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    SecureServer(HeldCertificate certificate) {
        HandshakeCertificates own =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        try {
            socket = (SSLServerSocket) own.sslContext()
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "secure-server");
        thread.setDaemon(true);
        thread.start();
    }

    URI uri(String path) {
        return URI.create("https://127.0.0.1:" + socket.getLocalPort() + path);
    }

    int connections() {
        return connections.get();
    }

    /** How many clients sent a first byte after the handshake. */
    int requests() {
        return requests.get();
    }

    /** One after the other: nobody is waited for. */
    private void accept() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                connections.incrementAndGet();
                if (connection.getInputStream().read() >= 0) {
                    requests.incrementAndGet();
                }
            } catch (IOException ignored) {
                // The client refused the certificate, or the test is over.
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
