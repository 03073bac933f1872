package io.voicecloner.novita;

import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** An audio host that takes a recording and does not get on with it until it is let go or interrupted. */
final class StallingHost implements AudioHost {
    private final Semaphore reached = new Semaphore(0);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final AtomicInteger up = new AtomicInteger();

    @Override
    public Published publish(PreparedAudio.Content audio) throws IOException {
        reached.release();
        try {
            letGo.await();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
        up.incrementAndGet();
        return new Published() {
            @Override
            public URI url() {
                return URI.create(NovitaBench.AUDIO_URL);
            }

            @Override
            public void close() {
                up.decrementAndGet();
            }
        };
    }

    /** Waits until somebody publishes. */
    void awaitRecording() throws InterruptedException {
        reached.acquire();
    }

    void letGo() {
        letGo.countDown();
    }

    /** How many recordings are published now. */
    int up() {
        return up.get();
    }

    @Override
    public void close() {
        letGo();
    }
}
