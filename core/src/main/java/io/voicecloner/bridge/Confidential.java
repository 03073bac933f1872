package io.voicecloner.bridge;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What of an address lets whoever knows it read the recording there. */
final class Confidential {
    /** As long as anything that cannot be guessed. */
    private static final int LONG = 16;

    private Confidential() {}

    /** Of an address that the caller gave: what its query holds that cannot be guessed. */
    static List<String> partsOf(URI given) {
        List<String> parts = new ArrayList<>();
        String query = given.getRawQuery() == null ? "" : given.getRawQuery();
        for (String each : query.split("&", -1)) {
            String value = decoded(each.substring(each.indexOf('=') + 1));
            if (value.length() >= LONG) {
                parts.add(value);
            }
        }
        return parts;
    }

    /** Of an address where a recording was published: its query, or where nothing is signed, the names that nobody can guess. */
    static List<String> partsOfPublished(URI url) {
        if (url.getRawQuery() != null) {
            return partsOf(url);
        }
        String path = url.getPath() == null ? "" : url.getPath();
        return List.of(path.split("/", -1)).stream()
                .filter(name -> name.length() >= LONG)
                .toList();
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
