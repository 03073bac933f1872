package io.voicecloner.http;

import io.voicecloner.Reason;
import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** A body of which no more is read than this. */
final class CappedSource extends ForwardingSource {
    private final long most;
    private long left;

    CappedSource(Source body, long most) {
        super(body);
        this.most = most;
        this.left = most;
    }

    @Override
    public long read(Buffer into, long byteCount) throws IOException {
        long read = super.read(into, byteCount);
        left -= Math.max(0, read);
        if (left < 0) {
            throw new UnreadableReplyException(Reason.TOO_LARGE, "the answer is longer than " + most + " bytes");
        }
        return read;
    }
}
