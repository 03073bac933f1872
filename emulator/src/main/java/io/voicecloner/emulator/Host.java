package io.voicecloner.emulator;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One provider: a dialect spoken below a base path.
 *
 * @param basePath the path of the documented base URL: {@code /v1}
 * @param routes by method and path below the base path: {@code POST /voice_clone}
 */
record Host(
        String name,
        String basePath,
        Account account,
        Dialect dialect,
        BearerKey key,
        Gateway gateway,
        SpeechSettings speech,
        Map<String, Route> routes) {

    /** Path, then key, then the request itself. The query, {@code GroupId} included (wire-facts 1.1), changes nothing. */
    Answer answer(Exchange exchange, Conduct conduct) throws IOException {
        return gateway.signed(dialect, routed(exchange, conduct), exchange.traceId());
    }

    private Answer routed(Exchange exchange, Conduct conduct) throws IOException {
        String path = gateway.documented(exchange.path().substring(basePath.length()));
        Route route = routes.get(exchange.method() + " " + path);
        if (route == null) {
            String allowed = methodsOf(path);
            return allowed.isEmpty()
                    ? gateway.unknownPath(dialect.unknownPath(exchange.traceId()))
                    : dialect.wrongMethod(exchange.traceId(), allowed);
        }
        try {
            checkKey(exchange);
        } catch (Refusal e) {
            return gateway.refused(e, exchange.traceId());
        }
        Fault fault = conduct.nextFault(path.substring(1));
        return fault == null
                ? honest(path, route, exchange, conduct)
                : fault.met(() -> honest(path, route, exchange, conduct), () -> nothing(route, exchange));
    }

    private Answer honest(String path, Route route, Exchange exchange, Conduct conduct) throws IOException {
        try {
            if (!conduct.admits(route)) {
                nothing(route, exchange);
                throw dialect.rateLimited();
            }
            return gateway.passed(path, route, exchange);
        } catch (BadRequest e) {
            return gateway.refused(dialect.invalidRequest(e.problem()), exchange.traceId());
        } catch (Refusal e) {
            return gateway.refused(e, exchange.traceId());
        }
    }

    private static Answer nothing(Route route, Exchange exchange) throws IOException {
        try {
            route.ignore(exchange);
        } catch (BadRequest e) {
            // Nobody will hear of it.
        }
        return Answer.NONE;
    }

    /** @throws IllegalArgumentException if it has no such voice, or has it no more */
    void useVoice(String voiceId) {
        if (!account.useVoice(voiceId)) {
            throw new IllegalArgumentException(name + " has no voice \"" + voiceId + "\"");
        }
    }

    /** What can be scripted: the paths below the base path, without the first slash, and the previews. */
    Set<String> scriptable() {
        Set<String> paths = new TreeSet<>(Set.of(Previews.ROUTE));
        routes.keySet().forEach(route -> paths.add(route.substring(route.indexOf('/') + 1)));
        return paths;
    }

    private String methodsOf(String path) {
        return routes.keySet().stream()
                .filter(route -> route.endsWith(" " + path))
                .map(route -> route.substring(0, route.indexOf(' ')))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void checkKey(Exchange exchange) {
        switch (key.judge(exchange)) {
            case MISSING -> throw dialect.keyMissing();
            case WRONG -> throw dialect.keyInvalid();
            case RIGHT -> {}
        }
    }
}
