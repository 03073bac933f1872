package io.voicecloner.host.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a host on loopback for things, as a provider or as somebody less polite. */
final class Client {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST_WAIT)
            .build();

    private Client() {}

    static HttpResponse<byte[]> get(URI url, String... headers) throws IOException, InterruptedException {
        return ask("GET", url, headers);
    }

    static HttpResponse<byte[]> ask(String method, URI url, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).timeout(LONGEST_WAIT).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a request as it stands, one line per argument, and reads until the server closes. */
    static String raw(InetSocketAddress server, String... lines) throws IOException {
        try (Socket socket = connect(server)) {
            send(socket, String.join("\r\n", lines) + "\r\n\r\n");
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    static Socket connect(InetSocketAddress server) throws IOException {
        Socket socket = new Socket();
        // Small, so that a peer that does not read stalls the server soon.
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout((int) LONGEST_WAIT.toMillis());
        socket.connect(server);
        return socket;
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
