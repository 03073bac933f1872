package io.voicecloner.host.s3;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A server on loopback that does what a bucket should not. */
final class Peer implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** What it does with a connection. */
    @FunctionalInterface
    interface Behaviour {
        void meet(Socket socket) throws IOException, InterruptedException;
    }

    private Peer(ServerSocket server) {
        this.server = server;
    }

    static Peer that(Behaviour behaviour) throws IOException {
        Peer peer = new Peer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        daemon(() -> peer.accept(behaviour));
        return peer;
    }

    /** Takes requests whole and gives each the same answer. */
    static Peer answering(String status, String... headersAndBody) throws IOException {
        String answer = answer(status, headersAndBody);
        return answering(request -> answer);
    }

    /** Refuses as S3 does. */
    static Peer refusing(String status, String code, String message) throws IOException {
        String answer = refusal(status, code, message);
        return answering(request -> answer);
    }

    /** Stores as S3 does, and refuses to delete. */
    static Peer takingAndKeeping(String status, String code, String message) throws IOException {
        String taken = answer("200 OK", "ETag: \"1\"");
        String refused = refusal(status, code, message);
        return answering(request -> request.startsWith("PUT ") ? taken : refused);
    }

    /** Stores as S3 does, and gives no answer when asked to delete. */
    static Peer takingAndSilentOnDelete() throws IOException {
        String taken = answer("200 OK", "ETag: \"1\"");
        return answering(request -> request.startsWith("PUT ") ? taken : "");
    }

    /** @param answers none, where empty: then the connection stays open */
    private static Peer answering(UnaryOperator<String> answers) throws IOException {
        Peer[] self = new Peer[1];
        Peer peer = that(socket -> {
            String request = readRequest(socket.getInputStream());
            self[0].requests.add(request);
            if (answers.apply(request).isEmpty()) {
                return;
            }
            socket.getOutputStream().write(answers.apply(request).getBytes(StandardCharsets.UTF_8));
            socket.close();
        });
        self[0] = peer;
        return peer;
    }

    private static String refusal(String status, String code, String message) {
        String xml = "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>" + message
                + "</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>";
        return answer(status, "Content-Type: application/xml", "", xml);
    }

    private static String answer(String status, String... headersAndBody) {
        return "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + String.join("\r\n", headersAndBody) + "\r\n\r\n";
    }

    /** Takes connections and never reads from them. */
    static Peer silent() throws IOException {
        return that(socket -> {});
    }

    private void accept(Behaviour behaviour) {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                daemon(() -> meet(behaviour, socket));
            }
        } catch (IOException closed) {
            assert server.isClosed() : closed;
        }
    }

    private static void meet(Behaviour behaviour, Socket socket) {
        try {
            behaviour.meet(socket);
        } catch (IOException | InterruptedException gone) {
            assert socket.isClosed() || gone.getMessage() != null : gone;
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "peer");
        thread.setDaemon(true);
        thread.start();
    }

    private static String readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request was cut off");
            }
            head.append((char) next);
        }
        String text = head.toString();
        String length = text.replaceFirst("(?is).*\r\ncontent-length: (\\d+).*", "$1");
        if (length.matches("\\d+")) {
            in.skipNBytes(Long.parseLong(length));
        }
        return text;
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** The heads of the requests it read. */
    List<String> requests() {
        return requests;
    }

    int connections() {
        return sockets.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
