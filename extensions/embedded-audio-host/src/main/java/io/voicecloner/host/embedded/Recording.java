package io.voicecloner.host.embedded;

import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A published recording, and who is reading it. */
final class Recording implements AudioHost.Published {
    private static final int BUFFER = 16 * 1024;

    private final PreparedAudio.Content audio;
    private final URI url;
    private final Runnable unpublish;
    private final Set<Turn> readers = ConcurrentHashMap.newKeySet();
    private volatile boolean takenDown;

    Recording(PreparedAudio.Content audio, URI url, Runnable unpublish) {
        this.audio = audio;
        this.url = url;
        this.unpublish = unpublish;
    }

    @Override
    public URI url() {
        return url;
    }

    /** Also ends the transfers under way, so that the file behind them can be deleted. */
    @Override
    public void close() {
        takenDown = true;
        unpublish.run();
        readers.forEach(Turn::cut);
    }

    String mediaType() {
        return audio.format().mediaType();
    }

    long length() {
        return audio.length();
    }

    /** Opens it at a position. */
    InputStream openAt(long position) throws IOException {
        InputStream in = audio.open();
        try {
            in.skipNBytes(position);
            return in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Copies a part of it, and closes {@code out} if the part is complete: that is what tells the server so.
     *
     * @param in opened at the part's beginning
     * @throws IOException if it was taken down or is not as long as it said, before the last byte is written: so the peer cannot
     *     take what it got for the whole
     */
    void copy(InputStream in, OutputStream out, Selection part, Turn turn) throws IOException {
        readers.add(turn);
        try {
            byte[] buffer = new byte[BUFFER];
            boolean toTheEnd = part.first() + part.count() == length();
            for (long left = part.count(); left > 0; ) {
                int wanted = (int) Math.min(left, BUFFER);
                int got = in.readNBytes(buffer, 0, wanted);
                left -= got;
                boolean tooLong = left == 0 && toTheEnd && in.read() != -1;
                if (takenDown || got < wanted || tooLong) {
                    throw new IOException("taken down or not of the declared length");
                }
                out.write(buffer, 0, got);
                turn.advanced();
            }
            out.close();
        } finally {
            readers.remove(turn);
        }
    }
}
