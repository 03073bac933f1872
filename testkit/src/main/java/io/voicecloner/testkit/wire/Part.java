package io.voicecloner.testkit.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One part of a multipart/form-data body, as it came over the wire. Immutable. */
public final class Part {
    private final String head;
    private final String bytes;

    private Part(String head, String bytes) {
        this.head = head;
        this.bytes = bytes;
    }

    /** The name of the form's field. */
    public String name() {
        return parameter("name").orElseThrow();
    }

    /** The file name, if the part carries one. */
    public Optional<String> fileName() {
        return parameter("filename");
    }

    /** The values of the part's {@code Content-Type}, one for each line that carries it. */
    public List<String> contentType() {
        return Received.headers(head, "Content-Type");
    }

    /** The content, byte for byte. */
    public byte[] bytes() {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The content, read as UTF-8. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Takes a body apart. ISO 8859-1 has a character for every byte, so that nothing is lost on the way. */
    static List<Part> allOf(String contentType, byte[] body) {
        Matcher boundary = Pattern.compile("multipart/form-data; *boundary=\"?([^\";]+)\"?")
                .matcher(contentType);
        if (!boundary.matches()) {
            throw new AssertionError("no form: " + contentType);
        }
        String mark = "\r\n--" + boundary.group(1);
        String rest = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
        if (!rest.startsWith(mark) || !rest.stripTrailing().endsWith(mark + "--")) {
            throw new AssertionError("not framed by its boundary");
        }
        List<Part> parts = new ArrayList<>();
        int start = 0;
        int end = rest.indexOf(mark, mark.length());
        while (end >= 0) {
            String part = rest.substring(start + mark.length() + 2, end);
            int blank = part.indexOf("\r\n\r\n");
            parts.add(new Part(part.substring(0, blank), part.substring(blank + 4)));
            start = end;
            end = rest.indexOf(mark, start + mark.length());
        }
        return parts;
    }

    private Optional<String> parameter(String name) {
        String disposition = Received.headers(head, "Content-Disposition").get(0);
        Matcher matcher =
                Pattern.compile("form-data;.*?\\b" + name + "=\"([^\"]*)\".*").matcher(disposition);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
