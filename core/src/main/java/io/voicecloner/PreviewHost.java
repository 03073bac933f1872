package io.voicecloner;

import java.net.IDN;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where previews may be fetched from, as {@link ProviderSettings#withPreviewHosts} takes it: {@code cdn.example} for that host,
 * {@code *.cdn.example} for every host below it, {@code cdn.example:8443} for another port than that of https. Names only: no
 * address, and no name without a dot.
 *
 * @param name the host, or what the hosts lie below; in lower case and ASCII
 * @param below whether the hosts below the name are meant, and not the host itself
 * @param port the one port that is meant, 1 to 65535
 */
public record PreviewHost(String name, boolean below, int port) {
    private static final int USUAL_PORT = 443;
    private static final Pattern SHAPE = Pattern.compile("(\\*\\.)?([^*:@/?#\\[\\]\\\\%\\s]+)(?::(\\d{1,5}))?");

    private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
    // What ends in a number is an address to somebody.
    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)(?:" + LABEL + "\\.)+(?!\\d+$)" + LABEL);

    /**
     * What is read alike by the IDNA of 2003, which is the JDK's, and by that of today, which an address is read by: no sharp s, final
     * sigma or joiner.
     */
    private static final Pattern UNDISPUTED =
            Pattern.compile("[\\p{ASCII}\\p{L}\\p{M}\\p{Nd}&&[^\u00DF\u1E9E\u03C2]]+");

    /** @throws IllegalArgumentException if the name is not as {@link #parse} would leave it, or there is no such port */
    public PreviewHost {
        Objects.requireNonNull(name, "name");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a preview host has a name in lower case and ASCII, with a dot in it");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is 1 to 65535: " + port);
        }
    }

    /**
     * One entry; empty for anything that is none. A name that is not ASCII is taken in its ASCII form, unless it holds a character that is
     * read in two ways, like {@code \u00DF}, or one that is no letter, mark or digit: such a name has to be written {@code xn--}.
     */
    public static Optional<PreviewHost> parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = matcher.group(3) == null ? USUAL_PORT : Integer.parseInt(matcher.group(3));
        String name = UNDISPUTED.matcher(matcher.group(2)).matches() ? ascii(matcher.group(2)) : "";
        return NAME.matcher(name).matches() && port >= 1 && port <= 65535
                ? Optional.of(new PreviewHost(name, matcher.group(1) != null, port))
                : Optional.empty();
    }

    private static String ascii(String name) {
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /**
     * Whether an address is meant by this.
     *
     * @param host in lower case and ASCII, without a dot at its end
     */
    public boolean names(String host, int hostPort) {
        return port == hostPort && (below ? host.endsWith('.' + name) : host.equals(name));
    }

    /** As configuration writes it. */
    @Override
    public String toString() {
        return (below ? "*." : "") + name + (port == USUAL_PORT ? "" : ":" + port);
    }
}
