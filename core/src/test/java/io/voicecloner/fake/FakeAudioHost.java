package io.voicecloner.fake;

import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Publishes nowhere, and remembers what is up. */
public final class FakeAudioHost implements AudioHost {
    private final String base;
    private final List<URI> up = new CopyOnWriteArrayList<>();
    private final List<URI> ever = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /** Under addresses that any provider could fetch. */
    public FakeAudioHost() {
        this("https://audio.example/");
    }

    public FakeAudioHost(String base) {
        this.base = base;
    }

    @Override
    public Published publish(PreparedAudio.Content audio) throws IOException {
        URI url = URI.create(base + ever.size() + '.' + audio.format().extension());
        up.add(url);
        ever.add(url);
        return new Published() {
            @Override
            public URI url() {
                return url;
            }

            @Override
            public void close() {
                up.remove(url);
            }
        };
    }

    /** What is published now. */
    public List<URI> up() {
        return up;
    }

    /** What was published, ever. */
    public List<URI> ever() {
        return ever;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
