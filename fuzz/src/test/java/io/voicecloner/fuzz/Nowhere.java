package io.voicecloner.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImpl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes the place of the network under every plain socket of this JVM: writes down where it was to be connected to, and connects to nothing.
 * Whatever stands above, a guarded socket for example, is the real thing.
 */
public final class Nowhere {
    private static final List<InetSocketAddress> TARGETS = new CopyOnWriteArrayList<>();
    private static final Map<InetSocketAddress, byte[]> ANSWERS = new ConcurrentHashMap<>();

    static {
        install();
    }

    private Nowhere() {}

    /** Forgets targets and answers. */
    public static void forget() {
        TARGETS.clear();
        ANSWERS.clear();
    }

    /** From now on this target answers, with these bytes. */
    public static void answerAt(InetSocketAddress target, byte[] answer) {
        ANSWERS.put(target, answer);
    }

    /** Where connections were wanted to, in order. */
    public static List<InetSocketAddress> targets() {
        return new ArrayList<>(TARGETS);
    }

    /** A JVM takes one factory, for good, and has no other way to see below a socket. */
    @SuppressWarnings("deprecation")
    private static void install() {
        try {
            Socket.setSocketImplFactory(Unconnected::new);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Unconnected extends SocketImpl {
        private InputStream answer = InputStream.nullInputStream();

        @Override
        protected void connect(SocketAddress target, int timeout) throws IOException {
            InetSocketAddress wanted = (InetSocketAddress) target;
            TARGETS.add(wanted);
            byte[] bytes = ANSWERS.get(wanted);
            if (bytes == null) {
                throw new ConnectException("nobody listens there");
            }
            answer = new ByteArrayInputStream(bytes);
        }

        @Override
        protected void connect(String host, int target) throws IOException {
            connect(new InetSocketAddress(host, target), 0);
        }

        @Override
        protected void connect(InetAddress target, int targetPort) throws IOException {
            connect(new InetSocketAddress(target, targetPort), 0);
        }

        @Override
        protected InputStream getInputStream() {
            return answer;
        }

        @Override
        protected OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        protected int available() throws IOException {
            return answer.available();
        }

        @Override
        protected void create(boolean stream) {}

        @Override
        protected void bind(InetAddress host, int local) {}

        @Override
        protected void listen(int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void accept(SocketImpl connection) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void close() {}

        @Override
        protected void sendUrgentData(int data) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setOption(int option, Object value) {}

        @Override
        public Object getOption(int option) {
            return 0;
        }
    }
}
