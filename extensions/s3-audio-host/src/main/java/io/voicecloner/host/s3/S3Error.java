package io.voicecloner.host.s3;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The XML that S3 answers with when it refuses. Of the rest of it nothing is read: it may repeat the request with its signature.
 *
 * @param code a word such as {@code NoSuchBucket}; empty if the body is something else
 */
record S3Error(
        String code, @Nullable String message, @Nullable String requestId) {
    private static final int LONGEST_QUOTE = 200;
    private static final Pattern SECRETS =
            Pattern.compile("(X-Amz-[a-z-]+|Signature)=[^\\s\"'<>]*", Pattern.CASE_INSENSITIVE);

    static S3Error of(Answer answer) {
        Map<String, String> fields = new HashMap<>();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            readFields(
                    factory.createXMLStreamReader(
                            new ByteArrayInputStream(answer.error().toByteArray())),
                    fields);
        } catch (XMLStreamException | RuntimeException ignored) {
            // Not XML, or cut off: what was read before that counts.
        }
        String requestId = answer.requestId() != null ? answer.requestId() : fields.get("RequestId");
        String message = fields.get("Message");
        return new S3Error(
                printable(fields.getOrDefault("Code", "")),
                message == null ? null : printable(message),
                requestId == null ? null : printable(requestId));
    }

    /** Secrets go before the end is cut off, so that none is cut in half and missed. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        SECRETS.matcher(text)
                .replaceAll("[redacted]")
                .codePoints()
                .limit(LONGEST_QUOTE)
                .forEach(c -> printable.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return printable.toString();
    }

    private static void readFields(XMLStreamReader xml, Map<String, String> fields) throws XMLStreamException {
        int depth = 0;
        String name = "";
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    name = xml.getLocalName();
                    if (depth == 1 && !name.equals("Error")) {
                        return;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS -> {
                    if (depth == 2) {
                        fields.putIfAbsent(name, xml.getText().strip());
                    }
                }
                default -> {}
            }
        }
    }
}
