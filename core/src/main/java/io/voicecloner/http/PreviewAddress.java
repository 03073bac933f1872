package io.voicecloner.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Reads the address of a preview out of a reply. Whether it may be connected to is judged when it is downloaded. */
public final class PreviewAddress {
    private PreviewAddress() {}

    /** A whole web address; empty for null, nothing, and what is no web address: the voice is not worth less for it. */
    public static Optional<URI> read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text.strip());
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            // Java's URI sees no host in a name that is not ASCII or has an underscore; OkHttp sees one in a path.
            boolean host = address.getRawAuthority() != null && HttpUrl.parse(address.toASCIIString()) != null;
            return web && host ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
