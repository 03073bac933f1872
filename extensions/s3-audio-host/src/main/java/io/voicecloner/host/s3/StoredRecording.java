package io.voicecloner.host.s3;

import io.voicecloner.spi.AudioHost;
import java.net.URI;

/** A recording that lies in the bucket. */
final class StoredRecording implements AudioHost.Published {
    private final URI url;
    private final Runnable removal;

    StoredRecording(URI url, Runnable removal) {
        this.url = url;
        this.removal = removal;
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        removal.run();
    }

    /** Without the URL, which is as good as the recording. */
    @Override
    public String toString() {
        return "StoredRecording[" + url.getHost() + ']';
    }
}
