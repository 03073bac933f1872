package io.voicecloner.emulator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives each request to the host below whose base path it lies, and remembers it before the first byte of the answer leaves. */
final class Switchboard extends Handler.Abstract {
    private final List<Host> hosts;
    private final Previews previews;
    private final RequestLog log;

    Switchboard(List<Host> hosts, Previews previews, RequestLog log) {
        this.hosts = hosts;
        this.previews = previews;
        this.log = log;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request);
        Answer answer;
        try {
            answer = answer(exchange);
            exchange.drain();
        } catch (IOException e) {
            log.add(exchange, 0);
            callback.failed(e);
            return true;
        } catch (RuntimeException e) {
            answer = Answer.text(500, "the emulator itself failed: " + e);
        }
        log.add(exchange, answer.status());
        try {
            send(exchange, answer, response);
            callback.succeeded();
        } catch (IOException e) {
            callback.failed(e);
        }
        return true;
    }

    private Answer answer(Exchange exchange) throws IOException {
        if (isBelow(Previews.BASE_PATH, exchange)) {
            return previews.answer(exchange);
        }
        for (Host host : hosts) {
            if (isBelow(host.basePath(), exchange)) {
                return host.answer(exchange);
            }
        }
        return Answer.text(404, "404 page not found");
    }

    private static boolean isBelow(String basePath, Exchange exchange) {
        return exchange.path().startsWith(basePath + "/");
    }

    private static void send(Exchange exchange, Answer answer, Response response) throws IOException {
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        if (!exchange.method().equals("HEAD")) {
            try (OutputStream out = Content.Sink.asOutputStream(response)) {
                answer.content().writeTo(out);
            }
        }
    }
}
