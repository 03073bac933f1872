package io.voicecloner.host.embedded;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a recording that a GET asks for (RFC 9110, section 14).
 *
 * @param status 200 for all of it, 206 for a part, 416 if it has no such part
 * @param first where the part begins
 * @param count how many bytes it has; 0 with 416
 */
record Selection(int status, long first, long count) {
    private static final Pattern SINGLE_RANGE = Pattern.compile("(?i)bytes=[ \\t]*([0-9]*)-([0-9]*)[ \\t]*");

    static Selection of(Headers request, long length) {
        Selection whole = new Selection(200, 0, length);
        List<String> ranges = request.getOrDefault("Range", List.of());
        // Nothing here has a validator, so no If-Range can match, and then its Range does not count.
        if (ranges.size() != 1 || request.containsKey("If-Range")) {
            return whole;
        }
        // Several ranges would need a multipart answer; they may be answered in full, and malformed ones must be.
        Matcher range = SINGLE_RANGE.matcher(ranges.get(0));
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return whole;
        }
        long last = length - 1;
        if (range.group(1).isEmpty()) {
            long suffix = Math.min(number(range.group(2)), length);
            return part(length - suffix, last, length);
        }
        long first = number(range.group(1));
        if (range.group(2).isEmpty()) {
            return part(first, last, length);
        }
        long end = number(range.group(2));
        return end < first ? whole : part(first, Math.min(end, last), length);
    }

    /** The value of {@code Content-Range}, if the answer has one. */
    Optional<String> contentRange(long length) {
        return switch (status) {
            case 206 -> Optional.of("bytes " + first + '-' + (first + count - 1) + '/' + length);
            case 416 -> Optional.of("bytes */" + length);
            default -> Optional.empty();
        };
    }

    private static Selection part(long first, long last, long length) {
        return first >= length ? new Selection(416, 0, 0) : new Selection(206, first, last - first + 1);
    }

    /** Larger than any recording if it does not fit. */
    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
