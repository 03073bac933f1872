package io.voicecloner.testkit.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One request as it came over the wire. Immutable. */
public final class Received {
    private final String head;
    private final byte[] body;

    Received(String head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /** {@code POST}, … */
    public String method() {
        return requestLine(0);
    }

    /** The path, without the query. */
    public String path() {
        int mark = requestLine(1).indexOf('?');
        return mark < 0 ? requestLine(1) : requestLine(1).substring(0, mark);
    }

    /** The query as it stands, without the question mark. */
    public Optional<String> query() {
        int mark = requestLine(1).indexOf('?');
        return mark < 0 ? Optional.empty() : Optional.of(requestLine(1).substring(mark + 1));
    }

    /** The values of a header, one for each line that carries it; its name in any case. */
    public List<String> header(String name) {
        return headers(head, name);
    }

    /** The body, byte for byte; empty where none was announced. */
    public byte[] body() {
        return body.clone();
    }

    /** The body, read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The parts of a multipart/form-data body, in order.
     *
     * @throws AssertionError if the body is no such form
     */
    public List<Part> parts() {
        return Part.allOf(header("Content-Type").stream().findFirst().orElse(""), body);
    }

    static int contentLength(String head) {
        List<String> lengths = headers(head, "Content-Length");
        return lengths.isEmpty() ? 0 : Integer.parseInt(lengths.get(0));
    }

    static List<String> headers(String head, String name) {
        List<String> values = new ArrayList<>();
        head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ':', 0, name.length() + 1))
                .forEach(line -> values.add(line.substring(name.length() + 1).strip()));
        return values;
    }

    private String requestLine(int word) {
        return head.lines().findFirst().orElseThrow().split(" ", 3)[word];
    }
}
