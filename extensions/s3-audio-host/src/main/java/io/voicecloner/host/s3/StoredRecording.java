package io.voicecloner.host.s3;

import io.voicecloner.spi.AudioHost;
import java.net.URI;

/** A recording that lies in the bucket. */
final class StoredRecording implements AudioHost.Published {
    private final URI url;
    private final String name;
    private final Runnable removal;

    /** @param name bucket and key */
    StoredRecording(URI url, String name, Runnable removal) {
        this.url = url;
        this.name = name;
        this.removal = removal;
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public String name() {
        return name;
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
