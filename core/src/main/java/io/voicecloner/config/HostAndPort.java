package io.voicecloner.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host and a port, as settings write them. */
record HostAndPort(String host, int port) {
    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\]):(\\d{1,5})");

    /** Empty for anything else, a port that is none included. */
    static Optional<HostAndPort> parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(matcher.group(2));
        return port >= 1 && port <= 65535 ? Optional.of(new HostAndPort(matcher.group(1), port)) : Optional.empty();
    }
}
