package io.voicecloner.http;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.Source;
import okio.Timeout;

/** What is left of one line of a stream of events, without its end. Closing it does nothing to the stream. */
final class EventLine implements Source {
    private final BufferedSource stream;
    private boolean ended;

    EventLine(BufferedSource stream) {
        this.stream = stream;
    }

    @Override
    public long read(Buffer into, long byteCount) throws IOException {
        if (ended || byteCount == 0) {
            return ended ? -1 : 0;
        }
        if (!stream.request(1)) {
            ended = true;
            return -1;
        }
        long here = Math.min(byteCount, stream.getBuffer().size());
        long end = stream.getBuffer().indexOf((byte) '\n', 0, here);
        if (end == 0) {
            stream.skip(1);
            ended = true;
            return -1;
        }
        return stream.read(into, end < 0 ? here : end);
    }

    /** Reads to the end of the line, which is kept nowhere. */
    void skipRest() throws IOException {
        Buffer nowhere = new Buffer();
        while (read(nowhere, 8192) >= 0) {
            nowhere.clear();
        }
    }

    @Override
    public Timeout timeout() {
        return stream.timeout();
    }

    @Override
    public void close() {}
}
