package io.voicecloner.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes sockets over which no more comes than a whole answer of an API may take, with its head and the wrapping of its parts. */
final class CountedSockets extends OwnSockets {
    private static final long LONGEST_ANSWER = 2L * 1024 * 1024;

    /** In place of the ordinary ones; whoever makes sockets of its own answers for them. */
    static SocketFactory inPlaceOf(SocketFactory given) {
        return given.equals(SocketFactory.getDefault()) ? new CountedSockets() : given;
    }

    @Override
    public Socket createSocket() {
        return new CountedSocket();
    }

    private static final class CountedSocket extends Socket {
        private final Allowance allowance = new Allowance(LONGEST_ANSWER);

        @Override
        public InputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), allowance);
        }
    }
}
