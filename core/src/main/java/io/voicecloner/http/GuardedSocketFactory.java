package io.voicecloner.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Supplier;

/**
 * Makes sockets that ask a guard before they connect. A check of the name or of DNS alone would be passed by: literals are
 * never looked up, and a name may lead elsewhere the second time.
 */
final class GuardedSocketFactory extends OwnSockets {
    /** Far above the head of an answer, and what comes of a file before it is written away. */
    private static final long LONGEST_WITHOUT_A_BYTE_OF_THE_FILE = 1024 * 1024;

    private final Judge judge;
    private final Supplier<Allowance> allowance;

    GuardedSocketFactory(Judge judge) {
        this(judge, GuardedSocketFactory::allowance);
    }

    private GuardedSocketFactory(Judge judge, Supplier<Allowance> allowance) {
        this.judge = judge;
        this.allowance = allowance;
    }

    /** Says no to an address by throwing. */
    @FunctionalInterface
    interface Judge {
        void check(InetAddress address, int port) throws IOException;
    }

    /** Who is asked. */
    Judge judge() {
        return judge;
    }

    /** What may come over a connection before a byte of the file is written away. */
    static Allowance allowance() {
        return new Allowance(LONGEST_WITHOUT_A_BYTE_OF_THE_FILE);
    }

    /** The same for one request, which tells this when it has written away what came. */
    GuardedSocketFactory allowing(Allowance shared) {
        return new GuardedSocketFactory(judge, () -> shared);
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(judge, allowance.get());
    }

    private static final class GuardedSocket extends Socket {
        private final Judge judge;
        private final Allowance allowance;

        GuardedSocket(Judge judge, Allowance allowance) {
            // Otherwise -DsocksProxyHost would connect for us, past the guard.
            super(Proxy.NO_PROXY);
            this.judge = judge;
            this.allowance = allowance;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), allowance);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress target) || target.isUnresolved()) {
                throw new AddressGuard.UnsafeUrlException("it does not lead to an internet address");
            }
            judge.check(target.getAddress(), target.getPort());
            super.connect(endpoint, timeout);
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }
    }
}
