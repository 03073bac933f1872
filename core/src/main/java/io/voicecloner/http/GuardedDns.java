package io.voicecloner.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Looks names up for downloads. One answer that must not be connected to spoils the others: whoever gave it chose them too, and which
 * of them is taken in the end is a matter of luck.
 */
final class GuardedDns implements Dns {
    private final AddressGuard guard;
    private final Dns names;

    GuardedDns(AddressGuard guard, Dns names) {
        this.guard = guard;
        this.names = names;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> answers = names.lookup(host);
        try {
            for (InetAddress answer : answers) {
                guard.check(answer);
            }
            return answers;
        } catch (AddressGuard.UnsafeUrlException e) {
            UnknownHostException refused = new UnknownHostException("not all of its addresses are public");
            refused.initCause(e);
            throw refused;
        }
    }
}
