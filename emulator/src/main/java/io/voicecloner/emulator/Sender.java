package io.voicecloner.emulator;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Puts answers on the wire, and ends connections where a {@link Fault} says so. What breaks off is an EofException, which Jetty
 * does not log.
 */
final class Sender {
    private final Closing closing;

    Sender(Closing closing) {
        this.closing = closing;
    }

    /** Completes the callback in any case. */
    void send(Request request, Response response, Answer answer, Callback callback) {
        Delivery delivery =
                answer.fault() == null ? Delivery.PLAIN : answer.fault().delivery();
        try {
            boolean inTime = closing.passed(delivery.delay());
            if (inTime && !answer.isNone()) {
                write(request, response, answer, delivery);
            }
            if (inTime && !answer.isNone() && !delivery.half() && !answer.isCut()) {
                callback.succeeded();
                return;
            }
            end(request, delivery.reset());
            callback.failed(new EofException("the connection was ended on purpose"));
        } catch (IOException e) {
            callback.failed(e);
        }
    }

    private void write(Request request, Response response, Answer answer, Delivery delivery) throws IOException {
        response.setStatus(answer.status());
        if (!answer.contentType().isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        }
        if (answer.length() != Answer.UNTOLD) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length());
        }
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        OutputStream out = Content.Sink.asOutputStream(response);
        if (delivery.half()) {
            answer.content().writeTo(new FirstBytes(out, answer.measured() / 2));
            return;
        }
        if (answer.isCut()) {
            answer.content().writeTo(out);
            out.flush();
            return;
        }
        Duration gap = delivery.gap();
        try (out) {
            answer.content().writeTo(gap == null ? out : new Drip(out, gap, closing));
        }
    }

    /** All of the request has been read: with unread bytes left, the system would make any end a reset. */
    private static void end(Request request, boolean reset) throws IOException {
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        if (reset && connection.getTransport() instanceof SocketChannel channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        connection.close();
    }

    /** Lets so many bytes through and swallows the rest. */
    private static final class FirstBytes extends FilterOutputStream {
        private long left;

        FirstBytes(OutputStream out, long count) {
            super(out);
            left = count;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int some = (int) Math.min(left, length);
            out.write(bytes, offset, some);
            left -= some;
        }
    }

    /** Lets bytes through one at a time. */
    private static final class Drip extends FilterOutputStream {
        private final Duration gap;
        private final Closing closing;
        private boolean first = true;

        Drip(OutputStream out, Duration gap, Closing closing) {
            super(out);
            this.gap = gap;
            this.closing = closing;
        }

        @Override
        public void write(int b) throws IOException {
            if (!first && !closing.passed(gap)) {
                throw new EofException("the emulator is closing");
            }
            first = false;
            out.write(b);
            out.flush();
        }
    }
}
