package io.voicecloner.http;

import io.voicecloner.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * What one answer to a download gave: bytes in the target, or another address to ask.
 *
 * @param bytes how many were written
 * @param redirect the address to ask instead
 */
record Downloaded(long bytes, @Nullable String redirect) {
    private static final int LOOKED_AT = 16;

    /** A page or an error in its place. Audio without a head may begin with any byte, so one alone tells nothing. */
    private static final Pattern NOT_AUDIO = Pattern.compile("<(?:[!?]|[A-Za-z]{2,})|\\{(?:\\s*\"|\\s*\\})");

    /** @param allowance renewed with every piece that was written away */
    static Downloaded read(Response answer, long maxBytes, Allowance allowance, GuardedDownloader.Target target)
            throws IOException {
        try (Response response = answer) {
            if (response.isRedirect()) {
                return new Downloaded(0, redirectOf(response));
            }
            requireFile(response, maxBytes);
            return new Downloaded(copy(response, maxBytes, allowance, target), null);
        }
    }

    private static String redirectOf(Response response) throws IOException {
        String location = response.header("Location");
        if (location == null || location.isBlank()) {
            throw new DownloadFault(Reason.UNREADABLE, "it redirects to nowhere");
        }
        // Before it is resolved: what is odd about it would be gone then.
        AddressGuard.requirePlain(location);
        HttpUrl asked = response.request().url();
        HttpUrl next = asked.resolve(location);
        // What does not resolve is handed on as it is, for the guard to refuse.
        return next == null ? location : next.toString();
    }

    private static void requireFile(Response response, long maxBytes) throws IOException {
        int status = response.code();
        if (status == 401 || status == 403 || status == 404 || status == 410) {
            throw new DownloadFault(Reason.EXPIRED, "it is not served any more (HTTP " + status + ")");
        }
        if (status != 200) {
            throw new DownloadFault(Reason.PROVIDER_FAULT, "the server answered with HTTP " + status);
        }
        if (response.body().contentLength() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        String encoding = response.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new DownloadFault(Reason.UNREADABLE, "it came encoded, which was not asked for");
        }
        String type = response.header("Content-Type", "");
        String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (lower.startsWith("text/") || lower.contains("json") || lower.contains("xml")) {
            throw notAudio();
        }
    }

    private static long copy(Response response, long maxBytes, Allowance allowance, GuardedDownloader.Target target)
            throws IOException {
        BufferedSource source = response.body().source();
        if (source.exhausted()) {
            throw new DownloadFault(Reason.INCOMPLETE, "it is empty");
        }
        if (NOT_AUDIO.matcher(beginning(source)).lookingAt()) {
            throw notAudio();
        }
        byte[] piece = new byte[16 * 1024];
        long written = 0;
        try (OutputStream out = opened(target)) {
            for (int read = source.read(piece); read >= 0; read = source.read(piece)) {
                written += read;
                if (written > maxBytes) {
                    throw tooLarge(maxBytes);
                }
                write(out, piece, read);
                allowance.renew();
            }
        }
        return written;
    }

    private static String beginning(BufferedSource source) throws IOException {
        source.request(LOOKED_AT);
        return source.peek().readString(Math.min(LOOKED_AT, source.getBuffer().size()), StandardCharsets.ISO_8859_1);
    }

    private static OutputStream opened(GuardedDownloader.Target target) throws DownloadFault {
        try {
            return target.open();
        } catch (IOException e) {
            throw new DownloadFault(Reason.OUTPUT, "the file cannot be made: " + e.getMessage());
        }
    }

    private static void write(OutputStream out, byte[] piece, int length) throws DownloadFault {
        try {
            out.write(piece, 0, length);
        } catch (IOException e) {
            throw new DownloadFault(Reason.OUTPUT, "the file cannot be written: " + e.getMessage());
        }
    }

    private static DownloadFault tooLarge(long maxBytes) {
        return new DownloadFault(Reason.TOO_LARGE, "it is longer than " + maxBytes + " bytes");
    }

    private static DownloadFault notAudio() {
        return new DownloadFault(Reason.NOT_AUDIO, "what is there is not audio");
    }
}
