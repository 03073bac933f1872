package io.voicecloner.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/** Makes sockets over which no more comes than a whole answer of an API may take, with its head and the wrapping of its parts. */
final class CountedSockets extends OwnSockets {
    private static final long LONGEST_ANSWER = 2L * 1024 * 1024;

    private final Supplier<Allowance> allowance;

    private CountedSockets(Supplier<Allowance> allowance) {
        this.allowance = allowance;
    }

    /** In place of the ordinary ones; whoever makes sockets of its own answers for them. */
    static SocketFactory inPlaceOf(SocketFactory given) {
        return given.equals(SocketFactory.getDefault())
                ? new CountedSockets(() -> new Allowance(LONGEST_ANSWER))
                : given;
    }

    /** For one request, which tells this when it has led off what came. */
    static SocketFactory allowing(Allowance shared, SocketFactory given) {
        return given instanceof CountedSockets ? new CountedSockets(() -> shared) : given;
    }

    @Override
    public Socket createSocket() {
        return new CountedSocket(allowance.get());
    }

    private static final class CountedSocket extends Socket {
        private final Allowance allowance;

        CountedSocket(Allowance allowance) {
            this.allowance = allowance;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), allowance);
        }
    }
}
