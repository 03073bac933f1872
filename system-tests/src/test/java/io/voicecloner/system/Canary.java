package io.voicecloner.system;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A secret that can be told wherever it shows: planted in keys and signatures, and looked for in all that is printed. */
final class Canary {
    /** Stands in a planted secret again and again, so that a part of it is not overlooked. No other word holds it. */
    private static final String MARK = "zq7XvK";

    private static final int CONTEXT = 120;

    private final Pattern secrets;

    private Canary(List<String> secrets) {
        this.secrets = Pattern.compile(secrets.stream()
                .flatMap(secret -> spellings(secret).stream())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?i:", ")")));
    }

    /** What finds everything planted. */
    static Canary planted() {
        return new Canary(List.of(MARK));
    }

    /** The same, which finds these secrets too, if they show as a whole. */
    static Canary and(String... others) {
        List<String> all = new ArrayList<>(Arrays.asList(others));
        all.add(MARK);
        return new Canary(all);
    }

    /** A key of characters that other spellings must escape. */
    static String key(String name) {
        return "sk-" + name + '-' + MARK + "/1+" + MARK + "=2&" + MARK + '.' + MARK;
    }

    /** A part of a path that nobody can guess. */
    static String token(String name) {
        return name + '-' + (MARK + '_').repeat(4);
    }

    /** A query as presigned URLs have it. */
    static String signature(String name) {
        return "X-Amz-Expires=900&X-Amz-Signature=" + URLEncoder.encode(key(name), StandardCharsets.UTF_8);
    }

    /** Where secrets show in a text, each with what stands around it. */
    List<String> sightings(String text) {
        return secrets.matcher(text)
                .results()
                .limit(5)
                .map(found -> around(text, found))
                .toList();
    }

    private static String around(String text, MatchResult found) {
        return text.substring(Math.max(0, found.start() - CONTEXT), Math.min(text.length(), found.end() + CONTEXT));
    }

    /** As it stands, in hex, and in base64, where it may begin at any of three places. */
    private static List<String> spellings(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        List<String> spellings = new ArrayList<>(List.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(bytes)));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            spellings.add(encoded.substring((shift * 8 + 5) / 6, shifted.length * 8 / 6));
        }
        return spellings;
    }
}
