package io.voicecloner.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/** A network in which every name leads where a test says, and which counts how often it was asked. Nothing leaves this machine. */
final class FaultyNetwork implements Dns {
    private final List<InetAddress> addresses;
    private final AtomicInteger lookups = new AtomicInteger();

    private FaultyNetwork(List<InetAddress> addresses) {
        this.addresses = addresses;
    }

    /** One in which no name resolves. */
    static FaultyNetwork withoutNames() {
        return new FaultyNetwork(List.of());
    }

    static FaultyNetwork leadingTo(InetAddress... inOrder) {
        return new FaultyNetwork(List.of(inOrder));
    }

    /** 127.0.0.x, which is this machine too. */
    static InetAddress loopback(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<InetAddress> lookup(String name) throws UnknownHostException {
        lookups.incrementAndGet();
        if (addresses.isEmpty()) {
            throw new UnknownHostException(name);
        }
        return addresses;
    }

    /** How often a name was asked for: once for each connection that somebody wanted. */
    int lookups() {
        return lookups.get();
    }

    OkHttpClient wire(OkHttpClient client) {
        return client.newBuilder().dns(this).build();
    }
}
