package io.voicecloner.http;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/**
 * A network that leads nowhere. Names have the addresses that a test gives them. A connection is put to the guard first; of one that
 * the guard lets pass it is written down where it would have gone, and there it ends, unless that is this machine.
 */
final class NoNetwork implements Dns {
    private final Map<String, List<InetAddress>> names = new HashMap<>();
    private final List<String> lookups = new CopyOnWriteArrayList<>();
    private final List<String> reached = new CopyOnWriteArrayList<>();

    /** Gives a name its addresses, as literals, in place of those it had. */
    NoNetwork with(String name, String... addresses) {
        names.put(name, addresses(addresses));
        return this;
    }

    static List<InetAddress> addresses(String... literals) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String literal : literals) {
            try {
                addresses.add(InetAddress.getByName(literal));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return addresses;
    }

    /** The names that were looked up. */
    List<String> lookups() {
        return lookups;
    }

    /** The addresses, each with its port, to which the guard let a connection pass. */
    List<String> reached() {
        return reached;
    }

    OkHttpClient wire(OkHttpClient client) {
        GuardedSocketFactory.Judge judge = ((GuardedSocketFactory) client.socketFactory()).judge();
        return client.newBuilder().dns(this).socketFactory(recorded(judge)).build();
    }

    /** Sockets under the same judge that connect to this machine only. */
    GuardedSocketFactory recorded(GuardedSocketFactory.Judge judge) {
        return new GuardedSocketFactory((address, port) -> {
            judge.check(address, port);
            reached.add(address.getHostAddress() + ':' + port);
            if (!address.isLoopbackAddress()) {
                throw new ConnectException("nobody goes there");
            }
        });
    }

    @Override
    public List<InetAddress> lookup(String name) throws UnknownHostException {
        lookups.add(name);
        List<InetAddress> addresses = names.get(name);
        if (addresses == null) {
            throw new UnknownHostException(name);
        }
        return addresses;
    }
}
