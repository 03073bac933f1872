package io.voicecloner.emulator;

import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives each request to the host below whose base path it lies, and remembers it before the first byte of the answer leaves. */
final class Switchboard extends Handler.Abstract {
    private final List<Host> hosts;
    private final Conducts conducts;
    private final Previews previews;
    private final Control control;
    private final RequestLog log;
    private final Sender sender;

    Switchboard(
            List<Host> hosts, Conducts conducts, Previews previews, Control control, RequestLog log, Sender sender) {
        this.hosts = hosts;
        this.conducts = conducts;
        this.previews = previews;
        this.control = control;
        this.log = log;
        this.sender = sender;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request);
        Answer answer;
        try {
            answer = answer(exchange);
            exchange.drain();
        } catch (IOException e) {
            remember(exchange, Answer.NONE);
            callback.failed(e);
            return true;
        } catch (RuntimeException e) {
            answer = Answer.text(500, "the emulator itself failed: " + e);
        }
        remember(exchange, answer);
        sender.send(request, response, answer, callback);
        return true;
    }

    private void remember(Exchange exchange, Answer answer) {
        if (!Control.governs(exchange)) {
            log.add(exchange, answer);
        }
    }

    private Answer answer(Exchange exchange) throws IOException {
        if (Control.governs(exchange)) {
            return control.answer(exchange);
        }
        if (isBelow(Previews.BASE_PATH, exchange)) {
            return preview(exchange);
        }
        for (Host host : hosts) {
            if (isBelow(host.basePath(), exchange)) {
                return host.answer(exchange, conducts.of(host.name()));
            }
        }
        return Answer.text(404, "404 page not found");
    }

    private Answer preview(Exchange exchange) throws IOException {
        String provider = previews.provider(exchange);
        Fault fault = provider == null ? null : conducts.of(provider).nextFault(Previews.ROUTE);
        return fault == null
                ? previews.answer(exchange)
                : fault.met(() -> previews.answer(exchange), () -> Answer.NONE);
    }

    private static boolean isBelow(String basePath, Exchange exchange) {
        return exchange.path().startsWith(basePath + "/");
    }
}
