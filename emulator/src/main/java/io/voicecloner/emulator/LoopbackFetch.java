package io.voicecloner.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.regex.Pattern;

/**
 * Fetches a recording as a provider does that takes URLs, but from this machine only: no test may send a person's voice, or a
 * request of any kind, elsewhere. Hosts are judged by their text, without asking a name server. Redirects, which could lead
 * elsewhere, are not followed. HttpURLConnection, because it leaves no thread behind.
 */
final class LoopbackFetch {
    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost|\\[::1]|\\[0:0:0:0:0:0:0:1]|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}", Pattern.CASE_INSENSITIVE);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 5_000;

    private final RecordingStore recordings;

    LoopbackFetch(RecordingStore recordings) {
        this.recordings = recordings;
    }

    StoredRecording fetch(String url) throws IOException {
        URL address = loopback(url);
        try {
            return download(address);
        } catch (FetchFailedException e) {
            throw e;
        } catch (RecordingTooLargeException e) {
            throw new FetchFailedException("is larger than 20 MB");
        } catch (IOException e) {
            throw new FetchFailedException("could not be fetched: " + e);
        }
    }

    private static URL loopback(String url) throws IOException {
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (uri.getPort() > 65_535) {
                throw new FetchFailedException("is not a URL");
            }
            if (web && uri.getHost() != null && LOOPBACK.matcher(uri.getHost()).matches()) {
                return uri.toURL();
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new FetchFailedException("is not a URL");
        }
        throw new FetchFailedException("was refused: the emulator only fetches from loopback hosts over http or https");
    }

    private StoredRecording download(URL address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("Connection", "close");
        connection.setRequestProperty("User-Agent", "voicecloner-emulator");
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new FetchFailedException("could not be fetched: HTTP " + connection.getResponseCode());
            }
            try (InputStream content = connection.getInputStream()) {
                return whole(recordings.store(content), connection.getContentLengthLong());
            }
        } finally {
            connection.disconnect();
        }
    }

    /** The connection reports a body cut short as its end. */
    private StoredRecording whole(StoredRecording recording, long announced) throws IOException {
        if (announced >= 0 && recording.bytes() != announced) {
            recordings.delete(recording);
            throw new FetchFailedException("could not be fetched: the connection broke off");
        }
        return recording;
    }
}
